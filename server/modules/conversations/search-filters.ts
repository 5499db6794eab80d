// Which conversations a search may show: those that its reader may see and that fit the filters, as conditions on `c`.
import { type RawBuilder, sql } from 'kysely'
import { activeStatuses } from '../../../contract/conversations.ts'
import type { SearchFilters } from '../../../contract/search.ts'
import { may, type ReadContext } from '../../platform/context.ts'
import { conversationsWithFiles } from '../safety/index.ts'

type Condition = RawBuilder<unknown>

/** What a search asks of a conversation itself; `from` and `to` are asked of what was said. */
export type Wanted = Omit<SearchFilters, 'from' | 'to'>

/** Conditions on `c`, a row of `conversations`; null where any will do, as its reader may see all. */
export function conditionsOn(ctx: ReadContext, wanted: Wanted): Condition | null {
  const conditions = [seen(ctx), ...filtered(ctx, wanted)].filter(condition => condition !== null)
  return conditions.length === 0 ? null : sql.join(conditions, sql` and `)
}

/** As `visible` in access.ts decides. */
function seen({ actor }: ReadContext): Condition | null {
  if (may(actor, 'conversations.read_all')) return null
  if (actor.kind !== 'staff' || !may(actor, 'conversations.read')) return sql`false`
  const { id, teamIds } = actor
  return sql`(c.team_id is null and c.side_of is null or c.assignee_id = ${id} or c.team_id = any(${[...teamIds]}::uuid[]))`
}

function filtered(ctx: ReadContext, wanted: Wanted): Condition[] {
  const { status, channel, team, assignee, tag, locale, files, customer } = wanted
  const me = ctx.actor.kind === 'staff' ? ctx.actor.id : null
  const who = assignee === 'me' ? me : assignee
  return [
    status === 'active' && sql`c.status in (${sql.raw(activeStatuses.map(one => `'${one}'`).join(', '))})`,
    status && status !== 'active' && sql`c.status = ${status}`,
    channel && sql`c.channel = ${channel}`,
    team && (team === 'none' ? sql`c.team_id is null` : sql`c.team_id = ${team}::uuid`),
    who !== undefined && (who === 'none' ? sql`c.assignee_id is null` : sql`c.assignee_id = ${who}::uuid`),
    tag && sql`c.tags @> array[${tag}]::text[] and c.tags <> '{}'`,
    locale && sql`(c.locale = ${locale} or starts_with(c.locale, ${`${locale}-`}))`,
    files &&
      sql`(${conversationsWithFiles(sql.ref('c.id'))} or exists (select from shared_files f where f.conversation_id = c.id))`,
    customer && sql`c.customer_id = ${customer}::uuid and c.side_of is null`,
  ].filter(condition => condition !== undefined && condition !== false && condition !== '')
}
