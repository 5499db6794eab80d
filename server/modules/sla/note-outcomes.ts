// How long it took: samples follow from what was noted of a conversation, in whatever order and however often it was heard.
import type { Context, Statement } from '../../platform/context.ts'

/**
 * Brings the samples of these conversations up to date. Only those have any whose opening was heard: what was imported is no
 * measure of how quick the desk is. A first reply is the first message of staff; a resolution lasts to when the conversation
 * was solved or closed and stayed so. What staff never answered was not resolved, but thrown away or withdrawn.
 */
export function noteOutcomes(ctx: Context, ids: readonly string[]): void {
  if (ids.length === 0) return
  const each = [[...new Set(ids)]]
  // Whoever waits for the lock sees what was noted meanwhile.
  ctx.send(lockPredictions, each)
  ctx.send(noteEnds, each)
}

const lockPredictions: Statement = {
  name: 'lock_predictions',
  text: `select 1 from predictions where conversation_id = any($1::uuid[]) order by conversation_id for update`,
}

const done = `('solved', 'closed')`

// What was told after the end was told to nobody.
const noteEnds: Statement = {
  name: 'note_outcomes',
  text: `with outcome as (
      select p.conversation_id, reply.at as replied_at, solution.at as resolved_at
      from predictions p
      left join lateral (
        select at from clock_events e where e.conversation_id = p.conversation_id and e.kind = 'staff_replied'
        order by seq, place limit 1
      ) reply on true
      left join lateral (
        select at from clock_events e where e.conversation_id = p.conversation_id and e.status in ${done}
          and not exists (
            select from clock_events later where later.conversation_id = e.conversation_id
              and later.status not in ${done} and (later.seq, later.place) > (e.seq, e.place))
        order by seq, place limit 1
      ) solution on true
      where p.conversation_id = any($1::uuid[])
    ), changed as (
      update predictions p set replied_at = o.replied_at, resolved_at = o.resolved_at from outcome o
      where p.conversation_id = o.conversation_id
        and (p.replied_at, p.resolved_at) is distinct from (o.replied_at, o.resolved_at)
      returning p.*
    ), ends as (
      select c.*, k.kind, k.at, c.told -> k.kind as first from changed c
      cross join lateral (values
        ('firstReply', c.replied_at), ('resolution', case when c.replied_at is not null then c.resolved_at end)
      ) as k(kind, at)
    ), dropped as (
      delete from samples s using ends e where s.conversation_id = e.conversation_id and s.kind = e.kind and e.at is null
    )
    insert into samples (conversation_id, kind, topic, language, channel, backlog, duration, ended_at, low, high)
    select conversation_id, kind, topic, language, channel, backlog,
      greatest(0, round(extract(epoch from at - opened_at) * 1000))::bigint, at,
      case when (first ->> 'at')::timestamptz <= at then (first ->> 'low')::bigint end,
      case when (first ->> 'at')::timestamptz <= at then (first ->> 'high')::bigint end
    from ends where at is not null
    on conflict (conversation_id, kind) do update set
      duration = excluded.duration, ended_at = excluded.ended_at, low = excluded.low, high = excluded.high`,
}
