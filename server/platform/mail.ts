// Sends mail through the SMTP server of the configuration: one recipient, one subject, whatever somebody typed.
import { createTransport } from 'nodemailer'

export interface SmtpSettings {
  url: string
  /** `name@example.com` or `Desk <name@example.com>`. */
  from: string
}

export interface OutgoingMessage {
  to: string
  subject: string
  text: string
  /** Without the angle brackets; the same one on every try. */
  messageId: string
}

export interface Mailer {
  configured: boolean
  /**
   * Resolves once the server has taken the message over.
   * @throws MailFailure
   */
  send(message: OutgoingMessage): Promise<void>
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
export function createMailer(settings: SmtpSettings | null): Mailer {
  if (!settings) {
    return {
      configured: false,
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

  async function send({ to, subject, text, messageId }: OutgoingMessage): Promise<void> {
    if (!isOneAddress(to)) throw new MailFailure('not one address', true)
    await transport
      .sendMail({
        from: settings!.from,
        to: { name: '', address: to },
        envelope: { from: sender, to: [to] },
        subject: oneLine(subject),
        text,
        messageId: `<${messageId}@${domain}>`,
        headers: { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' },
      })
      .catch((error: unknown) => {
        throw failureOf(error)
      })
  }

  return { configured: true, send }
}

/** Only what a server said by its code is final; its words may quote the message, so they aren't kept. */
function failureOf(error: unknown): MailFailure {
  const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number }
  // Of this mail, that is; a server that turns everybody away may have changed its mind in an hour.
  const refused = (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode ?? 0) >= 500
  return new MailFailure(responseCode ? `${code} ${responseCode}` : code, refused)
}
