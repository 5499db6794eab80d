// One rule: when it looks, what must hold, what it does; and a way to try it out before it counts.
import { Button, NumberInput, Switch, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { KeptRule, Rule, RuleAction } from '../../../contract/automation.ts'
import { ActionList, isWhole } from '../actions/action-list.tsx'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import styles from '../profile/profile.module.css'
import { Fault } from '../session/fault.tsx'
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
  const [rule, setRule] = useState<Rule>(kept?.rule ?? fresh)
  const set = (change: Partial<Rule>) => setRule(before => ({ ...before, ...change }))
  const { save, archive } = useSaving(kept, onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(rule)
  }
  const isReady = rule.name.trim() !== '' && rule.then.length > 0 && rule.then.every(isWhole)
  return (
    <Dialog onClose={onClose} title={kept ? kept.rule.name : t('rule_new')} size="lg">
      <form className={styles.steps} onSubmit={submit}>
        <Fault error={save.error ?? archive.error} />
        <TextInput
          label={t('policy_name')}
          required
          withAsterisk={false}
          maxLength={120}
          data-autofocus
          value={rule.name}
          onChange={event => set({ name: event.currentTarget.value })}
        />
        <Switch
          label={t('policy_enabled')}
          checked={rule.enabled}
          onChange={event => set({ enabled: event.currentTarget.checked })}
        />
        <NumberInput
          label={t('policy_position')}
          description={t('rule_position_text')}
          min={0}
          max={1_000_000}
          allowDecimal={false}
          value={rule.position}
          onChange={value => set({ position: Number(value) || 0 })}
        />
        <RuleWhen rule={rule} set={set} />
        <RuleConditions rule={rule} set={set} />
        <p>{t('rule_then')}</p>
        <ActionList actions={rule.then} kinds={kinds} onChange={then => set({ then })} />
        <RuleTrial rule={rule} isReady={isReady} />
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
          {kept && (
            <Button
              variant="subtle"
              color="rust"
              loading={archive.isPending}
              onClick={() => archive.mutate(kept.id)}
              style={{ marginInlineEnd: 'auto' }}
            >
              {t('mailbox_remove')}
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

function useSaving(kept: KeptRule | null, onClose: () => void) {
  const queries = useQueryClient()
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: rulesKey })
    onClose()
  }
  const save = useMutation({
    mutationFn: (rule: Rule) =>
      kept
        ? answer(
            api.PUT('/api/rules/{id}', {
              params: { path: { id: kept.id } },
              body: { version: kept.version, rule },
            }),
          )
        : answer(api.POST('/api/rules', { body: rule })),
    onSuccess,
  })
  const archive = useMutation({
    mutationFn: async (id: string) => answer(api.DELETE('/api/rules/{id}', { params: { path: { id } } })),
    onSuccess,
  })
  return { save, archive }
}
