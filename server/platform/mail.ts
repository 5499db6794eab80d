// Sends mail through the SMTP server of the configuration: one recipient, one subject, whatever somebody typed.
import type { Readable } from 'node:stream'
import type { DNSResolver } from 'mailauth'
import { createTransport } from 'nodemailer'
import type { MailVerdict } from '../../contract/email.ts'
import type { MailEnvelope } from './mail/check.ts'
import { createChecker } from './mail/check-thread.ts'
import { partsOf } from './mail/parts.ts'
import { textsAt } from './mail/texts.ts'

export interface SmtpSettings {
  url: string
  /** `name@example.com` or `Desk <name@example.com>`. */
  from: string
}

/** With whose key a mail is signed, by the domain in From. */
export interface DkimSigner {
  domain: string
  selector: string
  /** PEM. */
  privateKey: string
}

export interface OutgoingMessage {
  to: string
  /** Named in the mail, beside `to`. */
  cc?: string[]
  /** Of all who get the mail, named or not, those to whom it is still to go; `to` and `cc` when left out. */
  recipients?: string[]
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
  /** Where its reader asks to get no more like it, with one click (RFC 8058). */
  unsubscribe?: string
  signer?: DkimSigner
  files?: { name: string; type: string; content: Readable }[]
}

/** A recipient for whom the server didn't take a message that it took for others. */
export interface Refused {
  address: string
  /** What the server said, like `550`. */
  status: string | null
  final: boolean
}

export interface Mailer {
  configured: boolean
  /** Whom mails come from that don't say so; null without settings. */
  sender: string | null
  /** How many mails that nobody has asked for the desk sends at most. */
  noticesPerHour: number
  /**
   * Resolves once the server has taken the message over, with those for whom it hasn't.
   * @throws MailFailure when it has for nobody
   */
  send(message: OutgoingMessage): Promise<Refused[]>
  /** The TXT records at a name, each in one piece; none when there is no such name. Throws when nobody answers. */
  texts(name: string): Promise<string[]>
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

export interface MailerSettings {
  /** Answers questions to the name system; the machine's own when left out. */
  resolver?: DNSResolver | undefined
  /** How long its answers hold, in milliseconds. */
  namesHoldMs?: number | undefined
  noticesPerHour: number
}

/** The mailer of one node; without settings it refuses, and the desk shows links to hand over instead. */
export function createMailer(
  settings: SmtpSettings | null,
  { resolver, namesHoldMs, noticesPerHour }: MailerSettings,
): Mailer {
  const check = createChecker(resolver, namesHoldMs)
  const texts: Mailer['texts'] = name => textsAt(name, resolver)
  if (!settings) {
    return {
      configured: false,
      sender: null,
      noticesPerHour,
      check,
      texts,
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

  async function send(message: OutgoingMessage): Promise<Refused[]> {
    const { to, cc = [], recipients = [to, ...cc], from, replyTo } = message
    const addresses = [to, ...cc, ...recipients, from?.address, replyTo]
    if (!addresses.every(address => address === undefined || isOneAddress(address)))
      throw new MailFailure('not one address', true)
    const envelope = { from: from?.address ?? sender, to: recipients }
    const { rejectedErrors = [] } = await transport
      .sendMail({ ...partsOf(message, settings!.from, domain), envelope })
      .catch((error: unknown) => {
        throw failureOf(error)
      })
    return rejectedErrors.map(refusalOf)
  }

  return { configured: true, sender, noticesPerHour, send, check, texts }
}

type RecipientError = Error & { recipient?: string; responseCode?: number }

const refusalOf = ({ recipient = '', responseCode }: RecipientError): Refused => ({
  address: recipient,
  status: responseCode ? String(responseCode) : null,
  final: (responseCode ?? 0) >= 500,
})

/** Only what a server said by its code is final; its words may quote the message, so they aren't kept. */
function failureOf(error: unknown): MailFailure {
  const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number }
  // Of this mail, that is; a server that turns everybody away may have changed its mind in an hour.
  const refused = (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode ?? 0) >= 500
  return new MailFailure(responseCode ? `${code} ${responseCode}` : code, refused)
}
