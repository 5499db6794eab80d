// Clocks of promises as staff see them.
import { z } from 'zod'
import { Instant } from './common.ts'

export const clockKinds = ['firstReply', 'nextReply', 'resolution'] as const
export type ClockKind = (typeof clockKinds)[number]

/** A clock that somebody has to keep, or has not kept. */
export const DueClock = z.object({
  kind: z.enum(clockKinds),
  state: z.enum(['running', 'paused', 'breached']),
  /** Late from this instant on; null while paused. */
  dueAt: Instant.nullable(),
  /** From this instant on it is nearly late. */
  warnAt: Instant.nullable(),
  /** Milliseconds of working time that a paused one has left; null for others. */
  left: z.int().nullable(),
})
export type DueClock = z.infer<typeof DueClock>

/** All that is known of one clock of a conversation. */
export const ConversationClock = z.object({
  kind: z.enum(clockKinds),
  state: z.enum(['none', 'running', 'paused', 'met', 'breached']),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  dueAt: Instant.nullable(),
  warnAt: Instant.nullable(),
  /** Milliseconds of working time. */
  used: z.int(),
  target: z.int().nullable(),
  warnedAt: Instant.nullable(),
  breachedAt: Instant.nullable(),
})
export type ConversationClock = z.infer<typeof ConversationClock>
