// The log: which rule ran where, why, and what came of it.
import { Button, NumberInput, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconHistory } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { KeptRule, RuleRun } from '../../../contract/automation.ts'
import { Blank } from '../../kit/blank.tsx'
import { Section } from '../../kit/section.tsx'
import audit from '../audit/audit.module.css'
import { fullTime } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { Fault } from '../session/fault.tsx'
import { useReasonWords } from './reason-words.ts'
import styles from './rules.module.css'
import { useRuleRuns } from './rules.ts'

const outcomes = ['done', 'failed', 'limited'] as const

export function RuleRuns({ rules }: { rules: readonly KeptRule[] }) {
  const { t } = useWords()
  const [ruleId, setRuleId] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<RuleRun['outcome'] | null>(null)
  const [number, setNumber] = useState<string | number>('')
  const [asked] = useDebouncedValue(number, 300)
  const log = useRuleRuns({
    ...(ruleId && { ruleId }),
    ...(outcome && { outcome }),
    ...(typeof asked === 'number' && asked > 0 && { number: asked }),
  })
  const runs = log.data?.pages.flatMap(page => page.runs) ?? []
  return (
    <Section title={t('rule_runs')} lead={t('rule_runs_text')}>
      <div className={styles.filters}>
        <Select
          label={t('rule')}
          placeholder={t('rule_all')}
          clearable
          data={rules.map(({ id, rule }) => ({ value: id, label: rule.name }))}
          value={ruleId}
          onChange={setRuleId}
        />
        <Select
          label={t('rule_outcome')}
          placeholder={t('policy_any')}
          clearable
          data={outcomes.map(value => ({ value, label: t(`rule_outcome_${value}`) }))}
          value={outcome}
          onChange={value => setOutcome(value as RuleRun['outcome'] | null)}
        />
        <NumberInput
          label={t('conversation')}
          leftSection="#"
          hideControls
          allowDecimal={false}
          min={1}
          value={number}
          onChange={setNumber}
        />
      </div>
      <Fault error={log.error} />
      {log.isSuccess && runs.length === 0 && (
        <Blank icon={<IconHistory size={28} />} title={t('rule_runs_none')}>
          {t('rule_runs_text')}
        </Blank>
      )}
      {runs.length > 0 && <Runs runs={runs} />}
      {log.hasNextPage && (
        <Button variant="default" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {t('load_more')}
        </Button>
      )}
    </Section>
  )
}

function Runs({ runs }: { runs: readonly RuleRun[] }) {
  const { t } = useWords()
  return (
    <div className={audit.wrap} tabIndex={0} role="region" aria-label={t('rule_runs')}>
      <table className={audit.table}>
        <thead>
          <tr>
            <th scope="col">{t('audit_time')}</th>
            <th scope="col">{t('rule')}</th>
            <th scope="col">{t('conversation')}</th>
            <th scope="col">{t('rule_because')}</th>
            <th scope="col">{t('rule_outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map(run => (
            <Run key={run.id} run={run} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Run({ run }: { run: RuleRun }) {
  const { t, word, locale } = useWords()
  const because = useReasonWords()
  const steps = run.steps.map(step => {
    const what = t(`action_${step.do as 'reply'}`)
    return step.code ? t('action_said', { what, value: word('errors', step.code) }) : what
  })
  return (
    <tr>
      <td>
        <time dateTime={run.at}>{fullTime(locale, run.at)}</time>
      </td>
      <td>
        {run.ruleName}
        <small>{t('rule_version', { version: String(run.ruleVersion) })}</small>
      </td>
      <td>
        <Link to="/inbox/$view/$id" params={{ view: 'all', id: run.conversationId }} search={{}}>
          #{run.number}
        </Link>
      </td>
      <td>{run.reasons.map(because).join(' · ') || t('policy_any')}</td>
      <td>
        {t(`rule_outcome_${run.outcome}`)}
        <small>{run.outcome === 'limited' ? '' : steps.join(' · ') || t('rule_nothing')}</small>
      </td>
    </tr>
  )
}
