// Articles over HTTP, for those who write them.
import { z } from 'zod'
import { TakenArticles } from '../../../contract/article-imports.ts'
import {
  Article,
  ArticleContent,
  ArticleFile,
  ArticleQuery,
  ArticleRow,
  ChangeArticle,
  MarkAffected,
  NewArticle,
  ReviewStep,
  Revision,
  RevisionDiff,
  SavedText,
  SaveText,
  Slug,
} from '../../../contract/articles.ts'
import { Done, Id, LocaleTag, limits } from '../../../contract/common.ts'
import { type Route, route, thenDone } from '../../platform/routes.ts'
import { uploadArticleFile } from './article-files.ts'
import { listArticles, showArticle } from './queries.ts'
import { confirmArticle, markAffected } from './review.ts'
import {
  compareRevisions,
  listReviewSteps,
  listRevisions,
  restoreRevision,
  showRevision,
} from './revisions.ts'
import { archiveArticle, changeArticle, createArticle, restoreArticle } from './save-article.ts'
import { saveText } from './save-text.ts'
import { takeStarterSet } from './starter-set.ts'

const base = { allow: 'articles.write', tag: 'Articles' } as const
const one = z.object({ id: Id })
const text = z.object({ id: Id, locale: LocaleTag })
const RevisionNumber = z.coerce.number().int().min(1)
const addressOf = ({ id, locale }: z.output<typeof text>) => ({ articleId: id, locale })

export const articleRoutes: readonly Route[] = [
  route({
    ...base,
    method: 'GET',
    path: '/api/articles',
    summary: 'Articles, the newest first',
    query: ArticleQuery,
    answer: z.object({ articles: z.array(ArticleRow), next: Id.nullable() }),
    read: (ctx, { query, caller }) => listArticles(ctx, query, caller.locale),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/articles',
    summary: 'Make an article, with its first text as a draft',
    body: NewArticle,
    bodyLimit: 1_000_000,
    answer: one.extend({ slug: Slug }),
    write: (ctx, { body }) => createArticle(ctx, body),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/articles/affected',
    summary: 'Mark articles that a change makes doubtful',
    body: MarkAffected,
    answer: z.object({ marked: z.int() }),
    write: (ctx, { body }) => markAffected(ctx, body),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/article-files',
    summary: 'Upload a picture, a film or captions for articles (multipart/form-data)',
    upload: true,
    bodyLimit: limits.file + 64 * 1024,
    perMinute: 120,
    answer: ArticleFile,
    direct: (desk, actor, { raw }) => uploadArticleFile(desk, actor, raw),
  }),
  route({
    ...base,
    allow: 'articles.review',
    method: 'POST',
    path: '/api/articles/starter-set',
    summary: 'Take the articles over that come with Ballast; published, whoever does so answers for them',
    body: z.object({ publish: z.boolean() }),
    answer: TakenArticles,
    write: (ctx, { body }) => takeStarterSet(ctx, body),
  }),
  route({
    ...base,
    method: 'GET',
    path: '/api/articles/{id}',
    summary: 'An article with the newest revision of each text',
    params: one,
    answer: Article,
    read: (ctx, { params }) => showArticle(ctx, params.id),
  }),
  route({
    ...base,
    method: 'PATCH',
    path: '/api/articles/{id}',
    summary: 'Change what holds for an article in every language',
    params: one,
    body: ChangeArticle,
    answer: z.object({ version: z.int() }),
    write: (ctx, { params, body }) => changeArticle(ctx, params.id, body),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/articles/{id}/archive',
    summary: 'Take an article away from the public and out of the list',
    params: one,
    answer: Done,
    write: (ctx, { params }) => thenDone(archiveArticle(ctx, params.id)),
  }),
  route({
    ...base,
    allow: 'articles.review',
    method: 'POST',
    path: '/api/articles/{id}/restore',
    summary: 'Bring an archived article back',
    params: one,
    answer: Done,
    write: (ctx, { params }) => thenDone(restoreArticle(ctx, params.id)),
  }),
  route({
    ...base,
    allow: 'articles.review',
    method: 'POST',
    path: '/api/articles/{id}/confirm',
    summary: 'Say that an article still holds',
    params: one,
    answer: Done,
    write: (ctx, { params }) => thenDone(confirmArticle(ctx, params.id)),
  }),
  route({
    ...base,
    method: 'GET',
    path: '/api/articles/{id}/steps',
    summary: 'The steps of an article on its way to the public, the newest first',
    params: one,
    answer: z.object({ steps: z.array(ReviewStep) }),
    read: async (ctx, { params }) => ({ steps: await listReviewSteps(ctx, params.id) }),
  }),
  route({
    ...base,
    method: 'PUT',
    path: '/api/articles/{id}/texts/{locale}',
    summary: 'Save a text; what others saved meanwhile is merged, or told as edit_conflict',
    params: text,
    body: SaveText,
    bodyLimit: 1_000_000,
    answer: SavedText,
    write: (ctx, { params, body }) => saveText(ctx, addressOf(params), body),
  }),
  route({
    ...base,
    method: 'GET',
    path: '/api/articles/{id}/texts/{locale}/revisions',
    summary: 'Revisions of a text, the newest first',
    params: text,
    answer: z.object({ revisions: z.array(Revision) }),
    read: async (ctx, { params }) => ({ revisions: await listRevisions(ctx, addressOf(params)) }),
  }),
  route({
    ...base,
    method: 'GET',
    path: '/api/articles/{id}/texts/{locale}/revisions/{number}',
    summary: 'What a revision says',
    params: text.extend({ number: RevisionNumber }),
    answer: ArticleContent,
    read: (ctx, { params }) => showRevision(ctx, addressOf(params), params.number),
  }),
  route({
    ...base,
    method: 'GET',
    path: '/api/articles/{id}/texts/{locale}/changes',
    summary: 'What changed between two revisions',
    params: text,
    query: z.object({ from: RevisionNumber, to: RevisionNumber }),
    answer: z.object({ changes: RevisionDiff }),
    read: async (ctx, { params, query }) => ({
      changes: await compareRevisions(ctx, addressOf(params), query),
    }),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/articles/{id}/texts/{locale}/revisions/{number}/restore',
    summary: 'Make an old revision the newest one, as a draft',
    params: text.extend({ number: RevisionNumber }),
    body: z.object({ base: z.int() }),
    answer: SavedText,
    write: (ctx, { params, body }) =>
      restoreRevision(ctx, addressOf(params), { number: params.number, base: body.base }),
  }),
]
