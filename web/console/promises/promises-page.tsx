// Promises: which policies the desk has, and the calendars by which it counts.
import { Button, Progress } from '@mantine/core'
import { IconCalendar, IconHourglass, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { ClockKind } from '../../../contract/clocks.ts'
import type { KeptCalendar, KeptPolicy, Policy } from '../../../contract/sla.ts'
import { Blank } from '../../kit/blank.tsx'
import { Line, Page, Section } from '../../kit/section.tsx'
import { Tag } from '../../kit/tag.tsx'
import { span } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { Fault } from '../session/fault.tsx'
import { useMay } from '../session/session.ts'
import { CalendarDialog } from './calendar-dialog.tsx'
import { PolicyDialog } from './policy-dialog.tsx'
import { useCalendars, usePolicies, useRecalculation } from './promises.ts'
import { ResponseTimes } from './response-times.tsx'

export function PromisesPage() {
  const { t } = useWords()
  const policies = usePolicies()
  const calendars = useCalendars()
  const [policy, setPolicy] = useState<KeptPolicy | 'new' | null>(null)
  const [calendar, setCalendar] = useState<KeptCalendar | 'new' | null>(null)
  return (
    <Page title={t('settings_promises')} lead={t('promises_lead')}>
      <Fault error={policies.error ?? calendars.error} />
      <Recalculating />
      <Section
        title={t('policies')}
        actions={<Add label={t('policy_new')} onClick={() => setPolicy('new')} />}
      >
        {policies.data?.length === 0 && (
          <Blank icon={<IconHourglass size={28} />} title={t('policies_empty')}>
            {t('policies_empty_text')}
          </Blank>
        )}
        {policies.data?.map(kept => (
          <PolicyLine key={kept.id} policy={kept.policy}>
            <Edit name={kept.policy.name} onClick={() => setPolicy(kept)} />
          </PolicyLine>
        ))}
      </Section>
      <Section
        title={t('calendars')}
        actions={<Add label={t('calendar_new')} onClick={() => setCalendar('new')} />}
      >
        {calendars.data?.length === 0 && (
          <Blank icon={<IconCalendar size={28} />} title={t('calendars_empty')}>
            {t('calendars_empty_text')}
          </Blank>
        )}
        {calendars.data?.map(kept => (
          <Line
            key={kept.id}
            title={kept.calendar.name}
            detail={kept.calendar.always ? t('calendar_always') : kept.calendar.timeZone}
          >
            <Edit name={kept.calendar.name} onClick={() => setCalendar(kept)} />
          </Line>
        ))}
      </Section>
      <ResponseTimes />
      {policy && (
        <PolicyDialog
          kept={policy === 'new' ? null : policy}
          calendars={calendars.data ?? []}
          onClose={() => setPolicy(null)}
        />
      )}
      {calendar && (
        <CalendarDialog kept={calendar === 'new' ? null : calendar} onClose={() => setCalendar(null)} />
      )}
    </Page>
  )
}

function Recalculating() {
  const { t } = useWords()
  const { data } = useRecalculation()
  if (!data || data.finishedAt) return null
  const { done, total } = data
  const said = t('promises_recalculating', { done: String(done), total: String(total) })
  return (
    <div role="status">
      <p>{said}</p>
      <Progress value={total === 0 ? 100 : (done / total) * 100} aria-label={said} />
    </div>
  )
}

const kinds = ['firstReply', 'nextReply', 'resolution'] as const satisfies readonly ClockKind[]

function PolicyLine({ policy, children }: { policy: Policy; children: ReactNode }) {
  const { t, locale } = useWords()
  const promised = kinds.flatMap(kind => {
    const target = policy.targets[kind]
    return target
      ? t('policy_promises', { what: t(`clock_${kind}`), span: span(locale, target.minutes * 60_000) })
      : []
  })
  return (
    <Line
      title={
        <>
          {policy.name}
          {!policy.enabled && <Tag>{t('policy_off')}</Tag>}
        </>
      }
      detail={promised.join(' · ')}
    >
      {children}
    </Line>
  )
}

function Add({ label, onClick }: { label: string; onClick(): void }) {
  const may = useMay()
  if (!may('sla.write')) return null
  return (
    <Button size="xs" leftSection={<IconPlus size={16} />} onClick={onClick}>
      {label}
    </Button>
  )
}

function Edit({ name, onClick }: { name: string; onClick(): void }) {
  const { t } = useWords()
  const may = useMay()
  if (!may('sla.write')) return null
  return (
    <Button variant="subtle" color="gray" size="xs" onClick={onClick} aria-label={t('edit_named', { name })}>
      {t('edit')}
    </Button>
  )
}
