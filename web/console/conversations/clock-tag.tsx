// The promise that is due next: how long there is left, that it stands still, or how late it is.
import { IconAlertTriangle, IconHourglass, IconHourglassLow, IconPlayerPause } from '@tabler/icons-react'
import type { DueClock } from '../../../contract/clocks.ts'
import { Tag } from '../../kit/tag.tsx'
import { exactSpan, fullTime } from '../language/time.ts'
import { useWords } from '../language/words.tsx'

export function ClockTag({ clock, now }: { clock: DueClock; now: number }) {
  const { t, locale } = useWords()
  const what = t(`clock_${clock.kind}`)
  if (!clock.dueAt) {
    const left = exactSpan(locale, clock.left ?? 0)
    return (
      <Tag icon={<IconPlayerPause size={13} aria-hidden />} title={t('clock_paused_text')}>
        {t('clock_paused', { what, span: left })}
      </Tag>
    )
  }
  const title = t('clock_due', { what, at: fullTime(locale, clock.dueAt) })
  const left = Date.parse(clock.dueAt) - now
  if (left <= 0 || clock.state === 'breached') {
    return (
      <Tag tone="late" icon={<IconAlertTriangle size={13} aria-hidden />} title={title}>
        {t('clock_late', { what, span: exactSpan(locale, -left) })}
      </Tag>
    )
  }
  const isNear = clock.warnAt !== null && Date.parse(clock.warnAt) <= now
  const Icon = isNear ? IconHourglassLow : IconHourglass
  return (
    <Tag tone={isNear ? 'waiting' : 'plain'} icon={<Icon size={13} aria-hidden />} title={title}>
      {t(isNear ? 'clock_near' : 'clock_left', { what, span: exactSpan(locale, left) })}
    </Tag>
  )
}
