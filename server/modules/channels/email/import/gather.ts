// Which old mails belong together, and on whose side each was written. Pure.
import type { MailAddress, ParsedMail } from '../parse/mail.ts'

/** An address without what stands behind a plus, in lower case. */
const plain = (address: string): string => address.toLowerCase().replace(/\+[^@]*@/, '@')

export interface Side {
  from: 'customer' | 'desk'
  /** The one whom it was exchanged with. */
  other: MailAddress
}

/**
 * The desk's own are those from one of its addresses to somebody else: a mail that says it is from the desk and came to it
 * alone may be anybody's.
 * @param own addresses of the desk, in lower case
 */
export function sideOf(
  { from, to, cc }: Pick<ParsedMail, 'from' | 'to' | 'cc'>,
  own: ReadonlySet<string>,
  writer: MailAddress,
): Side {
  const isOwn = from !== null && own.has(plain(from.address))
  const other = isOwn ? [...to, ...cc].find(({ address }) => !own.has(plain(address))) : undefined
  return other ? { from: 'desk', other } : { from: 'customer', other: writer }
}

export interface Letter {
  messageId: string | null
  /** The mails that it answers, the nearest first. */
  answers: readonly string[]
  customerId: string
}

/** A conversation of earlier imports. */
export interface Known {
  conversationId: string
  customerId: string
}

export interface Gathered<L extends Letter> {
  /** Null begins a conversation. */
  into: string | null
  customerId: string
  letters: L[]
}

/**
 * Puts letters, in their order, to those that they answer, as far as these were exchanged with the same customer: whoever
 * else knows a Message-ID begins a conversation.
 * @param known by Message-ID
 */
export function gather<L extends Letter>(
  letters: readonly L[],
  known: ReadonlyMap<string, Known>,
): Gathered<L>[] {
  const threads: Gathered<L>[] = []
  const byConversation = new Map<string, Gathered<L>>()
  const byMessageId = new Map<string, Gathered<L>>()
  const begin = (into: string | null, customerId: string) => {
    const thread: Gathered<L> = { into, customerId, letters: [] }
    threads.push(thread)
    if (into !== null) byConversation.set(into, thread)
    return thread
  }
  const find = (id: string, customerId: string) => {
    const here = byMessageId.get(id)
    if (here) return here.customerId === customerId ? here : undefined
    const there = known.get(id)
    if (there?.customerId !== customerId) return undefined
    return byConversation.get(there.conversationId) ?? begin(there.conversationId, customerId)
  }
  for (const letter of letters) {
    const { customerId, messageId } = letter
    let thread: Gathered<L> | undefined
    for (const id of letter.answers) thread ??= find(id, customerId)
    thread ??= begin(null, customerId)
    thread.letters.push(letter)
    if (messageId !== null && !byMessageId.has(messageId)) byMessageId.set(messageId, thread)
  }
  return threads
}
