// Has the desk read one case, in the shape in which cases say what they expect.
import { createHash } from 'node:crypto'
import type { ParsedMail } from '../../server/modules/channels/email/parse/mail.ts'
import type { MailParser } from '../../server/modules/channels/email/parse/pool.ts'
import { visibleOf, writerOf } from '../../server/modules/channels/email/reading.ts'
import {
  textOfHtml,
  visibleOfHtml,
  visibleOfText,
} from '../../server/modules/channels/email/visible/index.ts'
import type { Case, Kind, Result } from './mail-cases.ts'

const nothing: Omit<Result, 'ms'> = {
  subject: '',
  from_email: '',
  from_name: '',
  to_emails: [],
  cc_emails: [],
  reply_to: [],
  sender: '',
  message_id: '',
  in_reply_to: '',
  references: [],
  date: null,
  body_text: null,
  body_html_text: null,
  visible_text: '',
  attachments: [],
  auto_reply: false,
  bounce: false,
  report: false,
}

/** What the desk reads from a case; an error becomes part of the result. */
export async function readCase(parser: MailParser, one: Case, content: Buffer): Promise<Result> {
  const start = performance.now()
  try {
    const read =
      one.kind === 'mail' ? ofMail(await parser.parse(new Uint8Array(content))) : ofBody(one.kind, content)
    return { ...nothing, ...read, ms: performance.now() - start }
  } catch (error) {
    return { ...nothing, error: String(error), ms: performance.now() - start }
  }
}

function ofBody(kind: Kind, content: Buffer): Partial<Result> {
  const body = content.toString('utf8')
  return { visible_text: (kind === 'reply_html' ? visibleOfHtml(body) : visibleOfText(body)).text }
}

function ofMail(mail: ParsedMail): Partial<Result> {
  const writer = writerOf(mail, mail.returnPath || null)
  const { text, signature } = visibleOf(mail)
  return {
    subject: mail.subject,
    from_email: writer.address,
    from_name: writer.name,
    to_emails: addressesOf(mail.to),
    cc_emails: addressesOf(mail.cc),
    reply_to: addressesOf(mail.replyTo),
    sender: mail.sender?.address ?? '',
    message_id: mail.messageId ?? '',
    in_reply_to: mail.inReplyTo.join(' '),
    references: mail.references,
    date: mail.date,
    body_text: mail.text,
    body_html_text: mail.html === null ? null : titleOf(mail.html) + textOfHtml(mail.html),
    // The peers take quotes out of a whole mail and nothing else; what is a signature, the other kinds tell.
    visible_text: `${text}\n${signature}`,
    attachments: mail.files.map(file => ({
      filename: file.name,
      size: file.content.length,
      sha256: createHash('sha256').update(file.content).digest('hex'),
      cid: file.contentId,
      hidden: file.inline,
    })),
    auto_reply: mail.automatic !== 'no',
    bounce: mail.bounce !== null,
    report: mail.bounce !== null || mail.automatic === 'notice',
  }
}

/** The words of an HTML document begin with its title, although no mail program shows it. */
const titleOf = (html: string) => textOfHtml(/<title>([^<]{0,1000})/i.exec(html)?.[1] ?? '')

const addressesOf = (list: ParsedMail['to']) => list.map(({ address }) => address)
