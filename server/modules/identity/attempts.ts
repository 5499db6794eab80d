// Counts attempts to guess something, across all nodes: memory of one node would multiply what an attacker may try.
import { sql } from 'kysely'
import { type Context, type Desk, nobody } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'

export interface Limit {
  key: string
  /** Attempts within `seconds`, this one included. */
  most: number
  seconds: number
}

/**
 * Counts one attempt against each limit before anything is looked at, so that a hundred at once can't all get through.
 * Gives the ids, in the order of the limits, by which `forgive` takes them back.
 * @throws too_many_requests, with the seconds until the next one counts
 */
export function countAttempt(desk: Desk, limits: readonly Limit[]): Promise<number[]> {
  return desk.transact(nobody, async ctx => {
    const inOrder = limits.toSorted((one, other) => (one.key < other.key ? -1 : 1))
    for (const { key } of inOrder) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`attempts ${key}`}, 0))`.execute(ctx.db)
    }
    const waits = await Promise.all(inOrder.map(limit => secondsToWait(ctx, limit)))
    const retryAfter = Math.max(...waits)
    if (retryAfter > 0) throw new AppError('too_many_requests', { retryAfter })
    const rows = inOrder.map(({ key }) => ({ key, at: ctx.now }))
    const counted = await ctx.db.insertInto('attempts').values(rows).returning(['id', 'key']).execute()
    return limits.map(({ key }) => counted.find(row => row.key === key)!.id)
  })
}

async function secondsToWait(ctx: Context, { key, most, seconds }: Limit): Promise<number> {
  const since = new Date(ctx.now.getTime() - seconds * 1_000)
  const oldest = await ctx.db
    .selectFrom('attempts')
    .select('at')
    .where('key', '=', key)
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .offset(most - 1)
    .limit(1)
    .executeTakeFirst()
  return oldest ? Math.max(1, Math.ceil((oldest.at.getTime() - since.getTime()) / 1_000)) : 0
}

/** Takes attempts back that turned out to be no guesses. */
export async function forgive(ctx: Context, ids: readonly number[]): Promise<void> {
  await ctx.db.deleteFrom('attempts').where('id', 'in', ids).execute()
}

/** Whoever proved who they are starts with a clean slate. */
export async function forgiveAll(ctx: Context, key: string): Promise<void> {
  await ctx.db.deleteFrom('attempts').where('key', '=', key).execute()
}

/** One caller for limits by address: an IPv6 caller owns a whole /64, so all of it counts as one. */
export function addressKey(ip: string): string {
  if (!ip.includes(':') || ip.includes('.')) return ip
  const [head = '', tail] = ip.split('::')
  const groups = head ? head.split(':') : []
  const rest = tail ? tail.split(':') : []
  const zeros = Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0')
  const all = tail === undefined ? groups : [...groups, ...zeros, ...rest]
  return `${all.slice(0, 4).join(':')}::/64`
}
