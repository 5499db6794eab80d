// What customers wrote, for those who look for words in it: rules.
import type { ReadContext, Statement } from '../../platform/context.ts'

export interface Stretch {
  id: string
  /** Entries from this `seq` to that one, both included. */
  from: number
  to: number
}

/** The texts of the customers' messages in these stretches, oldest first; nothing for a stretch without any. */
export async function customerTexts(
  ctx: Pick<ReadContext, 'run'>,
  stretches: readonly Stretch[],
): Promise<Map<Stretch, string[]>> {
  const texts = new Map(stretches.map(stretch => [stretch, [] as string[]]))
  if (stretches.length === 0) return texts
  const rows = await ctx.run<{ place: number; body: string }>(readTexts, [
    stretches.map(({ id }) => id),
    stretches.map(({ from }) => from),
    stretches.map(({ to }) => to),
  ])
  for (const { place, body } of rows) texts.get(stretches[place - 1]!)!.push(body)
  return texts
}

// The newest fifty of a stretch are enough to know what it is about.
const readTexts: Statement = {
  name: 'read_customer_texts',
  text: `select w.place::int, left(said.body, 8000) as body
    from unnest($1::uuid[], $2::int[], $3::int[]) with ordinality as w(id, low, high, place), lateral (
      select e.seq, e.body from entries e
      where e.conversation_id = w.id and e.seq between w.low and w.high
        and e.kind = 'message' and e.author_kind = 'customer' and e.deleted_at is null
      order by e.seq desc limit 50
    ) as said
    order by w.place, said.seq`,
}
