// One policy: whom it is for, what it promises, when its clocks stand still, and what follows when it isn't kept.
import { Select } from '@mantine/core'
import type { KeptCalendar, KeptPolicy, Policy } from '../../../contract/sla.ts'
import { NameField } from '../../kit/name-field.tsx'
import { TurnFields } from '../../kit/turn-fields.tsx'
import { useFields } from '../../kit/use-fields.ts'
import { answer, api } from '../api/client.ts'
import { useSaving } from '../api/use-saving.ts'
import { useWords } from '../language/words.tsx'
import { EditDialog } from '../look/edit-dialog.tsx'
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
  const [policy, set] = useFields<Policy>(kept?.policy ?? fresh)
  const saving = usePolicySaving(kept, onClose)
  return (
    <EditDialog
      title={kept ? kept.policy.name : t('policy_new')}
      size="lg"
      saving={saving}
      wanted={policy.name.trim() ? policy : null}
      onClose={onClose}
    >
      <NameField
        label={t('policy_name')}
        data-autofocus
        value={policy.name}
        onChange={name => set({ name })}
      />
      <TurnFields
        turn={policy}
        words={{
          enabled: t('policy_enabled'),
          position: t('policy_position'),
          order: t('policy_position_text'),
        }}
        lastPosition={100_000}
        onChange={set}
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
    </EditDialog>
  )
}

function usePolicySaving(kept: KeptPolicy | null, onDone: () => void) {
  const params = { path: { id: kept?.id ?? '' } }
  return useSaving<Policy>({
    key: promisesKey,
    save: policy =>
      kept
        ? answer(api.PUT('/api/sla/policies/{id}', { params, body: { version: kept.version, policy } }))
        : answer(api.POST('/api/sla/policies', { body: policy })),
    remove: kept && (() => answer(api.DELETE('/api/sla/policies/{id}', { params }))),
    onDone,
  })
}
