// Articles that leave people unhappy, with what they say about them.
import { sql } from 'kysely'
import type { ReadContext } from '../../../platform/context.ts'
import type { Span } from './report.ts'

const most = 50
const mostComments = 5

interface Row {
  id: string
  views: number
  helpful: number
  unhelpful: number
  reasons: Record<string, number> | null
  comments: { at: string; locale: string; text: string }[] | null
}

/** The most unhappy votes first. */
export async function unhappyIn({ db }: Pick<ReadContext, 'db'>, { from, until }: Span) {
  const { rows } = await sql<Row>`
    with voted as (select * from article_votes where at >= ${from} and at < ${until}),
    counted as (
      select article_id as id, count(*) filter (where helpful)::int as helpful, count(*) filter (where not helpful)::int as unhelpful
      from voted group by article_id having count(*) filter (where not helpful) > 0
      order by 3 desc, 2, 1 limit ${most}
    )
    select c.*,
      (select coalesce(sum(views), 0)::int from article_views v where v.article_id = c.id
        and v.day >= ${from}::date and v.day < ${until}::date) as views,
      (select jsonb_object_agg(reason, n) from (
        select reason, count(*) as n from voted v where v.article_id = c.id and reason is not null group by reason) r) as reasons,
      (select jsonb_agg(jsonb_build_object('at', at, 'locale', locale, 'text', comment) order by at desc) from (
        select at, locale, comment from voted v where v.article_id = c.id and comment is not null
        order by at desc limit ${mostComments}) n) as comments
    from counted c order by unhelpful desc, helpful, id`.execute(db)
  return rows.map(({ reasons, comments, ...row }) => ({
    ...row,
    reasons: reasons ?? {},
    comments: (comments ?? []).map(comment => ({ ...comment, at: new Date(comment.at).toISOString() })),
  }))
}
