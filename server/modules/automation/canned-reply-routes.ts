// Canned replies over HTTP.
import { z } from 'zod'
import { CannedReply, SaveCannedReply } from '../../../contract/automation.ts'
import { Done, done, Id, LocaleTag } from '../../../contract/common.ts'
import { type Route, route } from '../../platform/routes.ts'
import { deleteCannedReply, listCannedReplies, saveCannedReply } from './canned-replies.ts'

const base = { allow: 'canned_replies.write', tag: 'Canned replies' } as const
const one = z.object({ id: Id })

export const cannedReplyRoutes: readonly Route[] = [
  route({
    ...base,
    allow: 'conversations.read',
    method: 'GET',
    path: '/api/canned-replies',
    summary: 'Canned replies, by shortcut',
    query: z.object({ locale: LocaleTag.optional() }),
    answer: z.object({ cannedReplies: z.array(CannedReply) }),
    read: async (ctx, { query }) => ({ cannedReplies: await listCannedReplies(ctx, query.locale) }),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/canned-replies',
    summary: 'Make a canned reply',
    body: SaveCannedReply,
    answer: one,
    write: (ctx, { body }) => saveCannedReply(ctx, body),
  }),
  route({
    ...base,
    method: 'PATCH',
    path: '/api/canned-replies/{id}',
    summary: 'Change a canned reply',
    params: one,
    body: SaveCannedReply,
    answer: one,
    write: (ctx, { params, body }) => saveCannedReply(ctx, body, params.id),
  }),
  route({
    ...base,
    method: 'DELETE',
    path: '/api/canned-replies/{id}',
    summary: 'Delete a canned reply',
    params: one,
    answer: Done,
    write: async (ctx, { params }) => {
      await deleteCannedReply(ctx, params.id)
      return done
    },
  }),
]
