// Puts a mail where it belongs: into the conversation it answers, or a new one.
import { v5 } from 'uuid'
import { limits } from '../../../../contract/common.ts'
import { batched } from '../../../platform/batch.ts'
import { type Context, type CustomerActor, type Desk, system } from '../../../platform/context.ts'
import { AppError, notFound } from '../../../platform/errors.ts'
import { addNote, type Opening, open, openAll, send } from '../../conversations/index.ts'
import { customersOfAddresses, type Writer } from '../../customers/index.ts'
import { settingsOf } from '../../desk/index.ts'
import { keepFile, screen } from '../../safety/index.ts'
import type { Received } from './acknowledge.ts'
import type { Thread } from './find-conversation.ts'
import { lockUnread, markMails, markOf } from './mark-mails.ts'
import { caps } from './parse/caps.ts'
import type { ReadMail } from './parse/mail.ts'
import { type Filed, nobodysAddress, type Readable, type Reading } from './reading.ts'

const author = system('email')
/** On what machines wrote, so that it can be looked at later, or never; nothing answers it by itself. */
export const automaticTag = 'automatic'

/** Whoever writes by mail, as an actor: never more than an anonymous customer. */
export const writer = (customerId: string, mailId: string): CustomerActor => ({
  kind: 'customer',
  id: customerId,
  verified: false,
  sessionId: mailId,
})

/** Appends an answer of the one whom the conversation is with, or of somebody in copy; where it is closed, a new one begins. */
export async function appendMail(desk: Desk, readable: Readable, thread: Thread): Promise<Filed> {
  const actor = writer(thread.customerId, readable.id)
  const by = thread.takesPart ? undefined : await participantWho(desk, readable)
  const { body, files, refused } = await contentOf(desk, readable.mail, () => actor)
  try {
    const given = { clientId: readable.id, body, attachments: files }
    const { seq, entry } = await send(desk, actor, thread.conversationId, given, by)
    return { state: 'filed', conversationId: entry.conversation_id, seq, refused }
  } catch (error) {
    if (error instanceof AppError && error.code === 'conversation_closed') return openByMail(desk, readable)
    throw error
  }
}

/** With the address, for a name alone could be anybody's. */
async function participantWho(desk: Desk, { mail, verdict, writer: { address, name } }: Readable) {
  const proven = mail.from !== null && verdict.sender === 'pass'
  const locale = (await settingsOf(desk.read(author))).defaultLocale
  const customerId = await meet(desk, { address, proven, name: name || null, locale })
  return { customerId, name: name ? `${screen(name).text} <${address}>` : address }
}

/** Begins a conversation with whoever wrote the mail. */
export async function openByMail(desk: Desk, readable: Readable): Promise<Filed> {
  const { mail, verdict } = readable
  const { address, name } = readable.writer
  const locale = mail.language ?? (await settingsOf(desk.read(author))).defaultLocale
  const proven = mail.from !== null && verdict.sender === 'pass'
  const from: Writer = { address, proven, name: name || null, locale }
  const content = await contentOf(desk, mail, async () => writer(await meet(desk, from), readable.id))
  return openInBatch(desk, { readable, from, content })
}

interface Beginning {
  readable: Readable
  from: Writer
  content: Content
}

/** Customer, conversation, the mark on the mail and what is to be answered are one: where the mail is marked, all is there. */
const openInBatch = batched<Beginning, Filed>('email', async (ctx, all) => {
  const unread = await lockUnread(
    ctx,
    all.map(({ readable }) => readable.id),
  )
  const beginnings = all.filter(({ readable }) => unread.delete(readable.id))
  const filed = beginnings.length === 0 ? [] : await openEach(ctx, beginnings)
  const byId = new Map(beginnings.map(({ readable }, index) => [readable.id, filed[index]!]))
  return all.map(({ readable }) => {
    const result = byId.get(readable.id)
    // Somebody else has read it at the same time.
    return result ? { result } : { refused: notFound() }
  })
})

async function openEach(ctx: Context, beginnings: readonly Beginning[]): Promise<Filed[]> {
  const customers = await customersOfAddresses(
    ctx,
    beginnings.map(({ from }) => from),
  )
  const ids = await openAll(
    ctx,
    beginnings.map((beginning, index) => beginningOf(beginning, customers[index]!)),
  )
  const filed = beginnings.map(({ content: { refused } }, index): Filed => {
    return { state: 'filed', conversationId: ids[index]!, seq: 1, refused, isMarked: true }
  })
  markMails(
    ctx,
    beginnings.map(({ readable }, index) => markOf(readable, filed[index]!)),
  )
  const received = beginnings.flatMap((beginning, index) => receivedOf(beginning, ids[index]!))
  if (received.length > 0 && ctx.mail.configured) ctx.enqueue('acknowledgeMails', { received })
  return filed
}

/** What a person is told of; nothing for machines and for those who are not whom they say. */
function receivedOf({ readable, from }: Beginning, conversationId: string): Received[] {
  const { mail, verdict, mailbox } = readable
  if (mail.automatic !== 'no' || verdict.sender === 'fail') return []
  const { address: to, proven, locale } = from
  const { address, name } = mailbox
  return [{ conversationId, to, proven, locale, messageId: mail.messageId, mailbox: { address, name } }]
}

function beginningOf({ readable, from, content: { body, files } }: Beginning, customerId: string): Opening {
  const screened = screen(body)
  return {
    ...openingOf(readable, writer(customerId, readable.id)),
    body: screened.text,
    secretsRemoved: screened.removed.reduce((sum, { count }) => sum + count, 0),
    attachmentIds: files,
    subject: screen(readable.mail.subject).text.slice(0, limits.subject) || null,
    locale: from.locale,
    ...(readable.mail.automatic !== 'no' && { tags: [automaticTag], priority: 0 }),
  }
}

/** Who writes, many at once. */
export const meet = batched<Writer, string>('email', async (ctx, writers) =>
  (await customersOfAddresses(ctx, writers)).map(result => ({ result })),
)

/** Who begins a conversation by a mail, and where it stands at first. */
export const openingOf = ({ id, mailbox }: Reading, customer: CustomerActor) => ({
  clientId: id,
  customer,
  channel: 'email' as const,
  teamId: mailbox.teamId,
  topic: null,
  page: null,
  live: false,
})

/** A mail that can't be read is an agent's to look at: a conversation of its own, with the mail as a file. */
export async function openUnreadable(desk: Desk, reading: Reading): Promise<Filed> {
  const address = reading.envelopeFrom ?? nobodysAddress
  const locale = (await settingsOf(desk.read(author))).defaultLocale
  const customerId = await meet(desk, { address, proven: false, name: null, locale })
  const actor = writer(customerId, reading.id)
  const isThere = reading.raw.length > 0
  const whole = { name: 'mail.eml', content: reading.raw }
  const files = isThere ? [await keepFile(desk, actor, whole, caps.rawBytes)] : []
  const { row } = await open(desk, {
    ...openingOf(reading, actor),
    body: '',
    secretsRemoved: 0,
    attachmentIds: files.map(({ id }) => id),
    subject: null,
    locale,
  })
  await desk.transact(author, ctx =>
    addNote(ctx, row.id, {
      clientId: v5('unreadable', reading.id),
      ...(reading.wholeSize === null
        ? { line: 'mail_unreadable', values: {} }
        : { line: 'mail_too_large', values: { megabytes: Math.ceil(reading.wholeSize / 1_048_576) } }),
      body: '',
      attachmentIds: [],
      owner: actor,
    }),
  )
  return { state: 'unreadable', conversationId: row.id, seq: 1 }
}

interface Content {
  body: string
  files: string[]
  refused: string[]
}

/**
 * The text and the files as they are kept; what is too long goes on in a file, what could do harm stays out.
 * @param owner of the files, asked for where there are any
 */
export async function contentOf(
  desk: Desk,
  { subject, files: enclosed, visible }: Pick<ReadMail, 'subject' | 'files' | 'visible'>,
  owner: () => CustomerActor | Promise<CustomerActor>,
): Promise<Content> {
  const text = visible.text.trim() || subject.trim() || '—'
  const isLong = text.length > limits.message
  const rest = isLong ? [{ name: 'message.txt', content: Buffer.from(text) }] : []
  const files: string[] = []
  const refused: string[] = []
  for (const { name, content } of [...rest, ...enclosed]) {
    try {
      files.push((await keepFile(desk, await owner(), { name, content })).id)
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error
      refused.push(name)
    }
  }
  return { body: isLong ? text.slice(0, limits.message) : text, files, refused }
}
