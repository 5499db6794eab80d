// What clocks go by, out of the desk's events: noted by place, so that neither order nor repetition of hearing it matters.
import type { Status } from '../../../contract/conversations.ts'
import type { Context, Statement } from '../../platform/context.ts'
import type { DeskEvent } from '../../platform/events.ts'
import type { ClockEvent } from './clock.ts'

interface Noted {
  conversationId: string
  /** Of the newest entry once it had happened; with `place` its order within the conversation. */
  seq: number
  place: number
  kind: ClockEvent['kind']
  status?: Status
  at: string
}

export const noteOpenings = (ctx: Context, events: readonly DeskEvent<'conversation.opened'>[]): void =>
  note(
    ctx,
    events.map(({ conversationId, at, data: { status } }) => ({
      conversationId: conversationId!,
      seq: 0,
      place: 0,
      kind: 'opened',
      status,
      at,
    })),
  )

/** A conversation of long ago was answered and is over; what comes next is a new round. */
export const noteImports = (ctx: Context, events: readonly DeskEvent<'conversation.imported'>[]): void =>
  note(
    ctx,
    events
      .filter(({ data }) => data.from === 1)
      .flatMap(({ conversationId, at }) => {
        const noted = { conversationId: conversationId!, seq: 0, at }
        return [
          { ...noted, place: 0, kind: 'staff_replied' as const },
          { ...noted, place: 1, kind: 'status_changed' as const, status: 'solved' as const },
        ]
      }),
  )

/** One side's messages in a row. */
interface Run {
  conversationId: string
  kind: 'customer_wrote' | 'staff_replied'
  /** The first entry of the first event, and the newest of the first and of the last. */
  from: number
  seq: number
  to: number
  at: string
}

/** Where both sides wrote at once, whether the customer waits tells who had the last word. */
export function noteMessages(ctx: Context, events: readonly DeskEvent<'entries.appended'>[]): void {
  const runs: Run[] = []
  const both: Noted[] = []
  const last = new Map<string, Run>()
  for (const event of events) {
    const { from, to, customerWrote, staffWrote, customerWaits } = event.data
    const conversationId = event.conversationId!
    const run = last.get(conversationId)
    if (customerWrote && staffWrote) {
      const noted = { conversationId, seq: to, at: event.at }
      both.push({ ...noted, kind: 'customer_wrote', place: customerWaits ? 1 : 0 })
      both.push({ ...noted, kind: 'staff_replied', place: customerWaits ? 0 : 1 })
      last.delete(conversationId)
      continue
    }
    const kind = customerWrote ? 'customer_wrote' : 'staff_replied'
    if (run?.kind === kind && run.to === from - 1) run.to = to
    else {
      const fresh = { conversationId, kind, from, seq: to, to, at: event.at } as const
      runs.push(fresh)
      last.set(conversationId, fresh)
    }
  }
  note(ctx, both)
  if (runs.length > 0) ctx.send(noteRuns, [JSON.stringify(runs)])
}

/** Changes come behind the messages of their moment. */
export const noteChanges = (ctx: Context, events: readonly DeskEvent<'conversation.changed'>[]): void =>
  note(
    ctx,
    events
      .filter(({ data }) => data.status !== data.previousStatus)
      .map(({ conversationId, at, data: { seq, version, status } }) => ({
        conversationId: conversationId!,
        seq,
        place: 2 + version,
        kind: 'status_changed',
        status,
        at,
      })),
  )

/** What a customer wrote in a conversation counts, once that is merged, where it goes on. */
export const noteMerges = (ctx: Context, events: readonly DeskEvent<'conversation.merged'>[]): void =>
  note(
    ctx,
    events.map(({ at, data: { intoId, seq } }) => ({
      conversationId: intoId,
      seq,
      place: 0,
      kind: 'customer_wrote',
      at,
    })),
  )

function note(ctx: Context, noted: Noted[]): void {
  if (noted.length > 0) ctx.send(noteEvents, [JSON.stringify(noted)])
}

const noteEvents: Statement = {
  name: 'note_clock_events',
  text: `insert into clock_events (conversation_id, seq, place, kind, status, at, to_seq)
    select "conversationId", seq, place, kind, status, at, seq from json_to_recordset($1::json) as r(
      "conversationId" uuid, seq int, place int, kind text, status text, at timestamptz)
    on conflict do nothing`,
}

// Only the first of one side's messages in a row matters, and reckoning reads them all.
const noteRuns: Statement = {
  name: 'note_clock_messages',
  text: `with given as (
      select * from json_to_recordset($1::json) as r(
        "conversationId" uuid, kind text, "from" int, seq int, "to" int, at timestamptz)
    ), longer as (
      update clock_events e set to_seq = g."to" from given g
      where e.conversation_id = g."conversationId" and e.kind = g.kind and e.to_seq = g."from" - 1
      returning e.conversation_id, g.seq
    )
    insert into clock_events (conversation_id, seq, place, kind, status, at, to_seq)
    select "conversationId", seq, 0, kind, null, at, "to" from given g
    where not exists (select 1 from longer l where l.conversation_id = g."conversationId" and l.seq = g.seq)
    on conflict do nothing`,
}
