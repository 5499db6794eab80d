// One macro: what it is called, whose it is, and what it does.
import { Select } from '@mantine/core'
import type { Macro, MacroAction } from '../../../contract/automation.ts'
import { NameField } from '../../kit/name-field.tsx'
import { ShortcutField } from '../../kit/shortcut-field.tsx'
import { useFields } from '../../kit/use-fields.ts'
import { ActionList, isWhole } from '../actions/action-list.tsx'
import { answer, api } from '../api/client.ts'
import { useSaving } from '../api/use-saving.ts'
import { useWords } from '../language/words.tsx'
import { EditDialog } from '../look/edit-dialog.tsx'
import { TeamField } from '../teams/team-field.tsx'
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
  const [fields, set] = useFields<Wanted>(macro ?? empty)
  const { shortcut, name, teamId, send, actions } = fields
  const saving = useMacroSaving(macro, onClose)
  const isReady = shortcut.trim() && name.trim() && actions.length > 0 && actions.every(isWhole)
  return (
    <EditDialog
      title={macro ? macro.name : t('macro_new')}
      size="lg"
      saving={saving}
      wanted={isReady ? { shortcut, name, teamId, send, actions } : null}
      removal="delete"
      onClose={onClose}
    >
      <ShortcutField
        label={t('canned_shortcut')}
        value={shortcut}
        onChange={value => set({ shortcut: value })}
      >
        <NameField label={t('policy_name')} value={name} onChange={value => set({ name: value })} />
      </ShortcutField>
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
      <TeamField value={teamId} onChange={value => set({ teamId: value })} />
    </EditDialog>
  )
}

function useMacroSaving(macro: Macro | null, onDone: () => void) {
  const params = { path: { id: macro?.id ?? '' } }
  return useSaving<Wanted>({
    key: macrosKey,
    save: body =>
      macro
        ? answer(api.PUT('/api/macros/{id}', { params, body }))
        : answer(api.POST('/api/macros', { body })),
    remove: macro && (() => answer(api.DELETE('/api/macros/{id}', { params }))),
    onDone,
  })
}
