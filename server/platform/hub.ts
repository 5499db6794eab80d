// Rooms of live connections on this node. Who may be in a room is decided on joining, and again when access changes.
import type { Actor } from './context.ts'

/** What a connection may see decides which shape of a frame it gets. */
export type Audience = 'staff' | 'customer'

/** Why the server ends a connection; the number is the WebSocket's close code. */
export const byeCodes = { restart: 4000, slow: 4008, signed_out: 4001, protocol: 4002 } as const
export type ByeCode = keyof typeof byeCodes

export interface Connection {
  id: string
  actor: Actor
  /** The reader's language. */
  locale: string
  audience: Audience
  rooms: Set<string>
  /** Sends a frame that is serialised already. */
  send(frame: string): void
  /** Bytes that wait for a slow reader. */
  waiting(): number
  close(code: ByeCode, retryAfter: number): void
}

/** Bytes a connection may lag behind before it is cut and told to start afresh. */
const maxWaiting = 512 * 1024

export interface Hub {
  add(connection: Connection): void
  remove(connection: Connection): void
  join(connection: Connection, room: string): void
  leave(connection: Connection, room: string): void
  /** Connections of one audience in a room. */
  members(room: string, audience?: Audience): Connection[]
  has(room: string): boolean
  connections(): Iterable<Connection>
  /** Sends one frame to an audience of a room; serialised once, and only when somebody is there. */
  send(room: string, audience: Audience, frame: () => unknown, except?: Connection): void
  sendTo(connection: Connection, frame: unknown): void
  /** Ends the connections that match. */
  close(which: (connection: Connection) => boolean, code: ByeCode, retryAfter: number): void
}

/** A hub for the connections of one node. */
export function createHub(): Hub {
  const all = new Set<Connection>()
  // Who hangs up while a question about them is being asked must not be let in by the answer.
  const gone = new WeakSet<Connection>()
  const rooms = new Map<string, Set<Connection>>()

  const leave = (connection: Connection, room: string) => {
    connection.rooms.delete(room)
    const members = rooms.get(room)
    members?.delete(connection)
    if (members?.size === 0) rooms.delete(room)
  }

  const remove = (connection: Connection) => {
    gone.add(connection)
    for (const room of [...connection.rooms]) leave(connection, room)
    all.delete(connection)
  }

  // Out at once: nothing reaches somebody who was shown out, however slowly their connection ends.
  const close = (connection: Connection, code: ByeCode, retryAfter: number) => {
    remove(connection)
    connection.close(code, retryAfter)
  }

  const deliver = (connection: Connection, text: string) => {
    if (connection.waiting() > maxWaiting) close(connection, 'slow', 1)
    else connection.send(text)
  }

  const members = (room: string, audience?: Audience) =>
    [...(rooms.get(room) ?? [])].filter(member => !audience || member.audience === audience)

  return {
    add: connection => {
      if (!gone.has(connection)) all.add(connection)
    },
    remove,
    join: (connection, room) => {
      if (gone.has(connection)) return
      connection.rooms.add(room)
      const present = rooms.get(room)
      if (present) present.add(connection)
      else rooms.set(room, new Set([connection]))
    },
    leave,
    members,
    has: room => rooms.has(room),
    connections: () => all,
    send: (room, audience, frame, except) => {
      const to = members(room, audience).filter(member => member !== except)
      if (to.length === 0) return
      const text = JSON.stringify(frame())
      for (const connection of to) deliver(connection, text)
    },
    sendTo: (connection, frame) => deliver(connection, JSON.stringify(frame)),
    close: (which, code, retryAfter) => {
      for (const connection of [...all]) if (which(connection)) close(connection, code, retryAfter)
    },
  }
}
