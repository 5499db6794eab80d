// The further recipients of an answer by mail while it is written: kept on this machine, checked before it is sent.
import { type RefObject, useRef, useState } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import type { MailsOfConversation } from '../../../contract/email.ts'
import { mostCopies } from '../../../contract/outbound-mail.ts'
import { browserKeep } from '../../api/keep.ts'
import { useWords } from '../language/words.tsx'
import { useMe } from '../session/session.ts'
import { useMails } from '../thread/use-mails.ts'
import { addressesIn, faultIn, isOwn } from './addresses.ts'
import type { Sending } from './outbox.tsx'

export type Field = 'cc' | 'bcc'

export interface Wanted {
  /** As typed. */
  cc: string
  bcc: string
  sender: string
}

export interface Recipients {
  /** Whether there is a choice at all: an answer by mail, to somebody. */
  isThere: boolean
  isOpen: boolean
  toggle(): void
  to: string
  senders: MailsOfConversation['senders']
  wanted: Wanted
  set(change: Partial<Wanted>): void
  /** How many get it beside the customer. */
  count: number
  /** Whether it goes otherwise than to the customer alone, as usual. */
  isChosen: boolean
  /** What is wrong with a field, once its writer has left it or wanted to send. */
  fault(field: Field): string | undefined
  look(field: Field): void
  inputs: Record<Field, RefObject<HTMLInputElement | null>>
  /** Addresses in mails of those who take part; only an agent puts them into copy. */
  suggestions: string[]
  add(address: string): void
  /** What goes with the answer; undefined when it goes to the customer alone, as usual. `null` when something is wrong, which is then shown. */
  take(): Sending['mail'] | null
  restore(mail: Sending['mail']): void
  clear(): void
}

const nobody: Wanted = { cc: '', bcc: '', sender: 'usual' }
const nothing: Pick<MailsOfConversation, 'mails' | 'sent' | 'senders' | 'own'> = {
  mails: [],
  sent: [],
  senders: [],
  own: [],
}

export function useRecipients(conversation: Conversation): Recipients {
  const { t } = useWords()
  const me = useMe()
  const known = useMails(conversation) ?? nothing
  const to = conversation.customer.email ?? ''
  const [keep] = useState(() => browserKeep(`ballast.draft.${me.id}.${conversation.id}.`))
  const [kept, setKept] = useState<Wanted>(() => readKept(keep.get('recipients')))
  // A name that was chosen may be out of use by now, or the usual one.
  const isChoice = known.senders.some(({ sender, usual }) => sender === kept.sender && !usual)
  const wanted = { ...kept, sender: isChoice ? kept.sender : 'usual' }
  const [isOpen, setOpen] = useState(() => kept.cc !== '' || kept.bcc !== '')
  const [looked, setLooked] = useState<Record<Field, boolean>>({ cc: false, bcc: false })
  const inputs = { cc: useRef<HTMLInputElement>(null), bcc: useRef<HTMLInputElement>(null) }
  const lists = { cc: addressesIn(wanted.cc), bcc: addressesIn(wanted.bcc) }
  const sentence = (field: Field): string | undefined => {
    const fault = faultIn(lists[field], known.own)
    if (!fault) return undefined
    if (fault.kind === 'many') return t('recipients_many', { count: mostCopies })
    return fault.kind === 'own'
      ? t('recipients_own', { address: fault.text })
      : t('recipients_wrong', { text: fault.text })
  }
  const put = (next: Wanted) => {
    setKept(next)
    if (next.cc || next.bcc || next.sender !== 'usual') keep.set('recipients', JSON.stringify(next))
    else keep.remove('recipients')
  }
  const isChosen = lists.cc.length + lists.bcc.length > 0 || wanted.sender !== 'usual'
  const take = (): Sending['mail'] | null => {
    const wrong = (['cc', 'bcc'] as const).find(field => sentence(field) !== undefined)
    if (wrong) {
      setOpen(true)
      setLooked({ cc: true, bcc: true })
      requestAnimationFrame(() => inputs[wrong].current?.focus())
      return null
    }
    const { cc, bcc } = lists
    if (!isChosen) return undefined
    return { cc, bcc, sender: wanted.sender }
  }
  return {
    isThere: known.senders.length > 0,
    isOpen,
    toggle: () => setOpen(!isOpen),
    to,
    senders: known.senders,
    wanted,
    set: change => put({ ...wanted, ...change }),
    count: lists.cc.length + lists.bcc.length,
    isChosen,
    fault: field => (looked[field] ? sentence(field) : undefined),
    look: field => setLooked(before => ({ ...before, [field]: true })),
    inputs,
    suggestions: suggested(known, to, [...lists.cc, ...lists.bcc]),
    add: address => put({ ...wanted, cc: [...lists.cc, address].join(', ') }),
    take,
    restore: mail => {
      if (!mail) return
      put({ cc: mail.cc.join(', '), bcc: mail.bcc.join(', '), sender: mail.sender })
      setOpen(true)
    },
    clear: () => {
      put(nobody)
      setOpen(false)
      setLooked({ cc: false, bcc: false })
    },
  }
}

function readKept(kept: string | undefined): Wanted {
  try {
    return kept ? { ...nobody, ...(JSON.parse(kept) as Partial<Wanted>) } : nobody
  } catch {
    return nobody
  }
}

/** Only of mails from those who take part: what a stranger names is no reason to write to anybody. */
function suggested({ mails, sent, own }: typeof nothing, to: string, chosen: readonly string[]): string[] {
  const lower = (address: string) => address.toLowerCase()
  const copied = sent.flatMap(({ cc }) => cc)
  const heard = new Set([to, ...copied].map(lower))
  const isHeard = ({ from, verdict }: (typeof mails)[number]) =>
    from !== null && heard.has(lower(from.address)) && verdict.sender !== 'fail'
  const named = mails
    .filter(isHeard)
    .flatMap(mail => [...mail.to, ...mail.cc])
    .map(({ address }) => address)
  const taken = new Set([to, ...chosen].map(lower))
  const each = new Map([...copied, ...named].map(address => [lower(address), address]))
  return [...each.values()].filter(address => !taken.has(lower(address)) && !isOwn(address, own)).slice(0, 8)
}
