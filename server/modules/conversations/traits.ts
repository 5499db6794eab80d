// What decides which promise a conversation gets and which rules are for it, and which conversations are still open.
import type { ChannelName, Complexity, Priority, Status, Topic } from '../../../contract/conversations.ts'
import { activeStatuses, complexities, priorities } from '../../../contract/conversations.ts'
import type { ReadContext, Statement } from '../../platform/context.ts'
import { tiersOf } from '../customers/index.ts'

export interface Traits {
  topic: Topic | null
  priority: Priority
  /** A locale. */
  language: string
  /** Of its customer. */
  tier: string | null
  channel: ChannelName
  teamId: string | null
  assigneeId: string | null
  status: Status
  complexity: Complexity
  tags: readonly string[]
  number: number
  subject: string | null
  /** Since when a message of the customer has had no answer. */
  waitingSince: Date | null
  /** When something was last written, to ten seconds. */
  activeAt: Date
}

/** By id, as they stand now. */
export async function traitsOf(
  ctx: Pick<ReadContext, 'db'>,
  ids: readonly string[],
): Promise<Map<string, Traits>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('conversations')
    .select(['id', 'customer_id', 'topic', 'priority', 'locale', 'channel', 'team_id', 'assignee_id'])
    .select(['status', 'complexity', 'tags', 'number', 'subject', 'waiting_since', 'active_at'])
    .where('id', 'in', [...ids])
    .execute()
  const customerIds = rows.map(row => row.customer_id)
  const tiers = customerIds.length > 0 ? await tiersOf(ctx, customerIds) : new Map<string, string>()
  return new Map(
    rows.map(row => [
      row.id,
      {
        topic: row.topic as Topic | null,
        priority: priorities[row.priority] ?? 'normal',
        language: row.locale,
        tier: tiers.get(row.customer_id) ?? null,
        channel: row.channel,
        teamId: row.team_id,
        assigneeId: row.assignee_id,
        status: row.status,
        complexity: complexities[row.complexity] ?? 'normal',
        tags: row.tags,
        number: row.number,
        subject: row.subject,
        waitingSince: row.waiting_since,
        activeAt: row.active_at,
      },
    ]),
  )
}

/** The next ids of conversations that are neither solved nor closed, in order; from the first on for null. */
export async function activeAfter(
  ctx: Pick<ReadContext, 'db'>,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const active = ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('status', 'in', [...activeStatuses])
  const rest = after === null ? active : active.where('id', '>', after)
  return (await rest.orderBy('id').limit(limit).execute()).map(({ id }) => id)
}

/** Most conversations of one question that are still open. */
const mostOfCustomers = 1_000

/** Those of these customers that are neither solved nor closed, the newest of them. */
export const activeOf = (
  ctx: Pick<ReadContext, 'db'>,
  customerIds: readonly string[],
): Promise<{ id: string; customer_id: string }[]> =>
  ctx.db
    .selectFrom('conversations')
    .select(['id', 'customer_id'])
    .where('customer_id', 'in', [...customerIds])
    .where('status', 'in', [...activeStatuses])
    .orderBy('id', 'desc')
    .limit(mostOfCustomers)
    .execute()

/** About how many are neither solved nor closed. */
export async function countActive(ctx: Pick<ReadContext, 'db'>): Promise<number> {
  const { n } = await ctx.db
    .selectFrom('conversation_counts')
    .select(eb => eb.fn.sum<string | null>('n').as('n'))
    .where('status', 'in', [...activeStatuses])
    .executeTakeFirstOrThrow()
  return Math.max(0, Number(n ?? 0))
}

/** How many the desk has to do something about: those that wait for the customer, or for another day, are left out. */
export async function countOnDesk(ctx: Pick<ReadContext, 'run'>): Promise<number> {
  const [row] = await ctx.run<{ n: number }>(countInStatuses, [['assistant', 'queued', 'open']])
  return Math.max(0, row!.n)
}

const countInStatuses: Statement = {
  name: 'count_in_statuses',
  text: `select coalesce(sum(n), 0)::int as n from (
      select n from conversation_counts where status = any($1)
      union all
      select delta from conversation_count_changes where status = any($1)
    ) as counted`,
}
