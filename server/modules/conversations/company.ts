// Who has a conversation open and who is writing: fleeting, never stored, told from node to node.
import type { Person } from '../../../contract/realtime.ts'
import { may } from '../../platform/context.ts'
import type { Connection } from '../../platform/hub.ts'
import type { Live, Realtime } from '../../platform/realtime.ts'

interface Looker {
  person: Person
  /** On this node; others vouch for theirs. */
  own: boolean
  /** By the process's own clock, in ms: a node that dies takes back nothing it said. */
  until: number
}

const vouchedForMs = 30_000

/** By conversation, then by connection. */
type Looking = Map<string, Map<string, Looker>>

const lookings = new WeakMap<Live, Looking>()

function lookingOn(live: Live): Looking {
  const looking = lookings.get(live) ?? new Map()
  lookings.set(live, looking)
  return looking
}

export const company: Realtime = {
  frames: {
    typing: async (live, from, { conversationId, typing }) => {
      if (!from.rooms.has(`conversation:${conversationId}`)) return
      // Who may only read doesn't write, not even seemingly.
      if (from.actor.kind === 'staff' && !may(from.actor, 'conversations.write')) return
      const signal = { kind: 'typing', conversationId, person: personOf(from), typing }
      showTyping(live, signal, from)
      live.signal(signal)
    },
    looking: async (live, from, { conversationId, looking }) => {
      if (from.actor.kind !== 'staff' || !from.rooms.has(`conversation:${conversationId}`)) return
      look(live, { conversationId, connectionId: from.id, person: looking ? personOf(from) : null })
    },
  },
  signals: {
    typing: (live, signal) => showTyping(live, signal as unknown as Typing),
    looking: (live, signal) => note(live, signal as unknown as Look, false),
  },
  joined: async (live, connection, room) => {
    const [kind, id] = room.split(':')
    if (kind !== 'conversation' || !id || connection.actor.kind !== 'staff') return
    const people = peopleLooking(live, id)
    if (people.length > 0) live.hub.sendTo(connection, { type: 'looking', conversationId: id, people })
  },
  left: async (live, connection, room) => {
    if (room.startsWith('conversation:')) stopLooking(live, connection, room.slice('conversation:'.length))
  },
  disconnected: async (live, connection) => {
    for (const id of [...lookingOn(live).keys()]) stopLooking(live, connection, id)
  },
  beat: async live => {
    for (const [conversationId, lookers] of lookingOn(live)) {
      for (const [connectionId, { person, own, until }] of lookers) {
        if (own) look(live, { conversationId, connectionId, person })
        else if (until < performance.now()) note(live, { conversationId, connectionId, person: null }, false)
      }
    }
  },
}

interface Typing {
  conversationId: string
  person: Person
  typing: boolean
}

function showTyping({ hub }: Live, { conversationId, person, typing }: Typing, from?: Connection): void {
  const frame = () => ({ type: 'typing', conversationId, person, typing })
  hub.send(`conversation:${conversationId}`, 'staff', frame, from)
  // The console tells only when an answer is being written, never of a note.
  if (person.kind === 'staff') hub.send(`conversation:${conversationId}`, 'customer', frame, from)
}

interface Look {
  conversationId: string
  connectionId: string
  /** null: no longer. */
  person: Person | null
}

function look(live: Live, one: Look): void {
  note(live, one, true)
  live.signal({ kind: 'looking', ...one })
}

function note(live: Live, { conversationId, connectionId, person }: Look, own: boolean): void {
  const looking = lookingOn(live)
  const lookers = looking.get(conversationId) ?? new Map<string, Looker>()
  const changed = Boolean(person) !== lookers.has(connectionId)
  if (person) lookers.set(connectionId, { person, own, until: performance.now() + vouchedForMs })
  else lookers.delete(connectionId)
  if (lookers.size === 0) looking.delete(conversationId)
  else looking.set(conversationId, lookers)
  if (!changed) return
  const frame = () => ({ type: 'looking', conversationId, people: peopleLooking(live, conversationId) })
  live.hub.send(`conversation:${conversationId}`, 'staff', frame)
}

/** Each person once, however many windows they have open. */
function peopleLooking(live: Live, conversationId: string): Person[] {
  const lookers = [...(lookingOn(live).get(conversationId)?.values() ?? [])]
  return [...new Map(lookers.map(({ person }) => [person.id, person])).values()]
}

function stopLooking(live: Live, connection: Connection, conversationId: string): void {
  if (!lookingOn(live).get(conversationId)?.has(connection.id)) return
  look(live, { conversationId, connectionId: connection.id, person: null })
}

function personOf({ actor }: Connection): Person {
  const kind = actor.kind === 'staff' ? 'staff' : 'customer'
  return { kind, id: 'id' in actor ? actor.id : '', name: 'name' in actor ? actor.name : null }
}
