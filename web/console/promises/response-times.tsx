// How long the desk takes at present, to be seen at a glance: a bar for each channel and topic, and how well such ranges held.
import { Button } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { useState } from 'react'
import type { PredictionKind, ResponseTime } from '../../../contract/predictions.ts'
import { Blank } from '../../kit/blank.tsx'
import { Section } from '../../kit/section.tsx'
import { exactSpan } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { Fault } from '../session/fault.tsx'
import { useResponseTimes } from './promises.ts'
import styles from './response-times.module.css'

const kinds = ['firstReply', 'resolution'] as const satisfies readonly PredictionKind[]

export function ResponseTimes() {
  const { t } = useWords()
  const { data, error } = useResponseTimes()
  const [kind, setKind] = useState<PredictionKind>('firstReply')
  const times = (data?.times ?? []).filter(one => one.kind === kind) as ResponseTime[]
  const isEmpty = data?.times.every(({ basis }) => basis === 0)
  return (
    <Section
      title={t('response_times')}
      lead={t('response_times_lead')}
      actions={
        <fieldset className={styles.kinds} aria-label={t('response_times')}>
          {kinds.map(value => (
            <Button
              key={value}
              size="xs"
              variant={value === kind ? 'default' : 'subtle'}
              color="gray"
              aria-pressed={value === kind}
              onClick={() => setKind(value)}
            >
              {t(`clock_${value}`)}
            </Button>
          ))}
        </fieldset>
      }
    >
      <Fault error={error} />
      {isEmpty && (
        <Blank icon={<IconChartBar size={28} />} title={t('response_times_none')}>
          {t('response_times_none_text')}
        </Blank>
      )}
      {data && !isEmpty && <Table times={times} />}
    </Section>
  )
}

function Table({ times }: { times: readonly ResponseTime[] }) {
  const { t } = useWords()
  const longest = Math.max(1, ...times.map(({ range }) => range?.high ?? 0))
  return (
    <div className={styles.place} tabIndex={0} role="region" aria-label={t('response_times')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('response_times_what')}</th>
            <th scope="col">{t('response_times_range')}</th>
            <th scope="col" title={t('response_times_basis_text')}>
              {t('response_times_basis')}
            </th>
            <th scope="col" title={t('response_times_held_text')}>
              {t('response_times_held')}
            </th>
            <th scope="col" title={t('response_times_error_text')}>
              {t('response_times_error')}
            </th>
          </tr>
        </thead>
        <tbody>
          {times.map(time => (
            <Row key={`${time.channel} ${time.topic}`} time={time} longest={longest} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ time, longest }: { time: ResponseTime; longest: number }) {
  const { t, word, locale } = useWords()
  const { channel, topic, range, basis, accuracy } = time
  const said = (span: number) => exactSpan(locale, span)
  const share = (part: number) => `${(part / longest) * 100}%`
  return (
    <tr className={topic ? undefined : styles.whole}>
      <th scope="row">
        {t(`channel_${channel}`)} · {topic ? word('topics', topic) : t('response_times_all')}
      </th>
      <td className={styles.range}>
        {range ? (
          <>
            <span className={styles.track} aria-hidden>
              <span
                className={styles.bar}
                style={{
                  insetInlineStart: share(range.low),
                  inlineSize: `max(4px, ${share(range.high - range.low)})`,
                }}
              />
            </span>
            {[...new Set([said(range.low), said(range.high)])].join(' – ')}
          </>
        ) : (
          <span className={styles.soft}>{t('response_times_few')}</span>
        )}
      </td>
      <td>{basis}</td>
      <td>
        <Held share={accuracy.days7.belowHigh} /> / <Held share={accuracy.days30.belowHigh} />
      </td>
      <td>{accuracy.days30.medianError === null ? '–' : said(accuracy.days30.medianError)}</td>
    </tr>
  )
}

function Held({ share }: { share: number | null }) {
  const { locale } = useWords()
  return share === null ? '–' : new Intl.NumberFormat(locale, { style: 'percent' }).format(share)
}
