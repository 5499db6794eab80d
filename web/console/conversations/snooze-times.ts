// When a conversation that is put off comes back: the usual moments, in the reader's own time.

export type SnoozePreset = 'hour' | 'three_hours' | 'tomorrow' | 'next_week'

const hour = 3_600_000

/** The presets with their instants as ISO 8601. Mornings are at nine. */
export function snoozeTimes(now: number): { preset: SnoozePreset; until: string }[] {
  const morning = (days: number) => {
    const date = new Date(now)
    date.setDate(date.getDate() + days)
    date.setHours(9, 0, 0, 0)
    return date.toISOString()
  }
  const daysToMonday = (8 - new Date(now).getDay()) % 7 || 7
  return [
    { preset: 'hour', until: new Date(now + hour).toISOString() },
    { preset: 'three_hours', until: new Date(now + 3 * hour).toISOString() },
    { preset: 'tomorrow', until: morning(1) },
    { preset: 'next_week', until: morning(daysToMonday) },
  ]
}

/** The value of a `datetime-local` field as an instant; undefined when it is empty or past. */
export function instantOf(field: string, now: number): string | undefined {
  const at = Date.parse(field)
  return Number.isNaN(at) || at <= now ? undefined : new Date(at).toISOString()
}
