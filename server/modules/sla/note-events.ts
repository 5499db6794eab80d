// What clocks go by, out of the desk's events: noted by place, so that neither order nor repetition of hearing it matters.
import type { Status } from '../../../contract/conversations.ts'
import type { Context, Statement } from '../../platform/context.ts'
import type { DeskEvent } from '../../platform/events.ts'
import type { ClockEvent } from './clock.ts'

interface Noted {
  /** Of the newest entry once it had happened; with `place` its order within the conversation. */
  seq: number
  place: number
  kind: ClockEvent['kind']
  status?: Status
}

export const noteOpening = (ctx: Context, event: DeskEvent<'conversation.opened'>): void =>
  note(ctx, event, { seq: 0, place: 0, kind: 'opened', status: event.data.status })

/** Where both sides wrote at once, whether the customer waits tells who had the last word. */
export function noteMessages(ctx: Context, event: DeskEvent<'entries.appended'>): void {
  const { from, to: seq, customerWrote, staffWrote, customerWaits } = event.data
  const customer = { seq, kind: 'customer_wrote' } as const
  const staff = { seq, kind: 'staff_replied' } as const
  if (customerWrote && staffWrote) {
    note(ctx, event, { ...customer, place: customerWaits ? 1 : 0 })
    note(ctx, event, { ...staff, place: customerWaits ? 0 : 1 })
  } else if (customerWrote || staffWrote) {
    const { kind } = customerWrote ? customer : staff
    ctx.send(noteMessage, [event.conversationId, seq, kind, event.at, from])
  }
}

/** Changes come behind the messages of their moment. */
export function noteChange(ctx: Context, event: DeskEvent<'conversation.changed'>): void {
  const { seq, version, status, previousStatus } = event.data
  if (status !== previousStatus) note(ctx, event, { seq, place: 2 + version, kind: 'status_changed', status })
}

function note(ctx: Context, { conversationId, at }: DeskEvent, { seq, place, kind, status }: Noted): void {
  ctx.send(noteEvent, [conversationId, seq, place, kind, status ?? null, at])
}

const noteEvent: Statement = {
  name: 'note_clock_event',
  text: `insert into clock_events (conversation_id, seq, place, kind, status, at, to_seq)
    values ($1, $2, $3, $4, $5, $6, $2) on conflict do nothing`,
}

// Only the first of one side's messages in a row matters, and reckoning reads them all.
const noteMessage: Statement = {
  name: 'note_clock_message',
  text: `with longer as (
      update clock_events set to_seq = $2
      where conversation_id = $1 and kind = $3 and to_seq = $5 - 1 returning 1
    )
    insert into clock_events (conversation_id, seq, place, kind, status, at, to_seq)
    select $1, $2, 0, $3, null, $4, $2 where not exists (select 1 from longer) on conflict do nothing`,
}
