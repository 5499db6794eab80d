// Who sees what of a conversation live: entries and state in each audience's shape, the inbox, the queue.

import type { AppendByStaff, AppendMessage, CustomerConversation } from '../../../contract/conversations.ts'
import type { Notice } from '../../../contract/realtime.ts'
import { sentence } from '../../../locales/index.ts'
import { may, type ReadContext, system } from '../../platform/context.ts'
import { AppError, asAppError } from '../../platform/errors.ts'
import type { DeskEvent } from '../../platform/events.ts'
import type { Connection } from '../../platform/hub.ts'
import type { Live, Realtime } from '../../platform/realtime.ts'
import { type ConversationRow, loadConversation, visible } from './access.ts'
import { createFeed, rowsOf } from './feed.ts'
import { type LiveDirectory, liveDirectory } from './live-directory.ts'
import { markRead } from './mark-read.ts'
import { noteConnected } from './presence.ts'
import { readEntries } from './queries.ts'
import { positionOf } from './queue.ts'
import { remember } from './remembered.ts'
import { send } from './send.ts'
import { toCustomerConversation, toCustomerEntry, toStaffConversation, toStaffEntry } from './shapes.ts'
import { showChangedClocks } from './show-changed-clocks.ts'
import type { EntryRow, Written } from './write.ts'

interface State {
  directory: LiveDirectory
  feed: ReturnType<typeof createFeed>
}

const states = new WeakMap<Live, State>()

function stateOf(live: Live): State {
  const known = states.get(live)
  if (known) return known
  const directory = liveDirectory(live.desk)
  const state = { directory, feed: createFeed(live, directory) }
  states.set(live, state)
  return state
}

export const realtime: Realtime = {
  rooms: {
    conversation: async (ctx, id) => isId(id) && canLoad(ctx, id),
    inbox: async ({ actor }) => actor.kind === 'staff' && may(actor, 'conversations.read'),
  },
  heard: ({ desk }, events) => remember(desk, events),
  events: {
    'entries.appended': showEntries,
    'conversation.opened': async live => {
      const { feed } = stateOf(live)
      feed.countsChanged()
      feed.lineChanged()
    },
    'side.opened': async (live, events) => {
      stateOf(live).feed.countsChanged()
      for (const event of events) noticeAsked(live, event as DeskEvent<'side.opened'>)
    },
    'conversation.changed': showChanges,
    'conversation.read': async (live, events) => {
      for (const event of events) showRead(live, event as DeskEvent<'conversation.read'>)
    },
    'clock.shown': (live, events) => showChangedClocks(live, events as DeskEvent<'clock.shown'>[]),
    'staff.mentioned': async (live, events) => {
      for (const event of events) noticeMentions(live, event as DeskEvent<'staff.mentioned'>)
    },
    'task.called': async (live, events) => {
      for (const event of events) noticeTask(live, event as DeskEvent<'task.called'>)
    },
    'staff.changed': async live => stateOf(live).directory.forget(),
    'customer.changed': async live => stateOf(live).directory.forget(),
  },
  frames: {
    append: async (live, from, { conversationId, entry }) => appendFrom(live, from, conversationId, entry),
    read: async ({ desk }, from, { conversationId, seq }) =>
      desk.transact(from.actor, ctx => markRead(ctx, conversationId, seq)),
  },
  beat: noteConnected,
}

const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)

const canLoad = (ctx: ReadContext, id: string) => loadConversation(ctx, id).then(() => true, refusedOnly)

function refusedOnly(error: unknown): false {
  if (error instanceof AppError) return false
  throw error
}

async function showEntries(live: Live, events: DeskEvent[]): Promise<void> {
  const written = await writtenBy(live, events as DeskEvent<'entries.appended'>[])
  if (written.length === 0) return
  const { directory, feed } = stateOf(live)
  const watched = written.filter(({ row }) => live.hub.has(`conversation:${row.id}`))
  const names = await directory.forRows(
    watched.map(({ row }) => row),
    watched.flatMap(({ entries }) => entries),
  )
  for (const { row, entries } of watched) {
    const room = `conversation:${row.id}`
    live.hub.send(room, 'staff', () => ({
      type: 'entries',
      conversation: toStaffConversation(row, names),
      entries: entries.map(entry => toStaffEntry(entry, names)),
    }))
    if (live.hub.members(room, 'customer').length === 0) continue
    const position =
      row.status === 'queued' ? await positionOf(live.desk.read(system('realtime')), row) : null
    const conversation: CustomerConversation = toCustomerConversation(row, names, position)
    const shaped = entries.map(entry => toCustomerEntry(entry, names))
    live.hub.send(room, 'customer', () => ({ type: 'entries', conversation, entries: shaped }))
  }
  for (const { row } of written) feed.conversationChanged(row)
}

/** What the events wrote: handed over by this node, or read back when another wrote it. */
async function writtenBy(live: Live, events: DeskEvent<'entries.appended'>[]): Promise<Written[]> {
  const foreign = events.filter(event => !event.hint)
  const rows = new Map(
    (
      await rowsOf(
        live.desk,
        foreign.map(event => event.conversationId!),
      )
    ).map(row => [row.id, row]),
  )
  const written = await Promise.all(
    events.map(async event => (event.hint as Written | undefined) ?? readBack(live, rows, event)),
  )
  return written.filter(one => one !== undefined)
}

async function readBack(
  { desk, hub }: Live,
  rows: Map<string, ConversationRow>,
  event: DeskEvent<'entries.appended'>,
): Promise<Written | undefined> {
  const row = rows.get(event.conversationId!)
  if (!row) return undefined
  if (!hub.has(`conversation:${row.id}`)) return { row, entries: [] }
  const { from, to } = event.data
  const entries: EntryRow[] = await readEntries(desk.read(system('realtime')), row.id, {
    after: from - 1,
    limit: to - from + 1,
  })
  return { row, entries }
}

async function showChanges(live: Live, events: DeskEvent[]): Promise<void> {
  const { feed } = stateOf(live)
  feed.countsChanged()
  feed.lineChanged()
  for (const event of events as DeskEvent<'conversation.changed'>[]) {
    const { assigneeId, previousAssigneeId, teamId, previousTeamId } = event.data
    const moved = assigneeId !== previousAssigneeId || teamId !== previousTeamId
    if (moved) await showOut(live, event)
    if (assigneeId && assigneeId !== previousAssigneeId && assigneeId !== event.actor.id) {
      notice(
        live,
        [assigneeId],
        'assigned',
        event.conversationId!,
        (event.hint as Written | undefined)?.row.number ?? 0,
      )
    }
  }
}

/** Those who may not see the conversation where it is now, leave its room. */
async function showOut({ desk, hub }: Live, event: DeskEvent): Promise<void> {
  const room = `conversation:${event.conversationId}`
  if (hub.members(room, 'staff').length === 0) return
  const [row] = event.hint ? [(event.hint as Written).row] : await rowsOf(desk, [event.conversationId!])
  for (const member of hub.members(room, 'staff')) {
    if (row && visible(member.actor, row)) continue
    hub.leave(member, room)
    hub.sendTo(member, { type: 'left', room, code: 'not_found' })
  }
}

function showRead({ hub }: Live, { conversationId, data }: DeskEvent<'conversation.read'>): void {
  const frame = () => ({ type: 'read', conversationId, by: data.by, seq: data.seq })
  hub.send(`conversation:${conversationId}`, 'staff', frame)
  hub.send(`conversation:${conversationId}`, 'customer', frame)
}

function noticeMentions(live: Live, { conversationId, data }: DeskEvent<'staff.mentioned'>): void {
  notice(live, data.staffIds, 'mentioned', conversationId!, data.number)
}

function noticeAsked(live: Live, { conversationId, data }: DeskEvent<'side.opened'>): void {
  if (data.staffId) notice(live, [data.staffId], 'asked', conversationId!, data.number)
}

function noticeTask(live: Live, { conversationId, data }: DeskEvent<'task.called'>): void {
  notice(live, [data.staffId], `task_${data.why}`, conversationId!, data.number)
}

function notice(
  { hub }: Live,
  staffIds: string[],
  what: Notice,
  conversationId: string,
  number: number,
): void {
  for (const member of hub.members('inbox', 'staff')) {
    if (member.actor.kind !== 'staff' || !staffIds.includes(member.actor.id)) continue
    hub.sendTo(member, { type: 'notice', notice: what, conversationId, number })
  }
}

async function appendFrom(
  live: Live,
  from: Connection,
  conversationId: string,
  entry: AppendMessage | AppendByStaff,
): Promise<void> {
  const { clientId } = entry
  // Not awaited: the next message may join the same batch. Order is kept by the batch itself.
  send(live.desk, from.actor, conversationId, entry).then(
    ({ seq, entry: { conversation_id: where } }) =>
      live.hub.sendTo(from, { type: 'ack', conversationId: where, clientId, seq }),
    error => {
      const known = asAppError(error)
      if (known.code === 'internal') live.desk.log.error({ err: error }, 'append failed')
      const { retryAfter } = known.details
      const message = sentence(from.locale, known.code, known.details)
      live.hub.sendTo(from, { type: 'refused', clientId, code: known.code, message, retryAfter })
    },
  )
}
