// A request by the form of the site: a conversation like any other, of whoever is signed in, or of the address they give.
import type { Topic } from '../../../../contract/conversations.ts'
import { fill, stringsFor } from '../../../../locales/index.ts'
import { type Context, type CustomerActor, type Desk, system } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import type { FormFile } from '../../../platform/pages/form.ts'
import { checkText, open } from '../../conversations/index.ts'
import { customersOfAddresses } from '../../customers/index.ts'
import { settingsOf } from '../../desk/index.ts'
import { addressKey, countAttempt } from '../../identity/index.ts'
import { noteConversation } from '../../knowledge/index.ts'
import { screen, withFiles } from '../../safety/index.ts'
import { isAcknowledgementWithinCaps } from '../email/automatic-caps.ts'
import { post } from '../email/outbox.ts'
import { acknowledgementSeq } from '../email/reply-address.ts'

export interface NewRequest {
  /** Made with the form: sent twice, it is one request. */
  clientId: string
  subject: string
  topic: Topic
  text: string
  /** Of an order or a transaction; empty for none. */
  reference: string
  locale: string
  files: AsyncIterable<FormFile>
  /** Of the help centre, if they looked for an answer first. */
  searchId?: string | undefined
}

export interface OpenedRequest {
  number: number
  secretsRemoved: number
}

/** Requests in an hour by strangers from one place. */
const perCaller = 30
const author = system('form')

/**
 * Opens it. `from` is who is signed in, or the address of somebody who isn't: that proves nothing, so it is the unproven
 * writer's of this address, as a mail would be, and an acknowledgement says a number and not a word of theirs.
 * @throws AppError not_found while the channel is off; empty_message, message_too_long; too_many_requests; as uploads do
 */
export async function openRequest(
  desk: Desk,
  from: CustomerActor | { address: string; ip: string },
  given: NewRequest,
): Promise<OpenedRequest> {
  if (!(await settingsOf(desk.read(author))).channels.form) throw notFound()
  const { body, secretsRemoved } = checkText(textOf(given), 0)
  const customer = 'kind' in from ? from : await stranger(desk, from, given.locale)
  const subject = screen(given.subject)
  const removed = secretsRemoved + subject.removed.reduce((sum, { count }) => sum + count, 0)
  const { clientId, topic, locale } = given
  const opening = { clientId, topic, locale, customer, body, subject: subject.text, secretsRemoved: removed }
  const { row } = await withFiles(desk, customer, given.files, attachmentIds =>
    open(desk, { ...opening, channel: 'form', attachmentIds, live: false, page: null }),
  )
  if (given.searchId) {
    const about = { customerId: customer.id, conversationId: row.id }
    noteConversation(desk, { ...about, searchId: given.searchId, place: 'form', locale })
  }
  if ('address' in from) await desk.transact(author, ctx => acknowledge(ctx, from.address, row))
  return { number: row.number, secretsRemoved: removed }
}

/** The reference stands below the text, where whoever reads it looks for it. */
function textOf({ text, reference, locale }: NewRequest): string {
  if (!reference) return text
  return `${text.trimEnd()}\n\n${fill(locale, stringsFor(locale).site.reference)}: ${reference}`
}

async function stranger(
  desk: Desk,
  { address, ip }: { address: string; ip: string },
  locale: string,
): Promise<CustomerActor> {
  await countAttempt(desk, [{ key: `form-from:${addressKey(ip)}`, most: perCaller, seconds: 3_600 }])
  const writer = { address, proven: false, name: null, locale }
  const [id] = await desk.transact(author, ctx => customersOfAddresses(ctx, [writer]))
  return { kind: 'customer', id: id!, verified: false, sessionId: newId() }
}

interface Opened {
  id: string
  number: number
  locale: string
}

/** Within the caps that mails have: whoever types in other people's addresses must not make the desk write to them. */
async function acknowledge(ctx: Context, address: string, { id, number, locale }: Opened): Promise<void> {
  const to = address.toLowerCase()
  if (!(await isAcknowledgementWithinCaps(ctx, { to, proven: false }))) return
  const { mails } = stringsFor(locale)
  const { name } = await settingsOf(ctx)
  const values = { desk: name, number: String(number), url: `${ctx.publicUrl}/requests/${number}` }
  await post(ctx, {
    to,
    subject: fill(locale, mails.request_received_subject, values),
    text: fill(locale, mails.request_received_body, values),
    automatic: 'generated',
    entry: { conversationId: id, seq: acknowledgementSeq },
  })
}
