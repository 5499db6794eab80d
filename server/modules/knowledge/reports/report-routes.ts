// Reports for those who write articles.
import { ArticleReport, ReportRange } from '../../../../contract/article-reports.ts'
import { type Route, route } from '../../../platform/routes.ts'
import { articleReport } from './report.ts'

export const reportRoutes: readonly Route[] = [
  route({
    allow: 'articles.write',
    tag: 'Articles',
    method: 'GET',
    path: '/api/articles/reports',
    summary:
      'What is looked for in vain, leaves people unhappy, still leads to contacts, and is sent by hand',
    perMinute: 60,
    query: ReportRange,
    answer: ArticleReport,
    read: (ctx, { query, caller }) => articleReport(ctx, query, caller.locale),
  }),
]
