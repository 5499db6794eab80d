// The engines that the search is measured beside: ours, PostgreSQL's text search and minisearch, each asked the same.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import pg from 'pg'
import { analyse } from '../../server/text/analyse.ts'
import { parseConcepts } from '../../server/text/concepts.ts'
import { createLexicon } from '../../server/text/lexicon.ts'
import { createIndex } from '../../server/text/search-index.ts'
import { root } from '../files.ts'
import type { Article } from './search-questions.ts'

/** Gives the keys of the three best articles, the best first. */
export type Ask = (question: string) => Promise<string[]> | string[]

const lexicon = createLexicon(
  parseConcepts(readFileSync(join(root, 'content/concepts.txt'), 'utf8')).concepts,
)

/** Ours, with the list of concepts that a new desk has. */
export function ours(articles: readonly Article[]): Ask {
  const index = createIndex(lexicon)
  for (const { key, title, summary, body } of articles) {
    const fields = [
      { text: title, weight: 4 },
      { text: summary, weight: 2 },
      { text: body, weight: 1 },
    ]
    index.put(key, analyse(fields, lexicon))
  }
  return question => index.search(question, { limit: 3 }).hits.map(({ key }) => key)
}

/** minisearch as it comes. */
export function minisearch(articles: readonly Article[]): Ask {
  const index = new MiniSearch({ idField: 'key', fields: ['title', 'summary', 'body'] })
  index.addAll([...articles])
  return question =>
    index
      .search(question)
      .slice(0, 3)
      .map(({ id }) => String(id))
}

/** PostgreSQL with one of its configurations; any word of the question may be found, because all of them hardly ever are. */
export async function postgres(
  client: pg.Client,
  configuration: 'english' | 'simple',
  articles: readonly Article[],
): Promise<Ask> {
  const table = `articles_${configuration}`
  await client.query(`drop table if exists ${table}`)
  await client.query(`create table ${table} (key text, terms tsvector)`)
  for (const { key, title, summary, body } of articles) {
    await client.query(
      `insert into ${table} values ($1, setweight(to_tsvector('${configuration}', $2), 'A') || to_tsvector('${configuration}', $3))`,
      [key, title, `${summary} ${body}`],
    )
  }
  return async question => {
    const { rows } = await client.query<{ key: string }>(
      `select key from ${table},
         (select replace(plainto_tsquery('${configuration}', $1)::text, '&', '|')::tsquery as wanted) asked
       where terms @@ wanted order by ts_rank(terms, wanted) desc, key limit 3`,
      [question],
    )
    return rows.map(({ key }) => key)
  }
}
