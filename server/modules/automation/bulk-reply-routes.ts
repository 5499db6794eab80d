// Bulk replies over HTTP.
import { z } from 'zod'
import { BulkReply, SendBulkReply } from '../../../contract/automation.ts'
import { Id } from '../../../contract/common.ts'
import { type Route, route } from '../../platform/routes.ts'
import { bulkReplyOf, sendBulkReply, undoBulkReply } from './bulk-reply.ts'

const base = { allow: 'conversations.write', tag: 'Bulk replies' } as const
const one = z.object({ id: Id })
const whole = z.object({ bulkReply: BulkReply })

export const bulkReplyRoutes: readonly Route[] = [
  route({
    ...base,
    method: 'POST',
    path: '/api/bulk-replies',
    summary: 'Answer many conversations; it can be taken back for some seconds',
    body: SendBulkReply,
    answer: whole,
    write: async (ctx, { body }) => ({ bulkReply: await sendBulkReply(ctx, body) }),
  }),
  route({
    ...base,
    method: 'GET',
    path: '/api/bulk-replies/{id}',
    summary: 'How far a bulk reply of your own has got, and what it left alone',
    params: one,
    answer: whole,
    read: async (ctx, { params }) => ({ bulkReply: await bulkReplyOf(ctx, params.id) }),
  }),
  route({
    ...base,
    method: 'DELETE',
    path: '/api/bulk-replies/{id}',
    summary: 'Take a bulk reply back before it starts',
    params: one,
    answer: whole,
    write: async (ctx, { params }) => ({ bulkReply: await undoBulkReply(ctx, params.id) }),
  }),
]
