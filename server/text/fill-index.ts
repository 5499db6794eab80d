// Fills an index from what the database kept, between other work: a restart with many articles holds nobody up.

import { setImmediate as others } from 'node:timers/promises'
import { unpack } from './analyse.ts'
import type { SearchIndex, Traits } from './search-index.ts'

export interface PackedArticle {
  key: string
  /** As `pack` gave it. */
  packed: string
  traits?: Traits
}

/** Some three milliseconds of work. */
const atOnce = 16

/** Gives the keys of the articles that an older version of the analyser packed: they aren't in the index and must be analysed again. */
export async function fillIndex(
  index: SearchIndex,
  articles: Iterable<PackedArticle> | AsyncIterable<PackedArticle>,
): Promise<string[]> {
  const old: string[] = []
  let count = 0
  for await (const { key, packed, traits } of articles) {
    const analysed = unpack(packed)
    if (analysed) index.put(key, analysed, traits)
    else old.push(key)
    if (++count % atOnce === 0) await others()
  }
  return old
}
