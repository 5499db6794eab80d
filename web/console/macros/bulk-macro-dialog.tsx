// A macro for all selected conversations: chosen, looked at, and run.
import { Button, Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useActionWords } from '../actions/action-words.ts'
import actions from '../actions/actions.module.css'
import { answer, api } from '../api/client.ts'
import type { BulkResult } from '../conversations/bulk-bar.tsx'
import type { Selection } from '../conversations/selection.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import styles from '../profile/profile.module.css'
import { Fault } from '../session/fault.tsx'
import { useMacros } from './macros.ts'

interface Props {
  selection: Selection
  onDone(result: BulkResult): void
  onClose(): void
}

export function BulkMacroDialog({ selection, onDone, onClose }: Props) {
  const { t } = useWords()
  const macros = useMacros()
  const said = useActionWords()
  const [id, setId] = useState<string | null>(null)
  // What was selected when it was looked at, with ids that stay the same when it is tried again.
  const [targets] = useState(() =>
    selection.conversations.map(one => ({
      id: one.id,
      version: one.version,
      seen: one.seq,
      clientId: crypto.randomUUID() as string,
    })),
  )
  const macro = macros.find(one => one.id === id)
  const run = useMutation({
    mutationFn: async ({ macroId, version }: { macroId: string; version: number }) =>
      answer(
        api.POST('/api/macros/{id}/runs', {
          params: { path: { id: macroId } },
          body: { version, conversations: targets },
        }),
      ),
    onSuccess: ({ done, refused }) => {
      onClose()
      onDone({ changed: done, refused })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (macro) run.mutate({ macroId: macro.id, version: macro.version })
  }
  return (
    <Dialog onClose={onClose} title={t('macro')}>
      <form className={styles.steps} onSubmit={submit}>
        <Fault error={run.error} />
        <Select
          label={t('macro_choose')}
          data-autofocus
          searchable
          data={macros.map(one => ({ value: one.id, label: one.name }))}
          nothingFoundMessage={t('macros_empty')}
          value={id}
          onChange={setId}
        />
        {macro && (
          <div>
            <p>{t('macro_will')}</p>
            <ul className={actions.will}>
              {macro.actions.map(action => (
                <li key={action.do}>{said(action)}</li>
              ))}
            </ul>
          </div>
        )}
        <Button type="submit" loading={run.isPending} disabled={!macro} style={{ alignSelf: 'flex-end' }}>
          {t('macro_run_on', { count: String(targets.length) })}
        </Button>
      </form>
    </Dialog>
  )
}
