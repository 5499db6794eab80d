// What the desk promises: when it is open, and how soon it answers and solves.
import { z } from 'zod'
import type { ClockKind } from './clocks.ts'
import { Id, Instant, LocaleTag, limits, TimeZone } from './common.ts'
import { activeStatuses, ChannelName, Priority, Topic } from './conversations.ts'
import { Tier } from './customers.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

const minuteOfDay = /^([01]\d|2[0-3]):[0-5]\d$/
const Span = z
  .object({
    from: z.string().regex(minuteOfDay),
    /** Exclusive; `24:00` is the end of the day. */
    to: z.union([z.string().regex(minuteOfDay), z.literal('24:00')]),
  })
  .refine(({ from, to }) => from < to, {
    path: ['to'],
    message: 'must be after the start; write a shift over midnight as two spans',
  })
/** Wall-clock time of one day. */
export type Span = z.infer<typeof Span>

const Spans = z
  .array(Span)
  .max(24)
  .refine(spans => spans.every(({ from }, at) => at === 0 || spans[at - 1]!.to <= from), {
    message: 'must be in order and not overlap',
  })

const Holiday = z.object({
  date: z.iso.date(),
  name: z.string().trim().min(1).max(limits.name),
  /** Open on that day nevertheless, in place of the week's spans; closed where there are none. */
  spans: Spans.default([]),
})

export const Calendar = z
  .object({
    name: z.string().trim().min(1).max(limits.name),
    timeZone: TimeZone,
    /** Day and night; week and holidays then count for nothing. */
    always: z.boolean(),
    week: z.record(z.enum(weekdays), Spans),
    holidays: z
      .array(Holiday)
      .max(1_000)
      .refine(days => new Set(days.map(({ date }) => date)).size === days.length, {
        message: 'must not name a day twice',
      }),
  })
  .refine(({ always, week }) => always || weekdays.some(day => week[day].length > 0), {
    path: ['week'],
    message: 'must be open at some time',
  })
export type Calendar = z.infer<typeof Calendar>

const Target = z.object({
  /** Of working time. */
  minutes: z.int().min(1).max(129_600),
  /** The share of the time after which a warning is due. */
  warning: z.number().gt(0).lt(1).optional(),
})

const PausingStatuses = z.array(z.enum(activeStatuses)).max(activeStatuses.length)

export const defaultPauses = {
  firstReply: [],
  nextReply: [],
  resolution: ['waiting', 'on_hold', 'snoozed'],
} satisfies Record<ClockKind, z.infer<typeof PausingStatuses>>

const Pauses = z
  .object({
    firstReply: PausingStatuses.default(defaultPauses.firstReply),
    nextReply: PausingStatuses.default(defaultPauses.nextReply),
    resolution: PausingStatuses.default(defaultPauses.resolution),
  })
  .default(defaultPauses)

/** A whole number is minutes of working time after the breach. */
const escalateAt = { at: z.union([z.enum(['warning', 'breach']), z.int().min(1).max(129_600)]) }
const EscalationStep = z.discriminatedUnion('do', [
  z.object({ ...escalateAt, do: z.enum(['notify_assignee', 'notify_leads', 'raise_priority']) }),
  z.object({ ...escalateAt, do: z.literal('assign_team'), teamId: Id }),
])
export type EscalationStep = z.infer<typeof EscalationStep>

const anyOf = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(100).optional()

export const Policy = z.object({
  name: z.string().trim().min(1).max(limits.name),
  enabled: z.boolean(),
  /** The first one that matches counts. */
  position: z.int().nonnegative(),
  /** A list that is absent allows anything. */
  match: z.object({
    topics: anyOf(Topic),
    priorities: anyOf(Priority),
    /** `zh` also stands for `zh-TW`. */
    languages: anyOf(LocaleTag),
    tiers: anyOf(Tier),
    channels: anyOf(ChannelName),
    teamIds: anyOf(Id),
  }),
  /** Null is day and night. */
  calendarId: Id.nullable(),
  targets: z.object({
    firstReply: Target.optional(),
    nextReply: Target.optional(),
    resolution: Target.optional(),
  }),
  /** In which statuses a clock stands still. */
  pauses: Pauses,
  escalation: z.array(EscalationStep).max(20),
})
export type Policy = z.infer<typeof Policy>

const kept = {
  id: Id,
  /** Grows with every change; conversations keep to the one that counted for them. */
  version: z.int().positive(),
  changedAt: Instant,
}
export const KeptCalendar = z.object({ ...kept, calendar: Calendar })
export type KeptCalendar = z.infer<typeof KeptCalendar>
export const KeptPolicy = z.object({ ...kept, policy: Policy })
export type KeptPolicy = z.infer<typeof KeptPolicy>

/** `version` is the one that was changed: refused as `stale_version` when there is a newer one. */
export const ChangeCalendar = z.object({ version: z.int().positive(), calendar: Calendar })
export const ChangePolicy = z.object({ version: z.int().positive(), policy: Policy })

/** How far open conversations have got their clocks by the newest policies and calendars. */
export const Recalculation = z.object({
  startedAt: Instant,
  done: z.int(),
  /** About how many there are. */
  total: z.int(),
  finishedAt: Instant.nullable(),
})
export type Recalculation = z.infer<typeof Recalculation>
