// Compares what senders wrote, and were told, with what is stored.
import type { History, Sent } from '../history.ts'
import type { Entry } from './entries.ts'

export interface SendersVerdict {
  lost: string[]
  twice: string[]
  foreign: string[]
  disordered: string[]
  failed: string[]
}

/** `told` is the history as it was before the entries were read. */
export function checkSenders(
  told: readonly Sent[],
  history: History,
  entries: readonly Entry[],
): SendersVerdict {
  const sent = history.all()
  const stored = Map.groupBy(
    entries.filter(entry => entry.clientId !== null),
    entry => entry.clientId!,
  )
  return {
    lost: told.filter(one => one.state === 'ok').flatMap(one => lost(one, stored.get(one.clientId)?.[0])),
    twice: [...stored]
      .filter(([, same]) => same.length > 1)
      .map(([id, same]) => `${id}: ${same.length} times`),
    foreign: [...foreign(sent, entries), ...history.oddities()],
    disordered: disordered(sent, stored),
    failed: sent
      .filter(one => one.state === 'failed')
      .map(one => `${describe(one)}: ${one.refusals.join(', ')}`),
  }
}

const describe = (sent: Sent) => `${sent.by}'s no. ${sent.n} in ${sent.conversationId}`

function lost(sent: Sent, entry: Entry | undefined): string[] {
  if (!entry) return [`${describe(sent)}, acknowledged as ${sent.seq}, is not there`]
  if (entry.seq === sent.seq && entry.conversationId === sent.conversationId) return []
  return [`${describe(sent)}, acknowledged as ${sent.seq}, is ${entry.seq} of ${entry.conversationId}`]
}

/** Messages nobody wrote, or that don't read as they were written; a conversation's first came before the history. */
function foreign(sent: readonly Sent[], entries: readonly Entry[]): string[] {
  const byId = new Map(sent.map(one => [one.clientId, one]))
  return entries.flatMap(entry => {
    if (entry.kind !== 'message' || entry.seq === 1) return []
    const origin = byId.get(entry.clientId ?? '')
    if (!origin) return [`${entry.seq} of ${entry.conversationId} was written by nobody`]
    return origin.body === entry.body && origin.side === entry.authorKind
      ? []
      : [`${describe(origin)} was changed`]
  })
}

/** What one person wrote in one conversation stands in the order of writing. */
function disordered(sent: readonly Sent[], stored: ReadonlyMap<string, Entry[]>): string[] {
  const newest = new Map<string, { n: number; seq: number }>()
  return sent.flatMap(one => {
    const seq = stored.get(one.clientId)?.[0]?.seq
    if (seq === undefined) return []
    const key = `${one.by} ${one.conversationId}`
    const before = newest.get(key)
    newest.set(key, { n: one.n, seq })
    return before && before.seq > seq ? [`${describe(one)} is ${seq}, no. ${before.n} is ${before.seq}`] : []
  })
}
