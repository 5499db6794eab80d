// What the desk proposes to those who write articles, over HTTP.
import { z } from 'zod'
import { Slug } from '../../../contract/articles.ts'
import {
  ArticleGap,
  ArticleProposal,
  ArticleSource,
  GapQuery,
  MakeArticle,
} from '../../../contract/assistant.ts'
import { Done, Id } from '../../../contract/common.ts'
import { type Route, route, thenDone } from '../../platform/routes.ts'
import { dismissGap, listGaps, makeForGap, proposeForGap } from './gaps.ts'
import { listSources, makeFromReply } from './make-article.ts'
import { proposeFromReply } from './propose.ts'

const writing = { allow: 'conversations.write', tag: 'Articles' } as const
const editing = { allow: 'articles.write', tag: 'Articles' } as const
const one = z.object({ id: Id })
const entryOf = one.extend({ seq: z.coerce.number().int().positive().max(2_147_483_647) })
const made = one.extend({ slug: Slug })
const bodyLimit = 1_000_000

export const routes: readonly Route[] = [
  route({
    ...writing,
    method: 'GET',
    path: '/api/conversations/{id}/entries/{seq}/article',
    summary: 'What an article made of an agent’s message could say, without what belongs to one person',
    params: entryOf,
    answer: ArticleProposal,
    read: (ctx, { params }) => proposeFromReply(ctx, params),
  }),
  route({
    ...writing,
    method: 'POST',
    path: '/api/conversations/{id}/entries/{seq}/article',
    summary: 'Make a draft of an article from an agent’s message',
    params: entryOf,
    body: MakeArticle,
    bodyLimit,
    answer: made,
    write: (ctx, { params, body }) => makeFromReply(ctx, params, body),
  }),
  route({
    ...editing,
    method: 'GET',
    path: '/api/article-sources',
    summary: 'Articles that were made from replies, the newest first',
    answer: z.object({ sources: z.array(ArticleSource) }),
    read: async (ctx, { caller }) => ({ sources: await listSources(ctx, caller.locale) }),
  }),
  route({
    ...editing,
    method: 'GET',
    path: '/api/article-gaps',
    summary: 'What many ask and no article answers, the most asked first',
    query: GapQuery,
    answer: z.object({ gaps: z.array(ArticleGap) }),
    read: async (ctx, { query }) => ({ gaps: await listGaps(ctx, query) }),
  }),
  route({
    ...editing,
    method: 'GET',
    path: '/api/article-gaps/{id}/proposal',
    summary: 'What an article for a gap could say',
    params: one,
    answer: ArticleProposal,
    read: (ctx, { params }) => proposeForGap(ctx, params.id),
  }),
  route({
    ...editing,
    method: 'POST',
    path: '/api/article-gaps/{id}/article',
    summary: 'Make a draft of an article for a gap',
    params: one,
    body: MakeArticle,
    bodyLimit,
    answer: made,
    write: (ctx, { params, body }) => makeForGap(ctx, params.id, body),
  }),
  route({
    ...editing,
    method: 'POST',
    path: '/api/article-gaps/{id}/dismiss',
    summary: 'Take a gap off the list until twice as many have asked',
    params: one,
    answer: Done,
    write: (ctx, { params }) => thenDone(dismissGap(ctx, params.id, true)),
  }),
  route({
    ...editing,
    method: 'POST',
    path: '/api/article-gaps/{id}/restore',
    summary: 'Put a dismissed gap back on the list',
    params: one,
    answer: Done,
    write: (ctx, { params }) => thenDone(dismissGap(ctx, params.id, false)),
  }),
]
