// What happened, as the rest of the desk hears of it: recorded with the change, handled at least once, sent to every node.
import type { Context } from './context.ts'

/** Every event and its data; modules add theirs in `events.ts` by declaration merging. Data holds ids, never words. */
// biome-ignore lint: merged into by the modules
export interface Events {}

export type EventType = keyof Events & string

export interface DeskEvent<T extends EventType = EventType> {
  type: T
  /** ISO 8601. */
  at: string
  actor: { kind: string; id: string | null }
  conversationId: string | null
  data: Events[T]
  /** Only on the node where it happened, and only until it is delivered. */
  hint?: unknown
}

/** Handles all events of one type that one transaction wrote. Runs at least once, so it must not mind a second time. */
export type Reaction<T extends EventType> = (ctx: Context, events: DeskEvent<T>[]) => Promise<void>

/** Which reactions follow an event: a name for each, which is also the name of its job. */
export type Reactions = { [T in EventType]?: Record<string, Reaction<T>> }
