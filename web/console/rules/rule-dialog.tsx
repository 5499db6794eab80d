// One rule: when it looks, what must hold, what it does; and a way to try it out before it counts.
import type { KeptRule, Rule, RuleAction } from '../../../contract/automation.ts'
import { NameField } from '../../kit/name-field.tsx'
import { TurnFields } from '../../kit/turn-fields.tsx'
import { useFields } from '../../kit/use-fields.ts'
import { ActionList, isWhole } from '../actions/action-list.tsx'
import { answer, api } from '../api/client.ts'
import { useSaving } from '../api/use-saving.ts'
import { useWords } from '../language/words.tsx'
import { EditDialog } from '../look/edit-dialog.tsx'
import { RuleConditions } from './rule-conditions.tsx'
import { RuleTrial } from './rule-trial.tsx'
import { RuleWhen } from './rule-when.tsx'
import { rulesKey } from './rules.ts'

const fresh: Rule = {
  name: '',
  enabled: true,
  position: 10,
  when: { event: 'opened' },
  if: {},
  then: [{ do: 'add_tags', tags: [] }],
}

const kinds: readonly RuleAction['do'][] = [
  'reply',
  'note',
  'set_status',
  'snooze',
  'set_priority',
  'set_complexity',
  'assign',
  'assign_team',
  'add_tags',
  'remove_tags',
  'add_task',
  'notify_assignee',
  'notify_leads',
  'notify_team',
  'notify_staff',
]

/** What the parts of the form are given. */
export interface Part {
  rule: Rule
  set(change: Partial<Rule>): void
}

export function RuleDialog({ kept, onClose }: { kept: KeptRule | null; onClose(): void }) {
  const { t } = useWords()
  const [rule, set] = useFields<Rule>(kept?.rule ?? fresh)
  const saving = useRuleSaving(kept, onClose)
  const isReady = rule.name.trim() !== '' && rule.then.length > 0 && rule.then.every(isWhole)
  return (
    <EditDialog
      title={kept ? kept.rule.name : t('rule_new')}
      size="lg"
      saving={saving}
      wanted={isReady ? rule : null}
      onClose={onClose}
    >
      <NameField label={t('policy_name')} data-autofocus value={rule.name} onChange={name => set({ name })} />
      <TurnFields
        turn={rule}
        words={{
          enabled: t('policy_enabled'),
          position: t('policy_position'),
          order: t('rule_position_text'),
        }}
        lastPosition={1_000_000}
        onChange={set}
      />
      <RuleWhen rule={rule} set={set} />
      <RuleConditions rule={rule} set={set} />
      <p>{t('rule_then')}</p>
      <ActionList actions={rule.then} kinds={kinds} onChange={then => set({ then })} />
      <RuleTrial rule={rule} isReady={isReady} />
    </EditDialog>
  )
}

function useRuleSaving(kept: KeptRule | null, onDone: () => void) {
  const params = { path: { id: kept?.id ?? '' } }
  return useSaving<Rule>({
    key: rulesKey,
    save: rule =>
      kept
        ? answer(api.PUT('/api/rules/{id}', { params, body: { version: kept.version, rule } }))
        : answer(api.POST('/api/rules', { body: rule })),
    remove: kept && (() => answer(api.DELETE('/api/rules/{id}', { params }))),
    onDone,
  })
}
