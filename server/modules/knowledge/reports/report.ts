// What editors learn from readers in a stretch of days. A page for few people, so it counts when it is asked for.
import type { ArticleReport, ReportRange } from '../../../../contract/article-reports.ts'
import type { ReadContext } from '../../../platform/context.ts'
import { contactsByArticle, contactsByDay, gapsIn, sentByAgents } from './searched.ts'
import { titlesOf } from './titles.ts'
import { unhappyIn } from './voted.ts'

export interface Span {
  from: Date
  /** Not included. */
  until: Date
}

/** Both days included, in UTC. */
export const spanOf = ({ from, to }: ReportRange): Span => ({
  from: new Date(`${from}T00:00:00Z`),
  until: new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000),
})

/** Titles are in the reader's language where there is a text. */
export async function articleReport(
  ctx: ReadContext,
  range: ReportRange,
  locale: string,
): Promise<ArticleReport> {
  const span = spanOf(range)
  const [gaps, unhappy, contacts, days, sent] = await Promise.all([
    gapsIn(ctx, span),
    unhappyIn(ctx, span),
    contactsByArticle(ctx, span),
    contactsByDay(ctx, span),
    sentByAgents(ctx, span),
  ])
  const titles = await titlesOf(
    ctx,
    [...unhappy, ...contacts, ...sent].map(({ id }) => id),
    locale,
  )
  const named = <Row extends { id: string }>(rows: readonly Row[]) =>
    rows.flatMap(row => {
      const title = titles.get(row.id)
      return title ? [{ ...row, ...title }] : []
    })
  return { gaps, unhappy: named(unhappy), contacts: named(contacts), days, sent: named(sent) }
}
