// A customer's mail that a member of staff sent on to the desk: a conversation of whoever wrote it first.
import { v5 } from 'uuid'
import { limits } from '../../../../contract/common.ts'
import { type Desk, system } from '../../../platform/context.ts'
import { detectLanguage } from '../../../text/detect-language.ts'
import { addNote, open } from '../../conversations/index.ts'
import { settingsOf } from '../../desk/index.ts'
import { staffByEmail } from '../../identity/index.ts'
import { screen } from '../../safety/index.ts'
import { contentOf, meet, openingOf, writer } from './file-mail.ts'
import type { MailFile, ReadMail } from './parse/mail.ts'
import { MailUnreadable } from './parse/pool.ts'
import type { Filed, Readable } from './reading.ts'
import { forwardedInHtml, forwardedInText, visibleOfText } from './visible/index.ts'

const author = system('email')

/** Reads a mail that lay in another. */
type Parse = (raw: Uint8Array) => Promise<ReadMail>

interface Original {
  from: { name: string; address: string }
  subject: string
  text: string
  comment: string
  files: MailFile[]
  messageId: string | null
}

/**
 * Undefined where it is none, where its mailbox doesn't take such, or where it isn't proven to be from a member of staff. Who
 * wrote first is what the mail says, so that sender is unproven; nothing is written to them before an agent answers.
 */
export async function openForwarded(
  desk: Desk,
  readable: Readable,
  parse: Parse,
): Promise<Filed | undefined> {
  const { mail, mailbox, verdict } = readable
  const isTaken = mailbox.forwardsIn && verdict.sender === 'pass' && mail.automatic === 'no'
  if (!isTaken || !mail.from || !isForward(mail)) return undefined
  const staff = await staffByEmail(desk.read(author), mail.from.address)
  const original = staff && (await originalIn(mail, parse))
  if (!original) return undefined
  return openOriginal(desk, readable, original, staff.name)
}

const forwardSubject = /^\s*(?:fwd?|wg|tr|rv|enc|i|转发|轉寄|轉發|転送)\s*[:：]/i

const isForward = ({ subject, files }: ReadMail): boolean =>
  forwardSubject.test(subject) || files.some(isMail)

const isMail = ({ type }: MailFile): boolean => type === 'message/rfc822'

async function originalIn(mail: ReadMail, parse: Parse): Promise<Original | undefined> {
  const attached = mail.files.find(isMail)
  if (attached) return originalAttached(mail, attached, parse)
  const found = mail.text ? forwardedInText(mail.text) : forwardedInHtml(mail.html ?? '')
  if (!found) return undefined
  const { text } = visibleOfText(found.text)
  return { ...found, text, files: mail.files, messageId: null }
}

async function originalAttached(
  mail: ReadMail,
  attached: MailFile,
  parse: Parse,
): Promise<Original | undefined> {
  const inner = await parse(new Uint8Array(attached.content)).catch(error => {
    if (error instanceof MailUnreadable) return undefined
    throw error
  })
  if (!inner?.from) return undefined
  const { from, subject, messageId, files } = inner
  return { from, subject, messageId, files, text: inner.visible.text, comment: mail.visible.text }
}

async function openOriginal(
  desk: Desk,
  readable: Readable,
  original: Original,
  name: string,
): Promise<Filed> {
  const { from, messageId, comment } = original
  const subject = original.subject || readable.mail.subject.replace(forwardSubject, '').trim()
  const locale = detectLanguage(original.text) ?? (await settingsOf(desk.read(author))).defaultLocale
  const customerId = await meet(desk, {
    address: from.address,
    proven: false,
    name: from.name || null,
    locale,
  })
  const actor = writer(customerId, readable.id)
  const words = {
    subject,
    files: original.files,
    visible: { text: original.text, quoted: '', signature: '' },
  }
  const { body, files, refused } = await contentOf(desk, words, () => actor)
  const screened = screen(body)
  const { row } = await open(desk, {
    ...openingOf(readable, actor),
    body: screened.text,
    secretsRemoved: screened.removed.reduce((sum, { count }) => sum + count, 0),
    attachmentIds: files,
    subject: screen(subject).text.slice(0, limits.subject) || null,
    locale,
  })
  const seq = await desk.transact(author, ctx =>
    addNote(ctx, row.id, {
      clientId: v5('forwarded', readable.id),
      line: 'mail_forwarded_in',
      values: { name },
      body: comment || readable.mail.subject,
      attachmentIds: [],
      owner: actor,
    }),
  )
  return { state: 'filed', conversationId: row.id, seq, refused, messageId }
}
