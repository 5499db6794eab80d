// What the widget and other customers' clients may do. A customer reaches their own conversations only.
import { z } from 'zod'
import { FileLink } from '../../../contract/attachments.ts'
import { Done, done, EmailAddress, Id, limits } from '../../../contract/common.ts'
import {
  AppendMessage,
  CustomerConversation,
  CustomerEntry,
  EntryRange,
  OpenConversation,
} from '../../../contract/conversations.ts'
import type { CustomerActor } from '../../platform/context.ts'
import { type Route, route } from '../../platform/routes.ts'
import { noteContact } from '../customers/index.ts'
import { noteConversation } from '../knowledge/index.ts'
import { screen, screenPage } from '../safety/index.ts'
import { loadConversation } from './access.ts'
import { attachmentLink } from './attachment-link.ts'
import { directoryFor } from './directory.ts'
import { handOver, wait } from './hand-over.ts'
import { liveDirectory } from './live-directory.ts'
import { markRead } from './mark-read.ts'
import { open } from './open.ts'
import { notePresence } from './presence.ts'
import { customerPage, customersOwn, forCustomer } from './queries.ts'
import { checkText, send } from './send.ts'
import { toCustomerEntry } from './shapes.ts'
import { solve } from './solve.ts'
import { transcript } from './transcript.ts'

const base = { allow: 'customer', tag: 'Customer: conversations' } as const
const one = z.object({ id: Id })
const whole = z.object({ conversation: CustomerConversation })
const withEntries = whole.extend({ entries: z.array(CustomerEntry) })

export const customerRoutes: readonly Route[] = [
  route({
    ...base,
    method: 'GET',
    path: '/api/customer/conversations',
    summary: 'Your conversations, newest first',
    answer: z.object({ conversations: z.array(CustomerConversation) }),
    read: async ctx => ({ conversations: await customersOwn(ctx, (ctx.actor as CustomerActor).id) }),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/customer/conversations',
    summary: 'Start a conversation with its first message',
    perMinute: 30,
    body: OpenConversation,
    answer: withEntries,
    direct: async (desk, actor, { body: given }) => {
      const { name, email, subject, attachments, page, searchId, ...rest } = given
      const { body, secretsRemoved } = checkText(given.body, attachments.length)
      if (name || email) await desk.transact(actor, ctx => noteContact(ctx, { name, email }))
      const { row, entries } = await open(desk, {
        ...rest,
        body,
        secretsRemoved,
        attachmentIds: attachments,
        subject: subject ? screen(subject).text : null,
        page: page ? screenPage(page) : null,
        customer: actor as CustomerActor,
        channel: 'chat',
      })
      if (searchId) {
        const about = { customerId: row.customer_id, conversationId: row.id }
        noteConversation(desk, { ...about, searchId, place: 'widget', locale: rest.locale })
      }
      return forCustomer(desk.read(actor), row, entries, await liveDirectory(desk).forRows([row], entries))
    },
  }),
  route({
    ...base,
    method: 'GET',
    path: '/api/customer/conversations/{id}',
    summary: 'One of your conversations',
    params: one,
    answer: whole,
    read: async (ctx, { params }) => forCustomer(ctx, await loadConversation(ctx, params.id), []),
  }),
  route({
    ...base,
    method: 'GET',
    path: '/api/customer/conversations/{id}/entries',
    summary: 'Entries after a seq, in order',
    params: one,
    query: EntryRange,
    answer: withEntries.extend({ more: z.boolean() }),
    read: async (ctx, { params, query }) => {
      const page = await customerPage(ctx, params.id, query)
      // A client that polls is there, too.
      if (page.conversation.live) await notePresence(ctx, [params.id])
      return page
    },
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/customer/conversations/{id}/entries',
    summary: 'Write a message',
    perMinute: 120,
    params: one,
    body: AppendMessage,
    answer: z.object({ seq: z.int(), entry: CustomerEntry }),
    direct: async (desk, actor, { params, body }) => {
      const { seq, entry } = await send(desk, actor, params.id, body)
      const ctx = desk.read(actor)
      const directory = await directoryFor(ctx, [await loadConversation(ctx, params.id)], [entry])
      return { seq, entry: toCustomerEntry(entry, directory) }
    },
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/customer/conversations/{id}/read',
    summary: 'Mark entries up to a seq as read',
    params: one,
    body: z.object({ seq: z.int().nonnegative() }),
    answer: Done,
    write: async (ctx, { params, body }) => {
      await markRead(ctx, params.id, body.seq)
      return done
    },
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/customer/conversations/{id}/leave',
    summary: 'Stop waiting; the conversation goes on asynchronously',
    params: one,
    answer: whole,
    write: async (ctx, { params }) => forCustomer(ctx, (await handOver(ctx, params.id, 'asked')).row, []),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/customer/conversations/{id}/wait',
    summary: 'Wait for an agent again',
    params: one,
    answer: whole,
    write: async (ctx, { params }) => {
      const { row } = await wait(ctx, params.id)
      await notePresence(ctx, [row.id])
      return forCustomer(ctx, row, [])
    },
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/customer/conversations/{id}/contact',
    summary: 'Say where an answer can be sent',
    params: one,
    body: z.object({ email: EmailAddress, name: z.string().trim().max(limits.name).nullish() }),
    answer: whole,
    write: async (ctx, { params, body }) => {
      const row = await loadConversation(ctx, params.id)
      await noteContact(ctx, body)
      return forCustomer(ctx, row, [])
    },
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/customer/conversations/{id}/solve',
    summary: 'Say that it is solved',
    params: one,
    answer: whole,
    write: async (ctx, { params }) => forCustomer(ctx, (await solve(ctx, params.id)).row, []),
  }),
  route({
    ...base,
    method: 'GET',
    path: '/api/customer/conversations/{id}/transcript',
    summary: 'The whole conversation as a text file',
    params: one,
    answer: z.string(),
    read: (ctx, { params, caller }) => transcript(ctx, params.id, caller.locale),
  }),
  route({
    ...base,
    method: 'GET',
    path: '/api/customer/attachments/{id}/link',
    summary: 'A link to a file of yours, good for minutes',
    params: one,
    answer: FileLink,
    read: (ctx, { params }) => attachmentLink(ctx, params.id),
  }),
]
