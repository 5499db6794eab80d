// What staff do with two conversations at once: merge, take apart, link; and what belongs to one.
import { z } from 'zod'
import { Done, done, Id } from '../../../contract/common.ts'
import { Conversation } from '../../../contract/conversations.ts'
import { LinkTo, MergeInto, Related, SplitOff } from '../../../contract/related.ts'
import type { ReadContext } from '../../platform/context.ts'
import { type Route, route } from '../../platform/routes.ts'
import { type ConversationRow, loadConversation } from './access.ts'
import { directoryFor } from './directory.ts'
import { link, unlink } from './link.ts'
import { merge } from './merge.ts'
import { related } from './related.ts'
import { dismissSame } from './same-requests.ts'
import { toStaffConversation } from './shapes.ts'
import { split } from './split.ts'
import { unmerge } from './unmerge.ts'

const writing = { allow: 'conversations.write', tag: 'Conversations' } as const
const one = z.object({ id: Id })
const numbered = one.extend({ number: z.coerce.number().int().positive() })

const shaped = async (ctx: ReadContext, row: ConversationRow) =>
  toStaffConversation(row, await directoryFor(ctx, [row]))

export const relatedRoutes: readonly Route[] = [
  route({
    allow: 'conversations.read',
    tag: 'Conversations',
    method: 'GET',
    path: '/api/conversations/{id}/related',
    summary: 'What a conversation has to do with others',
    params: one,
    answer: Related,
    read: (ctx, { params }) => related(ctx, params.id),
  }),
  route({
    ...writing,
    method: 'POST',
    path: '/api/conversations/{id}/merge',
    summary: 'Merge it into another conversation of the same customer',
    params: one,
    body: MergeInto,
    answer: z.object({ conversation: Conversation, into: Conversation }),
    write: async (ctx, { params, body }) => {
      const { row, into } = await merge(ctx, params.id, body.into)
      return { conversation: await shaped(ctx, row), into: await shaped(ctx, into) }
    },
  }),
  route({
    ...writing,
    method: 'POST',
    path: '/api/conversations/{id}/unmerge',
    summary: 'Take a merged conversation apart from the other again',
    params: one,
    answer: z.object({ conversation: Conversation }),
    write: async (ctx, { params }) => ({ conversation: await shaped(ctx, await unmerge(ctx, params.id)) }),
  }),
  route({
    ...writing,
    method: 'POST',
    path: '/api/conversations/{id}/split',
    summary: 'Make a new conversation of copies of some of the customer’s messages',
    params: one,
    body: SplitOff,
    answer: z.object({ conversation: Conversation }),
    write: async (ctx, { params, body }) => {
      const id = await split(ctx, params.id, body)
      return { conversation: await shaped(ctx, await loadConversation(ctx, id)) }
    },
  }),
  route({
    ...writing,
    method: 'POST',
    path: '/api/conversations/{id}/links',
    summary: 'Link it to another conversation, both ways',
    params: one,
    body: LinkTo,
    answer: Done,
    write: async (ctx, { params, body }) => {
      await link(ctx, params.id, body.number)
      return done
    },
  }),
  route({
    ...writing,
    method: 'DELETE',
    path: '/api/conversations/{id}/links/{number}',
    summary: 'Take a link away, from both sides',
    params: numbered,
    answer: Done,
    write: async (ctx, { params }) => {
      await unlink(ctx, params.id, params.number)
      return done
    },
  }),
  route({
    ...writing,
    method: 'DELETE',
    path: '/api/conversations/{id}/same/{number}',
    summary: 'Say that it is not the same request as another one',
    params: numbered,
    answer: Done,
    write: async (ctx, { params }) => {
      await dismissSame(ctx, params.id, params.number)
      return done
    },
  }),
]
