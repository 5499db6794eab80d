// The inbox and its conversations, for staff and API keys.
import { z } from 'zod'
import { FileLink } from '../../../contract/attachments.ts'
import { Done, done, Id } from '../../../contract/common.ts'
import {
  ChangeConversation,
  Conversation,
  ConversationCounts,
  ConversationPage,
  CustomerSummary,
  EntryRange,
  ListConversations,
  StaffEntry,
} from '../../../contract/conversations.ts'
import { ErrorCode } from '../../../contract/errors.ts'
import { type Route, route } from '../../platform/routes.ts'
import { screen } from '../safety/index.ts'
import { loadConversation } from './access.ts'
import { attachmentLink } from './attachment-link.ts'
import { changeMany } from './bulk.ts'
import { change } from './change.ts'
import { countConversations } from './counts.ts'
import { customerSide } from './customer-side.ts'
import { directoryFor } from './directory.ts'
import { dueClocksOf } from './due-clocks.ts'
import { listConversations } from './list.ts'
import { liveDirectory } from './live-directory.ts'
import { markRead } from './mark-read.ts'
import { staffPage } from './queries.ts'
import { toStaffConversation } from './shapes.ts'
import { transcript } from './transcript.ts'

const reading = { allow: 'conversations.read', tag: 'Conversations' } as const
const writing = { allow: 'conversations.write', tag: 'Conversations' } as const
const one = z.object({ id: Id })
const whole = z.object({ conversation: Conversation })

const screenedTags = (tags: string[]): string[] => tags.map(tag => screen(tag).text)
const screened = (wanted: ChangeConversation): ChangeConversation => ({
  ...wanted,
  ...(wanted.subject && { subject: screen(wanted.subject).text }),
  ...(wanted.tags && { tags: screenedTags(wanted.tags) }),
  ...(wanted.addTags && { addTags: screenedTags(wanted.addTags) }),
})

export const staffRoutes: readonly Route[] = [
  route({
    ...reading,
    method: 'GET',
    path: '/api/conversations',
    summary: 'A page of the inbox',
    query: ListConversations,
    answer: ConversationPage,
    direct: (desk, actor, { query }) =>
      listConversations(desk.read(actor), query, rows => liveDirectory(desk).forRows(rows, [])),
  }),
  route({
    ...reading,
    method: 'GET',
    path: '/api/conversations/counts',
    summary: 'How many conversations stand where',
    answer: ConversationCounts,
    read: ctx => countConversations(ctx),
  }),
  route({
    ...writing,
    method: 'POST',
    path: '/api/conversations/bulk',
    summary: 'Change many conversations; each succeeds or fails by itself',
    body: z.object({ ids: z.array(Id).min(1).max(200), change: ChangeConversation }),
    answer: z.object({ changed: z.array(Id), refused: z.array(z.object({ id: Id, code: ErrorCode })) }),
    direct: (desk, actor, { body }) => changeMany(desk, actor, body.ids, screened(body.change)),
  }),
  route({
    ...reading,
    method: 'GET',
    path: '/api/conversations/{id}',
    summary: 'One conversation',
    params: one,
    answer: whole,
    read: async (ctx, { params }) => {
      const row = await loadConversation(ctx, params.id)
      const clock = (await dueClocksOf(ctx, [row.id])).get(row.id) ?? null
      return { conversation: { ...toStaffConversation(row, await directoryFor(ctx, [row])), clock } }
    },
  }),
  route({
    ...writing,
    method: 'PATCH',
    path: '/api/conversations/{id}',
    summary: 'Change status, assignee, team, priority, complexity, topic, subject, tags or snooze',
    params: one,
    body: ChangeConversation,
    answer: whole,
    write: async (ctx, { params, body }) => {
      const { row } = await change(ctx, params.id, screened(body))
      return { conversation: toStaffConversation(row, await directoryFor(ctx, [row])) }
    },
  }),
  route({
    ...reading,
    method: 'GET',
    path: '/api/conversations/{id}/entries',
    summary: 'Entries after or before a seq, in order',
    params: one,
    query: EntryRange,
    answer: whole.extend({ entries: z.array(StaffEntry), more: z.boolean() }),
    read: (ctx, { params, query }) => staffPage(ctx, params.id, query),
  }),
  route({
    ...reading,
    method: 'POST',
    path: '/api/conversations/{id}/read',
    summary: 'Mark entries up to a seq as read; counts when you are in charge',
    params: one,
    body: z.object({ seq: z.int().nonnegative() }),
    answer: Done,
    write: async (ctx, { params, body }) => {
      await markRead(ctx, params.id, body.seq)
      return done
    },
  }),
  route({
    ...reading,
    method: 'GET',
    path: '/api/conversations/{id}/customer',
    summary: 'The customer of a conversation, and their other conversations',
    params: one,
    answer: z.object({
      customer: CustomerSummary,
      page: z.string().nullable(),
      conversations: z.array(Conversation),
    }),
    read: (ctx, { params }) => customerSide(ctx, params.id),
  }),
  route({
    ...reading,
    method: 'GET',
    path: '/api/conversations/{id}/transcript',
    summary: 'The whole conversation as a text file, notes included',
    params: one,
    answer: z.string(),
    read: (ctx, { params, caller }) => transcript(ctx, params.id, caller.locale),
  }),
  route({
    ...reading,
    method: 'GET',
    path: '/api/attachments/{id}/link',
    summary: 'A link to a file, good for minutes',
    params: one,
    answer: FileLink,
    read: (ctx, { params }) => attachmentLink(ctx, params.id),
  }),
]
