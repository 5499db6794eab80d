// The tree of topics, the fee table and the concepts over HTTP.
import { z } from 'zod'
import { Done, Id } from '../../../contract/common.ts'
import {
  ArticleTopic,
  Concept,
  Fee,
  SaveArticleTopic,
  SaveConcept,
  SaveFee,
  SaveFees,
} from '../../../contract/knowledge.ts'
import { type Route, route, thenDone } from '../../platform/routes.ts'
import { deleteArticleTopic, listArticleTopics, saveArticleTopic } from './article-topics.ts'
import { deleteConcept, listConcepts, restoreConcept, saveConcept } from './concepts.ts'
import { deleteFee, listFees, saveFee, saveFees } from './fees.ts'

const base = { allow: 'articles.write', tag: 'Help centre' } as const
const one = z.object({ id: Id })

const topicRoutes: readonly Route[] = [
  route({
    ...base,
    allow: 'staff',
    method: 'GET',
    path: '/api/article-topics',
    summary: 'The tree of topics, siblings in their order',
    answer: z.object({ topics: z.array(ArticleTopic) }),
    read: async ctx => ({ topics: await listArticleTopics(ctx) }),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/article-topics',
    summary: 'Make a topic',
    body: SaveArticleTopic,
    answer: one,
    write: (ctx, { body }) => saveArticleTopic(ctx, body),
  }),
  route({
    ...base,
    method: 'PUT',
    path: '/api/article-topics/{id}',
    summary: 'Change or move a topic',
    params: one,
    body: SaveArticleTopic,
    answer: one,
    write: (ctx, { params, body }) => saveArticleTopic(ctx, body, params.id),
  }),
  route({
    ...base,
    method: 'DELETE',
    path: '/api/article-topics/{id}',
    summary: 'Delete a topic that has nothing under it',
    params: one,
    answer: Done,
    write: (ctx, { params }) => thenDone(deleteArticleTopic(ctx, params.id)),
  }),
]

const feeRoutes: readonly Route[] = [
  route({
    ...base,
    allow: 'staff',
    method: 'GET',
    path: '/api/fees',
    summary: 'The fee table, by asset and network',
    answer: z.object({ fees: z.array(Fee) }),
    read: async ctx => ({ fees: await listFees(ctx) }),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/fees',
    summary: 'Add a line to the fee table',
    body: SaveFee,
    answer: one,
    write: (ctx, { body }) => saveFee(ctx, body),
  }),
  route({
    ...base,
    method: 'PUT',
    path: '/api/fees',
    summary: 'Add lines to the fee table, and replace the amounts of those it has: all or none',
    body: SaveFees,
    answer: z.object({ saved: z.int() }),
    write: (ctx, { body }) => saveFees(ctx, body.fees),
  }),
  route({
    ...base,
    method: 'PUT',
    path: '/api/fees/{id}',
    summary: 'Change a line of the fee table',
    params: one,
    body: SaveFee,
    answer: one,
    write: (ctx, { params, body }) => saveFee(ctx, body, params.id),
  }),
  route({
    ...base,
    method: 'DELETE',
    path: '/api/fees/{id}',
    summary: 'Delete a line of the fee table',
    params: one,
    answer: Done,
    write: (ctx, { params }) => thenDone(deleteFee(ctx, params.id)),
  }),
]

const conceptRoutes: readonly Route[] = [
  route({
    ...base,
    method: 'GET',
    path: '/api/concepts',
    summary: 'Words that mean the same to a search, by name',
    answer: z.object({ concepts: z.array(Concept) }),
    read: async ctx => ({ concepts: await listConcepts(ctx) }),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/concepts',
    summary: 'Make a concept',
    body: SaveConcept,
    answer: one,
    write: (ctx, { body }) => saveConcept(ctx, body),
  }),
  route({
    ...base,
    method: 'PUT',
    path: '/api/concepts/{id}',
    summary: 'Change a concept',
    params: one,
    body: SaveConcept,
    answer: one,
    write: (ctx, { params, body }) => saveConcept(ctx, body, params.id),
  }),
  route({
    ...base,
    method: 'DELETE',
    path: '/api/concepts/{id}',
    summary: 'Delete a concept',
    params: one,
    answer: Done,
    write: (ctx, { params }) => thenDone(deleteConcept(ctx, params.id)),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/concepts/{id}/restore',
    summary: 'Have a concept again as it came with the desk',
    params: one,
    answer: Done,
    write: (ctx, { params }) => thenDone(restoreConcept(ctx, params.id)),
  }),
]

export const tableRoutes: readonly Route[] = [...topicRoutes, ...feeRoutes, ...conceptRoutes]
