// Conversations as this node wrote them last: the next message of one is then written without asking for its row first.
import type { Desk } from '../../platform/context.ts'
import type { DeskEvent } from '../../platform/events.ts'
import type { Written } from './write.ts'

/** About ten megabytes. */
const mostRemembered = 5_000

const memories = new WeakMap<Desk, Map<string, Written>>()

/** The conversation as this node knows it; what relies on it must be written with its `mark`, which tells whether it still is so. */
export const recall = (desk: Desk, id: string): Written | undefined => memories.get(desk)?.get(id)

/** What every change of a conversation's row is told by. */
const tellOfRows = new Set<string>(['entries.appended', 'conversation.changed', 'conversation.read'])

/**
 * Remembers what the events of a transaction say about conversations, and forgets those of which they don't say enough.
 * The events are all and in order: one transaction has one mark, whatever it did to a row before it left it.
 */
export function remember(desk: Desk, events: DeskEvent[]): void {
  const memory = memories.get(desk) ?? new Map<string, Written>()
  memories.set(desk, memory)
  for (const { type, conversationId, hint } of events) {
    if (!tellOfRows.has(type)) continue
    // What was written last stands last, so that the oldest is the first.
    memory.delete(conversationId!)
    const written = hint as Written | undefined
    if (written?.mark) memory.set(conversationId!, { ...written, entries: [] })
    if (memory.size > mostRemembered) memory.delete(memory.keys().next().value!)
  }
}
