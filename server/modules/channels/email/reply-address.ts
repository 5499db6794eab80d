// Addresses and Message-IDs that only the desk can have made: whoever has one was written to by the desk.
import { timingSafeEqual } from 'node:crypto'
import type { Secrets } from '../../../platform/secrets.ts'

/** Where an entry would stand in the mails of a conversation: the acknowledgement comes before the first. */
export const acknowledgementSeq = 0

export const domainOf = (address: string): string => address.slice(address.indexOf('@') + 1)

/** 128 bits, in digits that survive servers which don't keep upper case. */
const markBytes = 16

const markOf = (secrets: Secrets, purpose: string, text: string): string =>
  Buffer.from(secrets.sign(purpose, text), 'base64url').subarray(0, markBytes).toString('hex')

function isMark(secrets: Secrets, purpose: string, text: string, mark: string): boolean {
  const expected = Buffer.from(markOf(secrets, purpose, text))
  const given = Buffer.from(mark.toLowerCase())
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** The address to which answers about the conversation with `number` go: `help+1042-<mark>@desk.example`. */
export function replyAddress(secrets: Secrets, mailbox: string, number: number): string {
  const [local, domain] = mailbox.split('@')
  return `${local}+${number}-${markOf(secrets, 'reply_address', String(number))}@${domain}`
}

/** The number of the conversation that a reply address of ours stands for; null for any other address. */
export function numberInAddress(secrets: Secrets, address: string): number | null {
  const [, number = '', mark = ''] = /\+(\d{1,15})-([0-9a-f]{32})@[^@]+$/i.exec(address) ?? []
  return number && isMark(secrets, 'reply_address', number, mark) ? Number(number) : null
}

/** The address to which answers about a forwarded mail go: `help+f7-<mark>@desk.example`. */
export function forwardAddress(secrets: Secrets, mailbox: string, number: number): string {
  const [local, domain] = mailbox.split('@')
  return `${local}+f${number}-${markOf(secrets, 'forward_address', String(number))}@${domain}`
}

/** The number of the forward that an address of ours stands for; null for any other address. */
export function forwardInAddress(secrets: Secrets, address: string): number | null {
  const [, number = '', mark = ''] = /\+f(\d{1,15})-([0-9a-f]{32})@[^@]+$/i.exec(address) ?? []
  return number && isMark(secrets, 'forward_address', number, mark) ? Number(number) : null
}

/** The Message-ID, without brackets, of the mail with which entry `seq` of a conversation is sent. */
export function messageIdOf(secrets: Secrets, domain: string, number: number, seq: number): string {
  const name = `${number}.${seq}`
  return `${name}.${markOf(secrets, 'message_id', name)}@${domain}`
}

/** The conversation and entry that a Message-ID of ours stands for; null for any other. */
export function entryInMessageId(
  secrets: Secrets,
  messageId: string,
): { number: number; seq: number } | null {
  const [, number = '', seq = '', mark = ''] =
    /^<?(\d{1,15})\.(\d{1,9})\.([0-9a-f]{32})@[^@]+$/i.exec(messageId) ?? []
  if (!number || !isMark(secrets, 'message_id', `${number}.${seq}`, mark)) return null
  return { number: Number(number), seq: Number(seq) }
}
