// When the customer was promised to hear from the desk, and when they probably will.
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Conversation } from '../../../contract/conversations.ts'
import type { PredictedTime } from '../../../contract/predictions.ts'
import { Tag } from '../../kit/tag.tsx'
import { answer, api } from '../api/client.ts'
import { fullTime, timeRange, useNow } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { useMay } from '../session/session.ts'
import styles from './side-bar.module.css'

const kinds = ['firstReply', 'nextReply', 'resolution'] as const

export function Times({ conversation: { id, seq, version, clock } }: { conversation: Conversation }) {
  const { t, locale } = useWords()
  const may = useMay()
  const now = useNow()
  const { data } = useQuery({
    queryKey: ['times', id, seq, version, clock?.dueAt],
    queryFn: () => answer(api.GET('/api/conversations/{id}/clocks', { params: { path: { id } } })),
    enabled: may('conversations.read'),
    placeholderData: (before, query) => (query?.queryKey[1] === id ? before : undefined),
    // What follows from a change is there a moment after it.
    refetchInterval: 60_000,
  })
  const lines = kinds.flatMap(kind => {
    const promised = data?.clocks.find(one => one.kind === kind && one.endedAt === null)?.dueAt
    const predicted = kind === 'nextReply' ? null : data?.predicted[kind]
    return promised || predicted ? [{ kind, promised, predicted }] : []
  })
  if (lines.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby="times">
      <h3 id="times">{t('times')}</h3>
      <dl className={styles.facts}>
        {lines.map(({ kind, promised, predicted }) => (
          <div key={kind}>
            <dt>{t(`clock_${kind}`)}</dt>
            <dd>
              {promised && <div>{t('time_promised', { at: fullTime(locale, promised) })}</div>}
              {predicted && <Predicted time={predicted} now={now} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Predicted({ time: { low, high, movedAt }, now }: { time: PredictedTime; now: number }) {
  const { t, locale } = useWords()
  const title = movedAt ? t('time_moved', { at: fullTime(locale, movedAt) }) : undefined
  if (Date.parse(high) >= now)
    return <div title={title}>{t('time_expected', { range: timeRange(locale, low, high) })}</div>
  return (
    <div title={title}>
      <Tag tone="waiting" icon={<IconAlertTriangle size={13} aria-hidden />}>
        {t('time_late')}
      </Tag>{' '}
      {t('time_was_expected', { at: fullTime(locale, high) })}
    </div>
  )
}
