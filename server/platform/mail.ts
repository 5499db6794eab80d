// Sends mail through the SMTP server of the configuration: one recipient, one subject, whatever somebody typed.
import type { Readable } from 'node:stream'
import type { DNSResolver } from 'mailauth'
import { createTransport } from 'nodemailer'
import type { MailVerdict } from '../../contract/email.ts'
import type { MailEnvelope } from './mail/check.ts'
import { createChecker } from './mail/check-thread.ts'

export interface SmtpSettings {
  url: string
  /** `name@example.com` or `Desk <name@example.com>`. */
  from: string
}

export interface OutgoingMessage {
  to: string
  subject: string
  text: string
  /** Without the angle brackets; the same one on every try. Without a domain it gets the sender's. */
  messageId: string
  /** Of what the desk writes by itself, so that no machine answers: by its own motion, or because of a mail (RFC 3834). */
  automatic: false | 'generated' | 'replied'
  /** The usual sender when left out. */
  from?: { name: string; address: string }
  replyTo?: string
  /** Without the angle brackets. */
  inReplyTo?: string
  references?: string[]
  files?: { name: string; type: string; content: Readable }[]
}

export interface Mailer {
  configured: boolean
  /**
   * Resolves once the server has taken the message over.
   * @throws MailFailure
   */
  send(message: OutgoingMessage): Promise<void>
  /** Whether a mail that came in is from whom it says; see `mail/check.ts`. */
  check(raw: Uint8Array, envelope: MailEnvelope): Promise<MailVerdict>
}

/** The server didn't take the message. `final` when it never will. */
export class MailFailure extends Error {
  readonly final: boolean

  constructor(reason: string, final: boolean) {
    super(reason)
    this.name = 'MailFailure'
    this.final = final
  }
}

const longestAddress = 254
const longestSubject = 200
/** Together well below the time for which a job may hold a mail. */
const timeouts = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  dnsTimeout: 10_000,
}

/** Whether this is exactly one plain address: no list, no group, no comment, no line break. */
export const isOneAddress = (text: string): boolean =>
  text.length <= longestAddress && /^[^\s\p{Cc}"(),:;<>@[\\\]]+@[\p{L}\p{N}.-]+$/u.test(text)

/** Text for one header line. */
export const oneLine = (text: string): string =>
  Array.from(
    text
      .slice(0, 4 * longestSubject)
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .trim(),
  )
    .slice(0, longestSubject)
    .join('')

/** The mailer of one node; without settings it refuses, and the desk shows links to hand over instead. */
export function createMailer(settings: SmtpSettings | null, resolver?: DNSResolver): Mailer {
  const check = createChecker(resolver)
  if (!settings) {
    return {
      configured: false,
      check,
      send: () => Promise.reject(new MailFailure('no mail server is configured', false)),
    }
  }
  const transport = createTransport({
    url: settings.url,
    ...timeouts,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const sender = /<([^<>]+)>$/.exec(settings.from)?.[1] ?? settings.from
  const domain = sender.split('@')[1] ?? 'localhost'

  async function send(message: OutgoingMessage): Promise<void> {
    const {
      to,
      from,
      subject,
      text,
      messageId,
      automatic,
      replyTo,
      inReplyTo,
      references = [],
      files = [],
    } = message
    if (![to, from?.address, replyTo].every(address => address === undefined || isOneAddress(address)))
      throw new MailFailure('not one address', true)
    await transport
      .sendMail({
        from: from ? { name: oneLine(from.name), address: from.address } : settings!.from,
        ...(replyTo && { replyTo }),
        to: { name: '', address: to },
        envelope: { from: from?.address ?? sender, to: [to] },
        subject: oneLine(subject),
        text,
        messageId: `<${messageId.includes('@') ? messageId : `${messageId}@${domain}`}>`,
        ...(inReplyTo && { inReplyTo: `<${inReplyTo}>` }),
        ...(references.length > 0 && { references: references.map(id => `<${id}>`) }),
        attachments: files.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
        headers: automatic
          ? { 'auto-submitted': `auto-${automatic}`, 'x-auto-response-suppress': 'All' }
          : {},
      })
      .catch((error: unknown) => {
        throw failureOf(error)
      })
  }

  return { configured: true, send, check }
}

/** Only what a server said by its code is final; its words may quote the message, so they aren't kept. */
function failureOf(error: unknown): MailFailure {
  const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number }
  // Of this mail, that is; a server that turns everybody away may have changed its mind in an hour.
  const refused = (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode ?? 0) >= 500
  return new MailFailure(responseCode ? `${code} ${responseCode}` : code, refused)
}
