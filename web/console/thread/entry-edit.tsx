// Correcting what was written: the customer sees the new text, marked as edited.
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { Growing } from '../../kit/growing.tsx'
import { answer, api } from '../api/client.ts'
import { useShowFault } from '../api/use-fault.ts'
import { useWords } from '../language/words.tsx'
import styles from './entries.module.css'
import type { Written } from './entry.tsx'

export function EntryEdit({ entry, onClose }: { entry: Written; onClose(): void }) {
  const { t } = useWords()
  const showFault = useShowFault()
  const [text, setText] = useState(entry.body)
  const [clientId] = useState(() => crypto.randomUUID())
  const save = useMutation({
    mutationFn: () =>
      answer(
        api.PATCH('/api/conversations/{id}/entries/{seq}', {
          params: { path: { id: entry.conversationId, seq: entry.seq } },
          body: { clientId, body: text },
        }),
      ),
    onSuccess: onClose,
    onError: showFault,
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && text.trim()) save.mutate()
  }
  return (
    <div className={styles.edit}>
      <Growing
        autoFocus
        framed
        label={t('edit')}
        value={text}
        onChange={setText}
        onKeyDown={onKeyDown}
        maxLength={20_000}
      />
      <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end', marginTop: 8 }}>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          size="xs"
          loading={save.isPending}
          disabled={!text.trim() || text === entry.body}
          onClick={() => save.mutate()}
        >
          {t('save')}
        </Button>
      </div>
    </div>
  )
}
