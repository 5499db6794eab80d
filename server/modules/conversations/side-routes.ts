// What staff ask other teams and colleagues about a conversation, and what they read and add as those who asked.
import { z } from 'zod'
import { Done, done, Id } from '../../../contract/common.ts'
import { Conversation } from '../../../contract/conversations.ts'
import { Ask, Sides, SideThread, WriteToSide } from '../../../contract/related.ts'
import { type Route, route } from '../../platform/routes.ts'
import { ask, readSide, sideAsked, sidesOf, writeToSide } from './sides.ts'

const reading = { allow: 'conversations.read', tag: 'Conversations' } as const
const writing = { allow: 'conversations.write', tag: 'Conversations' } as const
const one = z.object({ id: Id })
const numbered = one.extend({ number: z.coerce.number().int().positive() })

export const sideRoutes: readonly Route[] = [
  route({
    ...reading,
    method: 'GET',
    path: '/api/conversations/{id}/sides',
    summary: 'What others were asked about a conversation',
    params: one,
    answer: Sides,
    read: async (ctx, { params }) => ({ sides: await sidesOf(ctx, params.id) }),
  }),
  route({
    ...writing,
    method: 'POST',
    path: '/api/conversations/{id}/sides',
    summary: 'Ask another team, or a colleague; the customer sees only that another team looks into it',
    params: one,
    body: Ask,
    answer: z.object({ conversation: Conversation }),
    write: async (ctx, { params, body }) => ({
      conversation: await sideAsked(ctx, await ask(ctx, params.id, body)),
    }),
  }),
  route({
    ...reading,
    method: 'GET',
    path: '/api/conversations/{id}/sides/{number}',
    summary: 'What was said about a question to others, for those who see where it was asked',
    params: numbered,
    answer: SideThread,
    read: (ctx, { params }) => readSide(ctx, params.id, params.number),
  }),
  route({
    ...writing,
    method: 'POST',
    path: '/api/conversations/{id}/sides/{number}/notes',
    summary: 'Add to a question to others',
    params: numbered,
    body: WriteToSide,
    answer: Done,
    write: async (ctx, { params, body }) => {
      await writeToSide(ctx, params.id, params.number, body)
      return done
    },
  }),
]
