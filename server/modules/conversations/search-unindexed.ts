// Entries so new that the indexing job has not reached them: few, and looked at one by one.
import type { ReadContext, Statement } from '../../platform/context.ts'
import { toSearchVector } from '../../text/search-vector.ts'
import type { Hit } from './search-entries.ts'

/** A surge may hold the indexing job up for this long. */
const indexedWithinMs = 30_000

/** Those that fit this tsquery, whoever may see them: whoever calls leaves out what its reader may not. */
export async function findUnindexed(ctx: ReadContext, query: string): Promise<Hit[]> {
  const since = new Date(ctx.now.getTime() - indexedWithinMs)
  const fresh = await ctx.run<Hit>(readUnindexed, [since])
  if (fresh.length === 0) return []
  const terms = fresh.map(({ body }) => toSearchVector(body))
  const matching = await ctx.run<{ n: number }>(matchTerms, [terms, query])
  return matching.map(({ n }) => fresh[n - 1]!)
}

const readUnindexed: Statement = {
  name: 'read_unindexed_entries',
  text: `select e.conversation_id, e.seq, e.at, e.body
    from (
      select id, seq from conversations
      where active_at >= $1::timestamptz - interval '10 seconds'
        and status in ('assistant', 'queued', 'open', 'waiting', 'on_hold', 'snoozed')
      order by active_at desc, id desc limit 200
    ) c
    join entries e on e.conversation_id = c.id and e.seq > c.seq - 10 and e.at >= $1
    where e.kind in ('message', 'note') and e.deleted_at is null and e.body <> ''
      and not exists (select 1 from entry_search s where s.conversation_id = e.conversation_id and s.seq = e.seq)
    order by e.at desc, e.seq desc limit 200`,
}

const matchTerms: Statement = {
  name: 'match_terms',
  text: `select n from unnest($1::text[]) with ordinality as given(terms, n) where terms::tsvector @@ $2::tsquery order by n`,
}
