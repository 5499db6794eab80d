// How many readers needed nobody, day by day: a bar for each day, and the same as a table.
import { Section } from '../../../kit/section.tsx'
import { useWords } from '../../language/words.tsx'
import styles from './reports.module.css'
import type { Report } from './use-reports.ts'

type Days = Report['days']

const height = 120
const step = 12
const bar = 8

export function Deflection({ days }: { days: Days }) {
  const { t, locale } = useWords()
  const sum = (name: 'opened' | 'deflected') => days.reduce((all, day) => all + day[name], 0)
  const [opened, deflected] = [sum('opened'), sum('deflected')]
  const share = new Intl.NumberFormat(locale, { style: 'percent' }).format(opened && deflected / opened)
  return (
    <Section title={t('reports_deflection')} lead={t('reports_deflection_lead')}>
      {opened === 0 ? (
        <p className={styles.none}>{t('reports_none')}</p>
      ) : (
        <>
          <p className={styles.rate}>{t('reports_rate', { deflected, opened, share })}</p>
          <Plot days={days} />
        </>
      )}
      <details className={styles.details}>
        <summary>{t('reports_table')}</summary>
        <DayTable days={days} />
      </details>
    </Section>
  )
}

/** Decoration beside the table, which says the same to everybody. */
function Plot({ days }: { days: Days }) {
  const { t, locale } = useWords()
  const most = Math.max(1, ...days.map(({ opened }) => opened))
  const scaled = (count: number) => (count / most) * height
  const width = days.length * step
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const ends = [days[0], days.at(-1)].map(one => one && date.format(new Date(one.day)))
  return (
    <div className={styles.plot} aria-hidden>
      <div className={styles.drawing}>
        <span className={styles.most}>{most}</span>
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
          {days.map(({ day, opened, deflected }, index) => (
            <g key={day} transform={`translate(${index * step + (step - bar) / 2} 0)`}>
              <rect
                className={styles.opened}
                y={height - scaled(opened)}
                width={bar}
                height={scaled(opened)}
              />
              <rect
                className={styles.deflected}
                y={height - scaled(deflected)}
                width={bar}
                height={scaled(deflected)}
              />
            </g>
          ))}
        </svg>
      </div>
      <div className={styles.ends}>
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
      <div className={styles.legend}>
        <span data-of="opened">{t('reports_opened')}</span>
        <span data-of="deflected">{t('reports_deflected')}</span>
      </div>
    </div>
  )
}

function DayTable({ days }: { days: Days }) {
  const { t } = useWords()
  return (
    <div className={styles.place} tabIndex={0} role="region" aria-label={t('reports_deflection')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('reports_day')}</th>
            <th scope="col">{t('reports_searches')}</th>
            <th scope="col">{t('reports_opened')}</th>
            <th scope="col">{t('reports_contacted')}</th>
            <th scope="col">{t('reports_deflected')}</th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map(({ day, searches, opened, contacted, deflected }) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              <td>{searches}</td>
              <td>{opened}</td>
              <td>{contacted}</td>
              <td>{deflected}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
