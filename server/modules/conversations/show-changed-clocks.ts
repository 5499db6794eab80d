// Clocks that changed, shown to staff who look at the conversation or at a list.
import type { DeskEvent } from '../../platform/events.ts'
import type { Live } from '../../platform/realtime.ts'
import { visible } from './access.ts'
import { rowsOf } from './feed.ts'

/** Sends them; a reader who may not see a conversation hears nothing of its clock. */
export async function showChangedClocks(
  { desk, hub }: Live,
  events: DeskEvent<'clock.shown'>[],
): Promise<void> {
  const frameOf = ({ conversationId, data }: DeskEvent<'clock.shown'>) => ({
    type: 'clock' as const,
    conversationId: conversationId!,
    clock: data.clock,
  })
  for (const event of events) hub.send(`conversation:${event.conversationId}`, 'staff', () => frameOf(event))
  const members = hub.members('inbox', 'staff')
  if (members.length === 0) return
  const ids = events.map(({ conversationId }) => conversationId!)
  const rows = new Map((await rowsOf(desk, ids)).map(row => [row.id, row]))
  for (const event of events) {
    const row = rows.get(event.conversationId!)
    for (const member of members) {
      if (row && visible(member.actor, row)) hub.sendTo(member, frameOf(event))
    }
  }
}
