// Opening hours and holidays as people write them in a field, and back.
import type { Calendar, Span } from '../../../contract/sla.ts'

type Holiday = Calendar['holidays'][number]

/** Such as `09:00-12:00, 13:00-17:00`. */
export const fromSpans = (spans: readonly Span[]): string =>
  spans.map(({ from, to }) => `${from}-${to}`).join(', ')

/** Null where it can't be read; whether the spans fit together is for the desk to say. */
export function toSpans(text: string): Span[] | null {
  const parts = text.split(/[,，、;]/).map(part => part.trim())
  const spans = parts.filter(part => part !== '').map(toSpan)
  return spans.every(span => span !== null) ? spans : null
}

const spanPattern = /^(\d{1,2}):?(\d\d)?\s*[-–—~～]\s*(\d{1,2}):?(\d\d)?$/

function toSpan(text: string): Span | null {
  const [, fromHour, fromMinute = '00', toHour, toMinute = '00'] = spanPattern.exec(text) ?? []
  if (!fromHour || !toHour) return null
  const span = { from: time(fromHour, fromMinute), to: time(toHour, toMinute) }
  return span.from < span.to && span.to <= '24:00' && isMinute(fromMinute) && isMinute(toMinute) ? span : null
}

const time = (hour: string, minute: string): string => `${hour.padStart(2, '0')}:${minute}`
const isMinute = (minute: string): boolean => minute < '60'

/** One a line: the date, the hours that are open nevertheless, if any, and the name. */
export const fromHolidays = (holidays: readonly Holiday[]): string =>
  holidays
    .map(({ date, spans, name }) =>
      [date, fromSpans(spans).replaceAll(', ', ','), name].filter(Boolean).join(' '),
    )
    .join('\n')

const holidayPattern = /^(\d{4}-\d\d-\d\d)\s+(?:(\d[\d:,–—~～-]*)\s+)?(\S.*)$/

/** The number of the line that can't be read, from 1 on, or all of them. */
export function toHolidays(text: string): Holiday[] | number {
  const holidays: Holiday[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const [, date, hours, name] = holidayPattern.exec(line.trim()) ?? []
    const spans = toSpans(hours ?? '')
    if (!date || !name || !spans) return index + 1
    holidays.push({ date, name, spans })
  }
  return holidays
}
