// How often words are used, as the database's own statistics tell: a guess that costs nothing, and decides where a search begins.
import type { ReadContext, Statement } from '../../platform/context.ts'

export interface Frequencies {
  /** Entries in all. */
  total: number
  /** Of the words used most, in which share of the entries they stand. */
  shares: ReadonlyMap<string, number>
  /** Of any other word, at most. */
  rest: number
  /** Instants with equally many entries between each and the next, the oldest first. */
  spread: readonly number[]
}

const keptMs = 600_000
const kept = new WeakMap<object, { until: number; frequencies: Promise<Frequencies> }>()

/** What is known of the entries that search reads, at most ten minutes old. On a desk without statistics, no word is frequent. */
export function frequenciesOf(ctx: Pick<ReadContext, 'db' | 'run' | 'now'>): Promise<Frequencies> {
  const known = kept.get(ctx.db)
  if (known && known.until > ctx.now.getTime()) return known.frequencies
  const frequencies = readFrequencies(ctx)
  kept.set(ctx.db, { until: ctx.now.getTime() + keptMs, frequencies })
  // What failed is asked again.
  frequencies.catch(() => kept.delete(ctx.db))
  return frequencies
}

interface Row {
  total: number
  terms: string[] | null
  shares: number[] | null
  spread: string[] | null
}

async function readFrequencies(ctx: Pick<ReadContext, 'run'>): Promise<Frequencies> {
  const [row] = await ctx.run<Row>(readStatistics, [])
  const { total = 0, terms, shares, spread } = row ?? {}
  return {
    total: Math.max(0, total),
    shares: new Map((terms ?? []).map((term, at) => [term, shares?.[at] ?? 0])),
    // After the shares come the least and the greatest of them.
    rest: shares?.[terms?.length ?? 0] ?? 0,
    spread: (spread ?? []).map(at => Date.parse(at)),
  }
}

const readStatistics: Statement = {
  name: 'read_search_statistics',
  text: `select greatest(c.reltuples, 0)::float8 as total, t.most_common_elems::text::text[] as terms,
      t.most_common_elem_freqs::float8[] as shares, to_json(a.histogram_bounds::text::timestamptz[]) as spread
    from pg_class c
    left join pg_stats t on t.schemaname = current_schema() and t.tablename = c.relname and t.attname = 'terms'
    left join pg_stats a on a.schemaname = current_schema() and a.tablename = c.relname and a.attname = 'at'
    where c.oid = 'entry_search'::regclass`,
}
