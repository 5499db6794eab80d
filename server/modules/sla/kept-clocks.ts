// The clocks as the database keeps them, with what was told of each.
import { sql } from 'kysely'
import type { Context, ReadContext } from '../../platform/context.ts'
import { type Clock, newClock } from './clock.ts'
import type { Standing } from './standing.ts'

/** By conversation. What only the fold needs is not kept, so these clocks can be compared, not carried on. */
export async function readStandings(
  ctx: Pick<ReadContext, 'db'>,
  ids: readonly string[],
): Promise<Map<string, Standing[]>> {
  const rows = await ctx.db
    .selectFrom('clocks')
    .selectAll()
    .where('conversation_id', 'in', [...ids])
    .execute()
  const found = new Map<string, Standing[]>()
  for (const row of rows) {
    const clock: Clock = {
      ...newClock(row.kind),
      state: row.state,
      startedAt: row.started_at,
      endedAt: row.ended_at,
      dueAt: row.due_at,
      warnAt: row.warn_at,
      used: Number(row.used),
      target: row.target === null ? null : Number(row.target),
    }
    const { warned_at: warnedAt, breached_at: breachedAt, escalated_to: escalatedTo } = row
    const known = found.get(row.conversation_id) ?? []
    found.set(row.conversation_id, [...known, { clock, warnedAt, breachedAt, escalatedTo }])
  }
  return found
}

/** Keeps what stands; a clock that stands no more is dropped. */
export async function keepClocks(
  ctx: Context,
  conversationId: string,
  standings: readonly Standing[],
  before: readonly Standing[],
): Promise<void> {
  const kinds = standings.map(({ clock }) => clock.kind)
  const dropped = before.map(({ clock }) => clock.kind).filter(kind => !kinds.includes(kind))
  if (dropped.length > 0) {
    await ctx.db
      .deleteFrom('clocks')
      .where('conversation_id', '=', conversationId)
      .where('kind', 'in', dropped)
      .execute()
  }
  if (standings.length === 0) return
  await ctx.db
    .insertInto('clocks')
    .values(standings.map(standing => toRow(conversationId, standing)))
    .onConflict(on =>
      on.columns(['conversation_id', 'kind']).doUpdateSet({
        state: sql`excluded.state`,
        started_at: sql`excluded.started_at`,
        ended_at: sql`excluded.ended_at`,
        due_at: sql`excluded.due_at`,
        warn_at: sql`excluded.warn_at`,
        used: sql`excluded.used`,
        target: sql`excluded.target`,
        warned_at: sql`excluded.warned_at`,
        breached_at: sql`excluded.breached_at`,
        escalated_to: sql`excluded.escalated_to`,
      }),
    )
    .execute()
}

const toRow = (conversationId: string, { clock, warnedAt, breachedAt, escalatedTo }: Standing) => ({
  conversation_id: conversationId,
  kind: clock.kind,
  state: clock.state,
  started_at: clock.startedAt,
  ended_at: clock.endedAt,
  due_at: clock.dueAt,
  warn_at: clock.warnAt,
  used: clock.used,
  target: clock.target,
  warned_at: warnedAt,
  breached_at: breachedAt,
  escalated_to: escalatedTo,
})
