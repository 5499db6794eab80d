// Who wrote revisions: nobody may approve what they wrote themselves.
import { sql } from 'kysely'
import type { ReadContext } from '../../platform/context.ts'
import type { TextAddress } from './access.ts'

/** All who wrote any of the revisions `from` to `to`, also those who wrote what was restored with one. */
export async function authorsOf(
  { db }: ReadContext,
  { articleId, locale }: TextAddress,
  from: number,
  to: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct id from article_revisions r, unnest(array_append(r.other_authors, r.author_id)) as id
    where r.article_id = ${articleId} and r.locale = ${locale} and r.number between ${from} and ${to} and id is not null`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
