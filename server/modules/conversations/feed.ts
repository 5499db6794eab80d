// What changes on the desk, gathered for a moment and sent to everybody who watches: inbox, counts, places in line.
import { type Actor, type Desk, type StaffActor, system } from '../../platform/context.ts'
import type { Live } from '../../platform/realtime.ts'
import { type ConversationRow, visible } from './access.ts'
import { countConversations } from './counts.ts'
import { conversationsById } from './list.ts'
import type { LiveDirectory } from './live-directory.ts'
import { wholeLine } from './queue.ts'
import { toStaffConversation } from './shapes.ts'

const gatherMs = 250
const countsMs = 1_000
const largestInbox = 100

/** Gathers changes on one node and sends them at most a few times a second, however many there are. */
export function createFeed(live: Live, directory: LiveDirectory) {
  const changed = new Map<string, ConversationRow>()
  const inbox = throttled(live, gatherMs, async () => {
    const rows = [...changed.values()].slice(-largestInbox)
    changed.clear()
    await sendInbox(live, directory, rows)
  })
  const counts = throttled(live, countsMs, () => sendCounts(live))
  const positions = throttled(live, countsMs, () => sendPositions(live))
  return {
    conversationChanged: (row: ConversationRow) => {
      if (!live.hub.has('inbox')) return
      changed.set(row.id, row)
      inbox()
    },
    countsChanged: counts,
    lineChanged: positions,
  }
}

/** Runs `work` now or, when it ran a moment ago, once at the end of the pause. */
function throttled({ desk }: Live, ms: number, work: () => Promise<void>): () => void {
  let planned = false
  return () => {
    if (planned) return
    planned = true
    setTimeout(() => {
      planned = false
      work().catch(error => desk.log.warn({ err: error }, 'live update not sent'))
    }, ms).unref()
  }
}

async function sendInbox({ hub }: Live, directory: LiveDirectory, rows: ConversationRow[]): Promise<void> {
  const members = hub.members('inbox', 'staff')
  if (members.length === 0 || rows.length === 0) return
  const names = await directory.forRows(rows, [])
  const shaped = rows.map(row => ({ row, conversation: toStaffConversation(row, names) }))
  for (const member of members) {
    const theirs = shaped.filter(({ row }) => visible(member.actor, row))
    if (theirs.length > 0)
      hub.sendTo(member, { type: 'inbox', conversations: theirs.map(one => one.conversation) })
  }
}

async function sendCounts({ desk, hub }: Live): Promise<void> {
  const byActor = new Map<string, Actor>()
  for (const { actor } of hub.members('inbox', 'staff')) byActor.set((actor as StaffActor).id, actor)
  for (const [id, actor] of byActor) {
    const counts = await countConversations(desk.read(actor))
    for (const member of hub.members('inbox', 'staff')) {
      if ((member.actor as StaffActor).id === id) hub.sendTo(member, { type: 'counts', counts })
    }
  }
}

async function sendPositions({ desk, hub }: Live): Promise<void> {
  const places = new Map((await wholeLine(desk.read(system('realtime')))).map((id, index) => [id, index + 1]))
  for (const [id, position] of places) {
    hub.send(`conversation:${id}`, 'customer', () => ({ type: 'position', conversationId: id, position }))
  }
}

/** Rows as they stand, for events that another node wrote. */
export const rowsOf = (desk: Desk, ids: string[]): Promise<ConversationRow[]> =>
  conversationsById(desk.read(system('realtime')), [...new Set(ids)])
