// Articles in and out as files, over HTTP.
import { z } from 'zod'
import { ArticleImport, ImportReportLine, TakeImport } from '../../../contract/article-imports.ts'
import { Done, Id, limits } from '../../../contract/common.ts'
import { type Route, route, thenDone } from '../../platform/routes.ts'
import { dropImport, importReport, listImports, takeImport, uploadImport } from './article-imports.ts'
import { exportArticles } from './export-articles.ts'

const base = { allow: 'articles.review', tag: 'Articles' } as const
const one = z.object({ id: Id })

export const importRoutes: readonly Route[] = [
  route({
    ...base,
    method: 'GET',
    path: '/api/article-imports',
    summary: 'Articles taken over from files, the newest first',
    answer: z.object({ imports: z.array(ArticleImport) }),
    read: async ctx => ({ imports: await listImports(ctx) }),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/article-imports',
    summary:
      'Upload an export (multipart/form-data): Markdown, HTML, Zendesk Guide or Chatwoot, also as a ZIP',
    upload: true,
    bodyLimit: limits.file + 64 * 1024,
    perMinute: 20,
    answer: one,
    direct: (desk, actor, { raw }) => uploadImport(desk, actor, raw),
  }),
  route({
    ...base,
    method: 'GET',
    path: '/api/article-imports/{id}/report',
    summary: 'What of an export was not understood, line by line',
    params: one,
    answer: z.object({ report: z.array(ImportReportLine) }),
    read: async (ctx, { params }) => ({ report: await importReport(ctx, params.id) }),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/article-imports/{id}/take',
    summary: 'Take over what was understood of an export',
    params: one,
    body: TakeImport,
    answer: Done,
    write: (ctx, { params, body }) => thenDone(takeImport(ctx, params.id, body.publish)),
  }),
  route({
    ...base,
    method: 'DELETE',
    path: '/api/article-imports/{id}',
    summary: 'Forget an import; what was taken over stays',
    params: one,
    answer: Done,
    write: (ctx, { params }) => thenDone(dropImport(ctx, params.id)),
  }),
  route({
    ...base,
    allow: 'articles.write',
    method: 'GET',
    path: '/api/articles-export',
    summary: 'All articles as a ZIP of Markdown files, or of HTML pages',
    query: z.object({ format: z.enum(['markdown', 'html']) }),
    perMinute: 6,
    answer: z.any(),
    read: (ctx, { query }) => exportArticles(ctx, query.format),
  }),
]
