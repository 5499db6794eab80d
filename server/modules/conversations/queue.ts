// Who waits, in which order, and where in the line somebody stands.
import type { ReadContext, Statement } from '../../platform/context.ts'
import type { ConversationRow } from './access.ts'

export interface Waiting {
  id: string
  team_id: string | null
  priority: number
  queued_at: Date
}

/** 1 for the next in line; null for a conversation that doesn't wait. */
export async function positionOf(ctx: ReadContext, row: ConversationRow): Promise<number | null> {
  if (row.status !== 'queued' || !row.queued_at) return null
  const [found] = await ctx.run<{ ahead: number }>(countAhead, [row.priority, row.queued_at, row.id])
  return found!.ahead + 1
}

/** The first `limit` in line of those that belong to no team or to one of these; of all when no teams are given. */
export const waitingFirst = (
  ctx: ReadContext,
  limit: number,
  teamIds: readonly string[] | null = null,
): Promise<Waiting[]> => ctx.run<Waiting>(firstInLine, [limit, teamIds])

/** Since when the one who waits longest waits; null when nobody does. */
export async function waitingSince(ctx: ReadContext): Promise<Date | null> {
  const [row] = await ctx.run<{ since: Date | null }>(longest, [])
  return row!.since
}

/** Everybody's place in line, first come first. */
export async function wholeLine(ctx: ReadContext): Promise<string[]> {
  const rows = await ctx.run<{ id: string }>(line, [])
  return rows.map(row => row.id)
}

const order = 'priority desc, queued_at, id'

const countAhead: Statement = {
  name: 'count_ahead',
  text: `select count(*) as ahead from conversations where status = 'queued'
    and (priority > $1 or priority = $1 and (queued_at, id) < ($2::timestamptz, $3::uuid))`,
}

const firstInLine: Statement = {
  name: 'first_in_line',
  text: `select id, team_id, priority, queued_at from conversations where status = 'queued'
    and ($2::uuid[] is null or team_id is null or team_id = any($2)) order by ${order} limit $1`,
}

const longest: Statement = {
  name: 'waiting_longest_since',
  text: `select min(queued_at) as since from conversations where status = 'queued'`,
}

const line: Statement = {
  name: 'whole_line',
  text: `select id from conversations where status = 'queued' order by ${order} limit 20000`,
}

/** How many live conversations each agent has. */
export async function liveLoads(ctx: ReadContext): Promise<Map<string, number>> {
  const rows = await ctx.run<{ assignee_id: string; load: number }>(loads, [])
  return new Map(rows.map(row => [row.assignee_id, row.load]))
}

const loads: Statement = {
  name: 'live_loads',
  text: `select assignee_id, count(*) as load from conversations
    where live and assignee_id is not null and status in ('open', 'waiting') group by assignee_id`,
}
