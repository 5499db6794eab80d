// Mailboxes over HTTP, and what agents are told about the mails of a conversation.
import { z } from 'zod'
import { Done, done, Id } from '../../../../contract/common.ts'
import {
  Mailbox,
  MailPictures,
  MailsOfConversation,
  ResendMail,
  SaveMailbox,
} from '../../../../contract/email.ts'
import { type Route, route } from '../../../platform/routes.ts'
import { routes as dkim } from './dkim/routes.ts'
import { routes as imap } from './imap/routes.ts'
import { routes as imports } from './import/routes.ts'
import { listMailboxes, removeMailbox, saveMailbox } from './mailboxes.ts'
import { routes as outbound } from './outbound-routes.ts'
import { caps } from './parse/caps.ts'
import { mailsOf } from './queries.ts'
import { downloadMail } from './raw-mail.ts'
import { resend } from './resend.ts'
import { showMail } from './show-mail.ts'
import { receiveByWebhook, webhookOf } from './webhook.ts'

const base = { allow: 'settings.write', tag: 'Email' } as const
const one = z.object({ id: Id })
const entry = one.extend({ seq: z.coerce.number().int().min(1).max(2_147_483_647) })

export const routes: readonly Route[] = [
  route({
    ...base,
    allow: 'settings.read',
    method: 'GET',
    path: '/api/mailboxes',
    summary: 'Mailboxes, by address',
    answer: z.object({ mailboxes: z.array(Mailbox) }),
    read: async ctx => ({ mailboxes: await listMailboxes(ctx) }),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/mailboxes',
    summary: 'Make a mailbox',
    body: SaveMailbox,
    answer: one,
    write: (ctx, { body }) => saveMailbox(ctx, body),
  }),
  route({
    ...base,
    method: 'PUT',
    path: '/api/mailboxes/{id}',
    summary: 'Change a mailbox',
    params: one,
    body: SaveMailbox,
    answer: one,
    write: (ctx, { params, body }) => saveMailbox(ctx, body, params.id),
  }),
  route({
    ...base,
    method: 'DELETE',
    path: '/api/mailboxes/{id}',
    summary: 'Take a mailbox out of use',
    params: one,
    answer: Done,
    write: async (ctx, { params }) => {
      await removeMailbox(ctx, params.id)
      return done
    },
  }),
  route({
    ...base,
    allow: 'conversations.read',
    method: 'GET',
    path: '/api/conversations/{id}/mails',
    summary:
      'The mails of a conversation as they came, oldest first, and whether answers reach its customer by mail',
    params: one,
    answer: MailsOfConversation,
    read: (ctx, { params }) => mailsOf(ctx, params.id),
  }),
  route({
    ...base,
    allow: 'conversations.read',
    method: 'GET',
    path: '/api/conversations/{id}/mails/{seq}/html',
    summary: 'The HTML of the mail behind an entry, sanitised, as a page for a sandboxed frame',
    perMinute: 120,
    params: entry,
    query: z.object({ pictures: MailPictures.default('own') }),
    answer: z.string(),
    read: (ctx, { params, query }) => showMail(ctx, params.id, params.seq, query.pictures),
  }),
  route({
    ...base,
    allow: 'conversations.write',
    method: 'POST',
    path: '/api/conversations/{id}/mails/{seq}/resend',
    summary: 'Send an answer that did not arrive by mail again, to the same or to another address',
    perMinute: 30,
    params: entry,
    body: ResendMail,
    answer: Done,
    write: async (ctx, { params, body }) => {
      await resend(ctx, params.id, params.seq, body)
      return done
    },
  }),
  route({
    ...base,
    allow: 'mails.read_raw',
    method: 'GET',
    path: '/api/conversations/{id}/mails/{seq}/raw',
    summary:
      'The whole mail behind an entry as it came, secrets included, as a file; written to the audit log',
    params: entry,
    answer: z.string(),
    write: (ctx, { params }) => downloadMail(ctx, params.id, params.seq),
  }),
  route({
    ...base,
    method: 'GET',
    path: '/api/mailboxes/{id}/webhook',
    summary: 'Where a provider sends whole mails for a mailbox, and the secret to sign them with',
    params: one,
    answer: z.object({ url: z.string(), secret: z.string() }),
    read: (ctx, { params }) => webhookOf(ctx, params.id),
  }),
  route({
    ...base,
    allow: 'public',
    method: 'POST',
    path: '/api/mailboxes/{id}/mails',
    summary: 'Hand over a whole mail as message/rfc822, signed; `again` when it was there already',
    bodyLimit: caps.rawBytes,
    perMinute: 6_000,
    mail: true,
    params: one,
    answer: z.object({ again: z.boolean() }),
    direct: (desk, _, { params, raw }) => receiveByWebhook(desk, params.id, raw),
  }),
  ...imap,
  ...imports,
  ...dkim,
  ...outbound,
]
