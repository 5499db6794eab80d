// Dates as mail programs write them: RFC 5322, its obsolete forms, and what goes wrong in practice.

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Hours from UTC. */
const zones: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  bst: 1,
  cet: 1,
  cest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  jst: 9,
  kst: 9,
  hkt: 8,
  sgt: 8,
}

const mailDate =
  /(\d{1,2})[ .-]{1,3}([a-z]{3})[a-z]{0,6}[ .,-]{1,3}(\d{2,4})[ ,]{1,3}(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2}))?(?:[.,]\d{1,9})? ?(am|pm)? ?(?:(?:gmt|utc)?([+-]\d{1,2}):?(\d{2})|([a-z]{1,5}))?/i

/** The instant a Date field names, UTC where it names no zone; null when nobody can tell. */
export function readDate(field: string | null): Date | null {
  if (!field) return null
  const text = field.slice(0, 200).replaceAll(/\s+/g, ' ')
  const found = mailDate.exec(text)
  const instant = (found && instantOf(found)) ?? Date.parse(text.replace(/ ?\([^()]*\)?$/, ''))
  const isSensible = instant > 0 && instant < Date.UTC(2200)
  return isSensible ? new Date(instant) : null
}

function instantOf(found: RegExpExecArray): number | null {
  const [, day, monthName, yearText, hourText, minute, second, half, zoneHours, zoneMinutes, zoneName] = found
  const month = months.indexOf(monthName!.toLowerCase())
  if (month < 0) return null
  const year = Number(yearText)
  const fullYear = year >= 1000 ? year : year + (year < 50 ? 2000 : 1900)
  const local = Date.UTC(
    fullYear,
    month,
    Number(day),
    hourOf(hourText!, half),
    Number(minute),
    Number(second ?? 0),
  )
  return local - offsetOf(zoneHours, zoneMinutes, zoneName) * 60_000
}

function hourOf(text: string, half: string | undefined): number {
  const hour = Number(text)
  if (half?.toLowerCase() === 'pm' && hour < 12) return hour + 12
  return half?.toLowerCase() === 'am' && hour === 12 ? 0 : hour
}

/** Minutes ahead of UTC. */
function offsetOf(hours: string | undefined, minutes: string | undefined, name: string | undefined): number {
  if (hours === undefined) return (zones[name?.toLowerCase() ?? ''] ?? 0) * 60
  const sign = hours.startsWith('-') ? -1 : 1
  return sign * (Math.abs(Number(hours)) * 60 + Number(minutes))
}
