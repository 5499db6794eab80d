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

/** Handles events of one type, several at once. Runs at least once, so it must not mind a second time. */
export interface Reaction<T extends EventType> {
  (ctx: Context, events: DeskEvent<T>[]): Promise<void>
  /** Which events it is for; all of its type when left out. */
  concerns?(event: DeskEvent<T>): boolean
}

/** A reaction to some events of its type only; for the others no job is made. */
export const when = <T extends EventType>(
  concerns: (event: DeskEvent<T>) => boolean,
  reaction: Reaction<T>,
): Reaction<T> => Object.assign(reaction, { concerns })

/** Which reactions follow an event: a name for each, which is also the name of its job. */
export type Reactions = { [T in EventType]?: Record<string, Reaction<T>> }

/** An event as it was recorded. */
export const eventOf = (row: RecordedEvent): DeskEvent =>
  ({
    type: row.type,
    at: row.at.toISOString(),
    actor: { kind: row.actor_kind, id: row.actor_id },
    conversationId: row.conversation_id,
    data: row.data,
  }) as DeskEvent

/** A row of `events`, without its number and its transaction. */
export interface RecordedEvent {
  type: string
  at: Date
  actor_kind: string
  actor_id: string | null
  conversation_id: string | null
  data: unknown
}
