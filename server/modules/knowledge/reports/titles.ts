// Names articles for those who write them, archived ones too.
import { sql } from 'kysely'
import type { ReadContext } from '../../../platform/context.ts'

/** By id: the newest title in a language, else the original's. */
export async function titlesOf(
  { db }: Pick<ReadContext, 'db'>,
  ids: readonly string[],
  locale: string,
): Promise<Map<string, { slug: string; title: string }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; slug: string; title: string }>`
    select a.id, a.slug, newest.title from articles a join lateral (
      select r.title from article_texts t
      join article_revisions r on (r.article_id, r.locale, r.number) = (t.article_id, t.locale, t.newest)
      where t.article_id = a.id order by t.locale <> ${locale}, t.locale <> a.original_locale, t.locale limit 1
    ) newest on true where a.id = any(${[...new Set(ids)]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, ...about }) => [id, about]))
}
