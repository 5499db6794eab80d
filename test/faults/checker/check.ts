// The verdict after a fault is healed: what senders were told, compared with what everybody sees.

import { isQuiet } from '../convergence.ts'
import type { Figures } from '../figures.ts'
import type { Ground } from '../ground.ts'
import { secondsUntil } from '../waiting.ts'
import { checkCounters, drained } from './counters.ts'
import { type Entry, readConversations } from './entries.ts'
import { checkSenders } from './senders.ts'
import { checkViews } from './views.ts'

const healSeconds = 30
/** A killed node is found out after fifteen seconds; then what it held has half a minute. */
const drainSeconds = 45
/** Beyond the goal: what is still changing can't be compared. */
const patienceSeconds = 120

/** Waits until everything is quiet, then adds every invariant as a figure of zero faults. The load must be over. */
export async function check(ground: Ground, figures: Figures): Promise<void> {
  const { name, history } = ground
  const quiet = await secondsUntil(() => isQuiet(ground), patienceSeconds)
  figures.atMost(`${name} everybody has everything after the load`, quiet, healSeconds, ' s')
  // Told before the desk was looked at: what is acknowledged meanwhile need not be in what was read.
  const told = history.all().map(sent => ({ ...sent }))
  const conversations = await readConversations(ground.pool)
  const entries = conversations.flatMap(conversation => conversation.entries)
  const sent = history.all()
  const acked = sent.filter(one => one.state === 'ok').length
  figures.add(`${name} messages acknowledged`, `${acked} of ${sent.length}`, '> 0', acked > 0)
  const verdict = checkSenders(told, history, entries)
  figures.none(`${name} A acknowledged and lost`, verdict.lost)
  figures.none(`${name} B there twice`, verdict.twice)
  figures.none(`${name} C there without having been sent, or changed`, verdict.foreign)
  figures.none(`${name} D seq with gaps, or half-written`, conversations.flatMap(gaps))
  figures.none(`${name} D seen otherwise than stored`, await checkViews(ground, conversations))
  figures.none(`${name} E out of a sender's order`, verdict.disordered)
  figures.none(`${name} failed for the writer`, verdict.failed)
  figures.atMost(`${name} jobs done after the load`, await drained(ground.pool), drainSeconds, ' s')
  for (const [what, faults] of Object.entries(await checkCounters(ground.pool)))
    figures.none(`${name} ${what}`, faults)
}

function gaps({ id, seq, entries }: { id: string; seq: number; entries: Entry[] }): string[] {
  const faults = entries.flatMap((entry, index) =>
    entry.seq === index + 1 ? [] : [`${id}: ${entry.seq} at ${index + 1}`],
  )
  if (seq !== entries.length) faults.push(`${id}: says ${seq}, has ${entries.length}`)
  return faults
}
