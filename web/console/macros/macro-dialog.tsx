// One macro: what it is called, whose it is, and what it does.
import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Macro, MacroAction } from '../../../contract/automation.ts'
import { ActionList, isWhole } from '../actions/action-list.tsx'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import styles from '../profile/profile.module.css'
import { Fault } from '../session/fault.tsx'
import { useTeams } from '../teams/teams.ts'
import { macrosKey } from './macros.ts'

type Wanted = Pick<Macro, 'shortcut' | 'name' | 'teamId' | 'send' | 'actions'>
const empty: Wanted = {
  shortcut: '',
  name: '',
  teamId: null,
  send: 'composer',
  actions: [{ do: 'reply', text: '' }],
}

const kinds: readonly MacroAction['do'][] = [
  'reply',
  'note',
  'set_status',
  'snooze',
  'set_priority',
  'set_complexity',
  'assign_me',
  'assign',
  'assign_team',
  'add_tags',
  'remove_tags',
  'add_task',
]

export function MacroDialog({ macro, onClose }: { macro: Macro | null; onClose(): void }) {
  const { t } = useWords()
  const teams = useTeams()
  const [wanted, setWanted] = useState<Wanted>(macro ?? empty)
  const set = (change: Partial<Wanted>) => setWanted(before => ({ ...before, ...change }))
  const { shortcut, name, teamId, send, actions } = wanted
  const { save, remove } = useSaving(macro, onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ shortcut, name, teamId, send, actions })
  }
  const isReady = shortcut.trim() && name.trim() && actions.length > 0 && actions.every(isWhole)
  return (
    <Dialog onClose={onClose} title={macro ? macro.name : t('macro_new')} size="lg">
      <form className={styles.steps} onSubmit={submit}>
        <Fault error={save.error ?? remove.error} />
        <div style={{ display: 'grid', gridTemplateColumns: '160px 1fr', gap: 16 }}>
          <TextInput
            label={t('canned_shortcut')}
            leftSection="/"
            required
            withAsterisk={false}
            maxLength={40}
            data-autofocus
            value={shortcut}
            onChange={event => set({ shortcut: event.currentTarget.value })}
          />
          <TextInput
            label={t('policy_name')}
            required
            withAsterisk={false}
            maxLength={120}
            value={name}
            onChange={event => set({ name: event.currentTarget.value })}
          />
        </div>
        <ActionList actions={actions} kinds={kinds} onChange={next => set({ actions: next })} />
        {actions.some(action => action.do === 'reply') && (
          <Select
            label={t('macro_send')}
            allowDeselect={false}
            data={(['composer', 'at_once'] as const).map(value => ({
              value,
              label: t(`macro_send_${value}`),
            }))}
            value={send}
            onChange={value => value && set({ send: value as Macro['send'] })}
          />
        )}
        <Select
          label={t('team')}
          placeholder={t('any_team')}
          clearable
          data={teams.map(({ id, name: team }) => ({ value: id, label: team }))}
          value={teamId}
          onChange={value => set({ teamId: value })}
        />
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
          {macro && (
            <Button
              variant="subtle"
              color="rust"
              loading={remove.isPending}
              onClick={() => remove.mutate(macro.id)}
              style={{ marginInlineEnd: 'auto' }}
            >
              {t('delete')}
            </Button>
          )}
          <Button type="submit" loading={save.isPending} disabled={!isReady}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function useSaving(macro: Macro | null, onClose: () => void) {
  const queries = useQueryClient()
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: macrosKey })
    onClose()
  }
  const save = useMutation({
    mutationFn: (body: Wanted) =>
      macro
        ? answer(api.PUT('/api/macros/{id}', { params: { path: { id: macro.id } }, body }))
        : answer(api.POST('/api/macros', { body })),
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: async (id: string) => answer(api.DELETE('/api/macros/{id}', { params: { path: { id } } })),
    onSuccess,
  })
  return { save, remove }
}
