// Mail that came back: by the standard report, or by what servers without it write.
import { isDaemon, type Signs } from './automatic.ts'
import { addressOf, readDeliveryStatus, worstOf } from './delivery-status.ts'
import { readHead } from './head.ts'
import type { Bounce } from './mail.ts'
import { readIds } from './message-ids.ts'
import type { Part } from './outline.ts'
import { undoTransfer } from './transfer.ts'

export interface Suspect extends Signs {
  root: Part
  text: string | null
}

/** What failed, or null when nothing says that anything did. A delay counts as one that isn't permanent. */
export function bounceOf(mail: Suspect): Bounce | null {
  const parts = partsOf(mail.root)
  const reports = parts.filter(part => part.type === 'message/delivery-status')
  const status = worstOf(reports.map(readDeliveryStatus).filter(found => found !== null))
  if (status) {
    const { action } = status
    if (action && action !== 'failed' && action !== 'delayed') return null
    if (!action && !/^[45]/.test(status.status ?? '')) return null
    const permanent = action !== 'delayed' && !status.status?.startsWith('4')
    const messageId = returnedId(mail, parts) ?? readIds(status.messageId)[0] ?? answeredId(mail)
    return { permanent, messageId, recipient: status.recipient, status: status.status }
  }
  return looksReturned(mail) ? readWords(mail, parts) : null
}

function* walk(part: Part): Generator<Part> {
  yield part
  for (const child of part.children) yield* walk(child)
}

const partsOf = (root: Part) => [...walk(root)]

const opening = 4_000

function looksReturned(mail: Suspect): boolean {
  if (mail.head.first('x-failed-recipients') !== null) return true
  // Somebody out of office may answer as postmaster or with an empty return path.
  if (isReplyBySomebody(mail)) return false
  if (/^mailer[-_.]?daemon(?:@|$)/i.test(mail.from?.address || mail.from?.name || '')) return true
  if (failureSubject.test(mail.subject)) return true
  return isDaemon(mail) && failureWords.test((mail.text ?? '').slice(0, opening))
}

const isReplyBySomebody = ({ head }: Suspect) =>
  /^(?:auto_reply|bulk)/i.test(head.first('precedence') ?? '') && head.first('x-autoreply') !== null

/** From its first letter, so that what somebody forwards or answers isn't meant. */
const failureSubject =
  /^(?:delivery (?:status notification \((?:failure|delay)\)|failure|has failed)|undeliver(?:able|ed)(?: mail|:)|mail delivery (?:failed|failure|system)|failure notice|returned mail:|message (?:not delivered|undeliverable)|non[- ]?delivery|unzustellbar|退信|邮件投递失败|系统退信|投递失败|郵件傳遞失敗)/i

const failureWords =
  /qmail-send program|created automatically by mail delivery software|this is the mail system at host|could not be delivered|couldn't be delivered|wasn't able to deliver|permanent (?:fatal )?error|delivery (?:has failed|to the following recipients? failed)|did not reach (?:some or all of )?the (?:following|intended) recipient|unable to deliver|undeliverable|无法(?:投递|送达)|投递失败|退回/i

function readWords(mail: Suspect, parts: readonly Part[]): Bounce {
  const text = (mail.text ?? '').slice(0, opening)
  const status = /(?<![\d.])[45]\.\d{1,2}\.\d{1,3}(?![\d.]*\d)/.exec(text)?.[0] ?? null
  const code = /(?<![\d.-])([45])\d\d(?=[ -])/.exec(text)?.[1]
  const kind = status?.[0] ?? code
  return {
    permanent: kind
      ? kind === '5'
      : /permanent (?:fatal )?error|does not exist|user unknown|不存在/i.test(text),
    messageId: returnedId(mail, parts) ?? answeredId(mail),
    recipient: recipientIn(mail, text),
    status,
  }
}

function recipientIn(mail: Suspect, text: string): string | null {
  const failed = mail.head.first('x-failed-recipients')
  if (failed !== null) return addressOf(failed)
  const line = /^[ \t]{0,40}<?([^\s<>"'():;,]{1,64}@[^\s<>"'():;,]{1,255})>?:?(?:\s|$)/m.exec(text)
  return line?.[1] ?? null
}

const returned = new Set(['message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers'])

/** Of the mail that is enclosed, or copied below the words. */
function returnedId(mail: Suspect, parts: readonly Part[]): string | null {
  for (const part of parts) {
    if (!returned.has(part.type)) continue
    const encoding = part.head.first('content-transfer-encoding')?.toLowerCase() ?? ''
    const id = idIn(Buffer.from(undoTransfer(part.body, encoding).subarray(0, 64 * 1024)).toString('latin1'))
    if (id) return id
  }
  return idIn((mail.text ?? '').slice(0, 64 * 1024))
}

const idIn = (text: string): string | null => {
  const at = text.search(/^[> \t]{0,4}message-id:/im)
  if (at < 0) return null
  const field = text.slice(at, at + 1_200).replace(/^[> \t]+/, '')
  return readIds(readHead(Buffer.from(field)).first('message-id'))[0] ?? null
}

const answeredId = ({ head }: Suspect): string | null =>
  readIds(head.first('in-reply-to'))[0] ?? readIds(head.first('references')).at(-1) ?? null
