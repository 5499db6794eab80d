// One policy: whom it is for, what it promises, when its clocks stand still, and what follows when it isn't kept.
import { Button, NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { KeptCalendar, KeptPolicy, Policy } from '../../../contract/sla.ts'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import styles from '../profile/profile.module.css'
import { Fault } from '../session/fault.tsx'
import { PolicyMatch } from './policy-match.tsx'
import { PolicySteps } from './policy-steps.tsx'
import { PolicyTargets } from './policy-targets.tsx'
import { promisesKey } from './promises.ts'

const fresh: Policy = {
  name: '',
  enabled: true,
  position: 10,
  match: {},
  calendarId: null,
  targets: { firstReply: { minutes: 60, warning: 0.75 } },
  pauses: { firstReply: [], nextReply: [], resolution: ['waiting', 'on_hold', 'snoozed'] },
  escalation: [{ at: 'breach', do: 'notify_leads' }],
}

/** What the parts of the form are given. */
export interface Part {
  policy: Policy
  set(change: Partial<Policy>): void
}

interface Props {
  kept: KeptPolicy | null
  calendars: readonly KeptCalendar[]
  onClose(): void
}

export function PolicyDialog({ kept, calendars, onClose }: Props) {
  const { t } = useWords()
  const [policy, setPolicy] = useState<Policy>(kept?.policy ?? fresh)
  const set = (change: Partial<Policy>) => setPolicy(before => ({ ...before, ...change }))
  const { save, archive } = useSaving(kept, onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(policy)
  }
  return (
    <Dialog onClose={onClose} title={kept ? kept.policy.name : t('policy_new')} size="lg">
      <form className={styles.steps} onSubmit={submit}>
        <Fault error={save.error ?? archive.error} />
        <TextInput
          label={t('policy_name')}
          required
          withAsterisk={false}
          maxLength={120}
          data-autofocus
          value={policy.name}
          onChange={event => set({ name: event.currentTarget.value })}
        />
        <Switch
          label={t('policy_enabled')}
          checked={policy.enabled}
          onChange={event => set({ enabled: event.currentTarget.checked })}
        />
        <NumberInput
          label={t('policy_position')}
          description={t('policy_position_text')}
          min={0}
          max={100_000}
          allowDecimal={false}
          value={policy.position}
          onChange={value => set({ position: Number(value) || 0 })}
        />
        <PolicyMatch match={policy.match} onChange={match => set({ match })} />
        <Select
          label={t('policy_calendar')}
          placeholder={t('calendar_always')}
          clearable
          data={calendars.map(({ id, calendar }) => ({ value: id, label: calendar.name }))}
          value={policy.calendarId}
          onChange={calendarId => set({ calendarId })}
        />
        <PolicyTargets policy={policy} set={set} />
        <PolicySteps policy={policy} set={set} />
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
          <Button type="submit" loading={save.isPending} disabled={!policy.name.trim()}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function useSaving(kept: KeptPolicy | null, onClose: () => void) {
  const queries = useQueryClient()
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: promisesKey })
    onClose()
  }
  const save = useMutation({
    mutationFn: (policy: Policy) =>
      kept
        ? answer(
            api.PUT('/api/sla/policies/{id}', {
              params: { path: { id: kept.id } },
              body: { version: kept.version, policy },
            }),
          )
        : answer(api.POST('/api/sla/policies', { body: policy })),
    onSuccess,
  })
  const archive = useMutation({
    mutationFn: async (id: string) =>
      answer(api.DELETE('/api/sla/policies/{id}', { params: { path: { id } } })),
    onSuccess,
  })
  return { save, archive }
}
