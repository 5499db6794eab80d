// A customer who asks the same twice: noticed in the background, offered to agents for merging, and told to the customer.
import { v5 } from 'uuid'
import { activeStatuses } from '../../../contract/conversations.ts'
import { type Context, type Desk, type ReadContext, type Statement, system } from '../../platform/context.ts'
import { isSameRequest } from '../../text/likeness.ts'
import { addNote } from './add-note.ts'
import { byName, lockPair } from './lock-both.ts'
import { conversationHead } from './queries.ts'
import { write } from './write.ts'

const withinHours = 72
/** Older requests that a new one is compared with, the newest of them. */
const mostCompared = 5
/** Whoever has more open ones than this writes by machine, and is not told each time. */
const mostOpen = 5
/** Characters of a first message that are compared. */
const comparedLength = 2_000

interface Pair {
  id: string
  of_id: string
  of_number: number
  text: string
  of_text: string
}

/** Of these new conversations, those that say nearly the same as an older open one of the same customer; the newest such. */
export async function findSame(ctx: ReadContext, ids: readonly string[]): Promise<Pair[]> {
  const pairs = await ctx.run<Pair>(readPairs, [ids, ctx.now, [...activeStatuses]])
  const found = new Map<string, Pair>()
  for (const pair of pairs) {
    if (!found.has(pair.id) && isSameRequest(pair.text, pair.of_text)) found.set(pair.id, pair)
  }
  return [...found.values()]
}

/** Notes which are the same, and has the customer told. */
export async function noticeSame(ctx: Context, ids: readonly string[]): Promise<void> {
  const found = await findSame(ctx, ids)
  if (found.length === 0) return
  const noted = await ctx.db
    .insertInto('same_requests')
    .values(found.map(pair => ({ conversation_id: pair.id, of_id: pair.of_id, at: ctx.now })))
    .onConflict(on => on.doNothing())
    .returning(['conversation_id', 'of_id'])
    .execute()
  // By jobs of their own: whoever follows the events must not hold a conversation's row.
  for (const { conversation_id: conversationId, of_id: ofId } of noted)
    ctx.enqueue('tellSame', { conversationId, ofId })
}

/** A line that customer and agents see; none where somebody has merged them already. */
export async function tellSame(desk: Desk, payload: Record<string, unknown>): Promise<void> {
  const conversationId = String(payload.conversationId)
  await desk.transact(system('desk'), async ctx => {
    const head = await conversationHead(ctx, { id: conversationId })
    const same = await conversationHead(ctx, { id: String(payload.ofId) })
    if (!head || !same || head.merged_into || same.merged_into) return
    await addNote(ctx, conversationId, {
      clientId: v5('same', conversationId),
      line: 'same_as',
      values: { number: same.number, conversationId: same.id },
      body: '',
      attachmentIds: [],
      owner: ctx.actor,
      quiet: true,
    })
  })
}

/** The number of the open request that a new one repeats; null when it is a new one indeed. */
export async function sameRequest(ctx: ReadContext, id: string): Promise<number | null> {
  const [pair] = await findSame(ctx, [id])
  return pair?.of_number ?? null
}

/** Two conversations are not the same request: the offer is gone, in both. Does nothing where there is none. */
export async function dismissSame(ctx: Context, id: string, number: number): Promise<void> {
  const { row, other } = await lockPair(ctx, id, number)
  const both = [row.id, other.id]
  const { numUpdatedRows: dismissed } = await ctx.db
    .updateTable('same_requests')
    .set({ dismissed_at: ctx.now })
    .where('conversation_id', 'in', both)
    .where('of_id', 'in', both)
    .where('dismissed_at', 'is', null)
    .executeTakeFirst()
  if (!dismissed) return
  const by = byName(ctx)
  const line = (of: number) =>
    ({ kind: 'line', author: ctx.actor, code: 'not_same', values: { by, number: of } }) as const
  write(ctx, [
    { row, entries: [line(other.number)] },
    { row: other, entries: [line(row.number)] },
  ])
}

// The customer's conversations are found by the unique key that begins with them; `limit` bounds what is looked at.
const readPairs: Statement = {
  name: 'read_same_requests',
  text: `select n.id, o.id as of_id, o.number as of_number,
      left(concat_ws(' ', n.subject, ne.body), ${comparedLength}) as text,
      left(concat_ws(' ', o.subject, oe.body), ${comparedLength}) as of_text
    from conversations n
    join entries ne on ne.conversation_id = n.id and ne.seq = 1 and ne.kind = 'message'
      and ne.author_kind = 'customer' and ne.deleted_at is null
    cross join lateral (
      select id, number, subject, count(*) over () as open from (
        select id, number, subject from conversations c
        where c.customer_id = n.customer_id and c.number < n.number and c.status = any($3)
          and c.created_at >= n.created_at - interval '${withinHours} hours' limit ${mostOpen + 1}
      ) as recent order by number desc limit ${mostCompared}
    ) o
    join entries oe on oe.conversation_id = o.id and oe.seq = 1 and oe.kind = 'message'
      and oe.author_kind = 'customer' and oe.deleted_at is null
    where n.id = any($1::uuid[]) and n.status = any($3) and o.open <= ${mostOpen}
      and n.created_at >= $2::timestamptz - interval '1 hour'
    order by n.id, o.number desc`,
}
