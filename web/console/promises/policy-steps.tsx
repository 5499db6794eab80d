// What follows when a promise is nearly late, late, or late for some time.
import { Button, NumberInput, Select } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { EscalationStep } from '../../../contract/sla.ts'
import { IconButton } from '../../kit/icon-button.tsx'
import { useWords } from '../language/words.tsx'
import { useTeams } from '../teams/teams.ts'
import type { Part } from './policy-dialog.tsx'

const deeds = ['notify_assignee', 'notify_leads', 'raise_priority', 'assign_team'] as const
const moments = ['warning', 'breach', 'later'] as const
const most = 20

export function PolicySteps({ policy: { escalation }, set }: Part) {
  const { t } = useWords()
  const put = (index: number, step: EscalationStep | null) =>
    set({ escalation: escalation.flatMap((one, at) => (at === index ? (step ?? []) : one)) })
  return (
    <>
      <p>{t('policy_steps_text')}</p>
      {escalation.map((step, index) => (
        // Steps have no names of their own, and are only added at the end.
        <Step key={index} step={step} put={next => put(index, next)} />
      ))}
      {escalation.length < most && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => set({ escalation: [...escalation, { at: 'breach', do: 'notify_leads' }] })}
        >
          {t('policy_step_add')}
        </Button>
      )}
    </>
  )
}

function Step({ step, put }: { step: EscalationStep; put(step: EscalationStep | null): void }) {
  const { t } = useWords()
  const teams = useTeams()
  const { at } = step
  const moment = typeof at === 'number' ? 'later' : at
  const doing = (deed: string | null): void => {
    const [team] = teams
    if (deed === 'assign_team') {
      if (team) put({ at, do: deed, teamId: team.id })
    } else if (deed) put({ at, do: deed as Exclude<EscalationStep['do'], 'assign_team'> })
  }
  return (
    <div style={{ display: 'flex', gap: 8, alignItems: 'flex-end', flexWrap: 'wrap' }}>
      <Select
        label={t('policy_step_when')}
        allowDeselect={false}
        w={170}
        data={moments.map(value => ({ value, label: t(`policy_step_${value}`) }))}
        value={moment}
        onChange={value => put({ ...step, at: value === 'later' ? 30 : (value as 'warning' | 'breach') })}
      />
      {typeof at === 'number' && (
        <NumberInput
          label={t('policy_step_minutes')}
          w={110}
          min={1}
          max={129_600}
          allowDecimal={false}
          value={at}
          onChange={value => put({ ...step, at: Math.max(1, Math.floor(Number(value))) })}
        />
      )}
      <Select
        label={t('policy_step_what')}
        allowDeselect={false}
        w={200}
        data={deeds
          .filter(value => value !== 'assign_team' || teams.length > 0)
          .map(value => ({ value, label: t(`policy_step_${value}`) }))}
        value={step.do}
        onChange={doing}
      />
      {step.do === 'assign_team' && (
        <Select
          label={t('team')}
          allowDeselect={false}
          w={170}
          data={teams.map(({ id, name }) => ({ value: id, label: name }))}
          value={step.teamId}
          onChange={teamId => teamId && put({ ...step, teamId })}
        />
      )}
      <IconButton label={t('policy_step_remove')} onClick={() => put(null)}>
        <IconX size={16} />
      </IconButton>
    </div>
  )
}
