// What a policy promises, in minutes, and in which statuses each of its clocks stands still.
import { MultiSelect, NumberInput } from '@mantine/core'
import type { ClockKind } from '../../../contract/clocks.ts'
import type { Policy } from '../../../contract/sla.ts'
import { allStatuses } from '../conversations/filters.ts'
import { useWords } from '../language/words.tsx'
import type { Part } from './policy-dialog.tsx'

const kinds = ['firstReply', 'nextReply', 'resolution'] as const satisfies readonly ClockKind[]
type Pauses = Policy['pauses']

export function PolicyTargets({ policy, set }: Part) {
  const { t } = useWords()
  return (
    <>
      <p>{t('policy_targets_text')}</p>
      {kinds.map(kind => (
        <Target key={kind} kind={kind} policy={policy} set={set} />
      ))}
    </>
  )
}

function Target({ kind, policy, set }: Part & { kind: ClockKind }) {
  const { t, word } = useWords()
  const { targets, pauses } = policy
  const target = targets[kind]
  const change = (next: typeof target) => set({ targets: { ...targets, [kind]: next } })
  const warnAfter = (percent: number) =>
    target && change({ minutes: target.minutes, ...(percent > 0 && { warning: percent / 100 }) })
  const what = t(`clock_${kind}`)
  const statuses = allStatuses.filter(
    status => status !== 'solved' && status !== 'closed' && status !== 'merged',
  )
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))', gap: 8 }}>
      <NumberInput
        label={t('policy_minutes', { what })}
        placeholder={t('policy_none')}
        min={1}
        max={129_600}
        allowDecimal={false}
        value={target?.minutes ?? ''}
        onChange={value =>
          change(Number(value) > 0 ? { ...target, minutes: Math.floor(Number(value)) } : undefined)
        }
      />
      <NumberInput
        label={t('policy_warning')}
        placeholder={t('policy_none')}
        suffix=" %"
        min={1}
        max={99}
        allowDecimal={false}
        disabled={!target}
        value={target?.warning ? Math.round(target.warning * 100) : ''}
        onChange={value => warnAfter(Math.min(99, Math.floor(Number(value))))}
      />
      <MultiSelect
        label={t('policy_pauses')}
        placeholder={t('policy_none')}
        disabled={!target}
        data={statuses.map(status => ({ value: status, label: word('statuses', status) }))}
        value={pauses[kind]}
        onChange={values => set({ pauses: { ...pauses, [kind]: values as Pauses[ClockKind] } })}
      />
    </div>
  )
}
