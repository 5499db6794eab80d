// Which offset a time zone has when, from Intl alone and exact to the millisecond.

export const dayMs = 86_400_000

/** While `from` <= instant < `to`, the wall clock shows the instant plus `offset`. All in milliseconds since 1970 in UTC. */
export interface OffsetPeriod {
  from: number
  to: number
  offset: number
}

/**
 * The periods of one UTC day (days since 1970), in order and without gaps: one, or two where the clocks change. `timeZone`
 * is an IANA name; throws a RangeError for any other.
 */
export function offsetsOn(timeZone: string, utcDay: number): OffsetPeriod[] {
  const format = formatOf(timeZone)
  const from = utcDay * dayMs
  const to = from + dayMs
  const before = offsetAt(format, from)
  const after = offsetAt(format, to)
  if (before === after) return [{ from, to, offset: before }]
  const change = firstWithout(format, before, from, to)
  return [
    { from, to: change, offset: before },
    { from: change, to, offset: after },
  ].filter(period => period.from < period.to)
}

const formats = new Map<string, Intl.DateTimeFormat>()
const mostFormats = 100

/** Making a format is a hundred times as costly as using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  if (formats.size >= mostFormats) formats.clear()
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, made)
  return made
}

/** The wall clock shows whole seconds, so the instant's own milliseconds are left out of the difference. */
function offsetAt(format: Intl.DateTimeFormat, at: number): number {
  const [month, day, year, hour, minute, second] = format.format(at).match(/\d+/g)!.map(Number)
  return Date.UTC(year!, month! - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
}

/** The first instant in (from, to] at which the offset isn't `offset` any more. */
function firstWithout(format: Intl.DateTimeFormat, offset: number, from: number, to: number): number {
  let [still, changed] = [from, to]
  while (changed - still > 1) {
    const middle = Math.floor((still + changed) / 2)
    if (offsetAt(format, middle) === offset) still = middle
    else changed = middle
  }
  return changed
}
