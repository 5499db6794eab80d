// A mail as nodemailer is given it: headers, text, files, and the key to sign it with.
import type { SendMailOptions } from 'nodemailer'
import type { DkimSigner, OutgoingMessage } from '../mail.ts'

const longestSubject = 200

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

/** `usual`: whom mails come from that don't say so; `domain`: theirs. */
export function partsOf(message: OutgoingMessage, usual: string, domain: string): SendMailOptions {
  const { to, cc = [], from, messageId, inReplyTo, references = [], files = [], signer } = message
  const named = (address: string) => ({ name: '', address })
  return {
    from: from ? { name: oneLine(from.name), address: from.address } : usual,
    ...(message.replyTo && { replyTo: message.replyTo }),
    to: named(to),
    ...(cc.length > 0 && { cc: cc.map(named) }),
    subject: oneLine(message.subject),
    text: message.text,
    messageId: `<${messageId.includes('@') ? messageId : `${messageId}@${domain}`}>`,
    ...(inReplyTo && { inReplyTo: `<${inReplyTo}>` }),
    ...(references.length > 0 && { references: references.map(id => `<${id}>`) }),
    attachments: files.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
    headers: headersOf(message),
    ...(signer && { dkim: signingWith(signer) }),
  }
}

const headersOf = ({ automatic, unsubscribe }: OutgoingMessage): Record<string, string> => ({
  ...(automatic && { 'auto-submitted': `auto-${automatic}`, 'x-auto-response-suppress': 'All' }),
  ...(unsubscribe && {
    'list-unsubscribe': `<${unsubscribe}>`,
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
  }),
})

/** What no server on the way has a reason to change, and nobody else should. */
const signedFields = [
  'From',
  'Reply-To',
  'Subject',
  'Date',
  'Message-ID',
  'To',
  'Cc',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'In-Reply-To',
  'References',
  'Auto-Submitted',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
]

const signingWith = ({ domain, selector, privateKey }: DkimSigner) => ({
  domainName: domain,
  keySelector: selector,
  privateKey,
  headerFieldNames: signedFields.join(':'),
})
