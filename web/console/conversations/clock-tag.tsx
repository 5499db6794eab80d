// The promise that is due next: how long there is left, that it stands still, or how late it is.
import { IconAlertTriangle, IconHourglass, IconHourglassLow, IconPlayerPause } from '@tabler/icons-react'
import type { DueClock } from '../../../contract/clocks.ts'
import { Tag, type Tone } from '../../kit/tag.tsx'
import { exactSpan, fullTime } from '../language/time.ts'
import { useWords } from '../language/words.tsx'

const looks = {
  left: { tone: 'plain', Icon: IconHourglass },
  near: { tone: 'waiting', Icon: IconHourglassLow },
  late: { tone: 'late', Icon: IconAlertTriangle },
  paused: { tone: 'plain', Icon: IconPlayerPause },
} as const satisfies Record<string, { tone: Tone; Icon: unknown }>

/** `short` leaves to its title, and to who hears the page, what was promised: in a narrow head the time must stay. */
export function ClockTag({ clock, now, short }: { clock: DueClock; now: number; short?: boolean }) {
  const { t, locale } = useWords()
  const what = t(`clock_${clock.kind}`)
  const state = stateOf(clock, now)
  const { tone, Icon } = looks[state]
  const left = clock.dueAt ? Math.abs(Date.parse(clock.dueAt) - now) : (clock.left ?? 0)
  const values = { what, span: exactSpan(locale, left) }
  const title = clock.dueAt
    ? t('clock_due', { what, at: fullTime(locale, clock.dueAt) })
    : t('clock_paused_text', { what })
  return (
    <Tag tone={tone} icon={<Icon size={13} aria-hidden />} title={title}>
      {short ? (
        <>
          <span className="visually-hidden">{what}: </span>
          {t(`clock_${state}_short`, values)}
        </>
      ) : (
        t(`clock_${state}`, values)
      )}
    </Tag>
  )
}

function stateOf({ state, dueAt, warnAt }: DueClock, now: number): keyof typeof looks {
  if (!dueAt) return 'paused'
  if (state === 'breached' || Date.parse(dueAt) <= now) return 'late'
  return warnAt !== null && Date.parse(warnAt) <= now ? 'near' : 'left'
}
