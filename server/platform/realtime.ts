// The realtime protocol over WebSocket and server-sent events: one set of handlers, two ways to carry frames.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { type WebSocket, WebSocketServer } from 'ws'
import { ClientFrame, protocolVersion } from '../../contract/realtime.ts'
import { pickLocale, sentence } from '../../locales/index.ts'
import type { Signal } from './bus.ts'
import type { Actor, Desk, ReadContext } from './context.ts'
import { AppError, asAppError } from './errors.ts'
import type { DeskEvent } from './events.ts'
import type { Connection, Hub } from './hub.ts'
import { createLimiter } from './limiter.ts'
import { onSocket } from './realtime/socket.ts'
import { addStream, type StreamParts } from './realtime/stream.ts'

type Frame<T extends ClientFrame['type']> = Extract<ClientFrame, { type: T }>

/** What a module adds to realtime. */
export interface Realtime {
  /** By the part of a room's name before the colon: whether the actor may be in it. */
  rooms?: Record<string, (ctx: ReadContext, id: string) => Promise<boolean>>
  /** Hears all events of one transaction in their order, before any room does. */
  heard?: (live: Live, events: DeskEvent[]) => void
  /** By event type: what the rooms are sent. Gets all events of that type of one transaction. */
  events?: Record<string, (live: Live, events: DeskEvent[]) => Promise<void>>
  /** By frame type: what a client's frame does. */
  frames?: { [T in ClientFrame['type']]?: (live: Live, from: Connection, frame: Frame<T>) => Promise<void> }
  /** By signal kind: what another node's fleeting word does here. */
  signals?: Record<string, (live: Live, signal: Signal) => void>
  joined?: (live: Live, connection: Connection, room: string) => Promise<void>
  left?: (live: Live, connection: Connection, room: string) => Promise<void>
  connected?: (live: Live, connection: Connection) => Promise<void>
  disconnected?: (live: Live, connection: Connection) => Promise<void>
  /** Every few seconds, for what must be kept alive. */
  beat?: (live: Live) => Promise<void>
}

export interface Live {
  desk: Desk
  hub: Hub
  nodeId: string
  signal(signal: Signal): void
  /** Asks again whether a connection may be in its rooms, and shows it out of those it may not. */
  recheck(connection: Connection): Promise<void>
}

export interface RealtimeParts extends StreamParts {
  live: Omit<Live, 'recheck'>
  modules: readonly Realtime[]
  /** Multiplies every limit on frames. */
  rateFactor: number
}

const maxFrameBytes = 128 * 1024
const framesPerMinute = 600
const streamsPerMinute = 60
/** Frames of one connection that wait for their turn; beyond, the sender is not read until some are done. */
const mostPending = 64
const mostRooms = 200
const mostHellos = 5
const roundMs = 12_000
const beatMs = 10_000
/** When a node ends, everybody comes back at a different moment, in seconds, so that the next node isn't overrun. */
const soonestBack = 0.2
const longestComingBack = 5
const comingBackPerSecond = 2_000

/** Adds realtime to a server; gives what delivers events and closes everything. */
export function createRealtime(app: FastifyInstance, parts: RealtimeParts) {
  const { log, modules } = parts
  const live: Live = { ...parts.live, recheck }
  const { hub } = live
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxFrameBytes,
    perMessageDeflate: false,
    clientTracking: false,
  })
  // One round for all sockets instead of timers for each: idle ones should cost next to nothing.
  const visits = new Set<() => void>()
  const round = setInterval(() => {
    for (const visit of visits) visit()
  }, roundMs)
  round.unref()
  const limiter = createLimiter(live.desk.clock, parts.rateFactor)
  const handlers = frameHandlers(modules)

  app.server.on('upgrade', (request, socket, head) => {
    upgrade(request, socket, head).catch(error => {
      log.warn({ err: error }, 'upgrade failed')
      socket.destroy()
    })
  })

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    // Nobody else listens until the handshake: one who hangs up meanwhile must not take the node along.
    socket.on('error', () => socket.destroy())
    if (request.url?.split('?')[0] !== '/api/realtime') return refuse(socket, '404 Not Found')
    const actor = await parts.authenticateCookie(request)
    if (!parts.originAllowed(request.headers.origin, actor.kind === 'staff'))
      return refuse(socket, '403 Forbidden')
    const locale = pickLocale(request.headers['accept-language'])
    sockets.handleUpgrade(request, socket, head, ws => attend(ws, actor, locale))
  }

  function attend(ws: WebSocket, cookieActor: Actor, locale: string): void {
    const connection = onSocket(ws, cookieActor, locale)
    let welcome = cookieActor.kind === 'staff'
    let alive = true
    let rounds = 0
    const visit = () => {
      if (!alive) return ws.terminate()
      if (!welcome && rounds++ > 0) return connection.close('protocol', 0)
      alive = false
      ws.ping()
    }
    visits.add(visit)
    ws.on('pong', () => {
      alive = true
    })
    ws.on('error', () => {})
    ws.on('close', () => {
      visits.delete(visit)
      hub.remove(connection)
      if (welcome) void tell(modules, 'disconnected', live, connection)
    })
    let turn = Promise.resolve()
    let pending = 0
    let hellos = 0
    ws.on('message', (data, binary) => {
      alive = true
      const frame = binary ? undefined : parse(String(data))
      if (!frame) return connection.close('protocol', 0)
      if (++pending === mostPending) ws.pause()
      // Frames of one connection take effect in the order they were sent; appends only need to be handed over in order.
      turn = turn
        .then(() => take(frame))
        .catch(error => log.error({ err: error }, 'frame failed'))
        .finally(() => {
          if (pending-- === mostPending) ws.resume()
        })
    })

    async function take(frame: ClientFrame): Promise<void> {
      if (frame.type === 'hello') {
        if (++hellos > mostHellos) return connection.close('protocol', 0)
        // A token says more than a cookie that came along: an agent who tries the widget is a customer there.
        const actor = frame.token ? await parts.authenticateToken(frame.token) : connection.actor
        if (actor.kind !== 'staff' && actor.kind !== 'customer') return connection.close('signed_out', 0)
        await leaveAll(connection)
        greet(connection, actor)
        welcome = true
        return
      }
      if (!welcome) return connection.close('protocol', 0)
      await receive(connection, frame)
    }

    if (welcome) greet(connection, cookieActor)
  }

  async function leaveAll(connection: Connection): Promise<void> {
    for (const room of [...connection.rooms]) await leave(connection, room)
  }

  async function leave(connection: Connection, room: string): Promise<void> {
    hub.leave(connection, room)
    await tell(modules, 'left', live, connection, room)
  }

  function greet(connection: Connection, actor: Actor): void {
    Object.assign(connection, { actor, audience: actor.kind === 'staff' ? 'staff' : 'customer' })
    hub.add(connection)
    hub.sendTo(connection, { type: 'ready', v: protocolVersion, node: live.nodeId })
    void tell(modules, 'connected', live, connection)
  }

  async function receive(connection: Connection, frame: ClientFrame): Promise<void> {
    const clientId = frame.type === 'append' ? frame.entry.clientId : undefined
    try {
      const retryAfter = limiter(limitedAs(connection), framesPerMinute)
      if (retryAfter > 0) throw new AppError('too_many_requests', { retryAfter })
      if (frame.type === 'ping') return hub.sendTo(connection, { type: 'pong' })
      if (frame.type === 'join') return await join(connection, frame.room)
      if (frame.type === 'leave') {
        await leave(connection, frame.room)
        return hub.sendTo(connection, { type: 'left', room: frame.room })
      }
      await handlers[frame.type]?.(live, connection, frame as never)
    } catch (error) {
      const known = asAppError(error)
      if (known.code === 'internal') log.error({ err: error }, 'frame failed')
      const message = sentence(connection.locale, known.code, known.details)
      hub.sendTo(connection, {
        type: 'refused',
        clientId,
        code: known.code,
        message,
        retryAfter: known.details.retryAfter,
      })
    }
  }

  async function join(connection: Connection, room: string): Promise<void> {
    if (connection.rooms.size >= mostRooms && !connection.rooms.has(room)) {
      return hub.sendTo(connection, { type: 'left', room, code: 'too_many_requests' })
    }
    if (!(await mayJoin(connection.actor, room))) {
      return hub.sendTo(connection, { type: 'left', room, code: 'not_found' })
    }
    hub.join(connection, room)
    hub.sendTo(connection, { type: 'joined', room })
    await tell(modules, 'joined', live, connection, room)
  }

  async function mayJoin(actor: Actor, room: string): Promise<boolean> {
    const [kind = '', id = '', ...rest] = room.split(':')
    // One name for each room, or a guest's own spelling of it would be taken for an id later.
    if (rest.length > 0) return false
    const check = modules.map(module => module.rooms).find(rooms => rooms && Object.hasOwn(rooms, kind))?.[
      kind
    ]
    return check ? check(live.desk.read(actor), id) : false
  }

  async function recheck(connection: Connection): Promise<void> {
    for (const room of [...connection.rooms]) await showOutUnlessAllowed(connection, room)
  }

  async function showOutUnlessAllowed(connection: Connection, room: string): Promise<void> {
    if (await mayJoin(connection.actor, room)) return
    await leave(connection, room)
    hub.sendTo(connection, { type: 'left', room, code: 'not_found' })
  }

  addStream(app, parts, hub, {
    limit: who => {
      const retryAfter = limiter(`stream ${who}`, streamsPerMinute)
      if (retryAfter > 0) throw new AppError('too_many_requests', { retryAfter })
    },
    greet,
    join,
    disconnected: connection => tell(modules, 'disconnected', live, connection),
  })

  const beating = setInterval(() => {
    for (const { beat } of modules) {
      beat?.(live).catch(error => log.warn({ err: error }, 'beat failed'))
    }
  }, beatMs)
  beating.unref()

  return {
    /** Tells the rooms on this node what happened. */
    deliver: async (events: DeskEvent[]): Promise<void> => {
      for (const { heard } of modules) heard?.(live, events)
      for (const type of new Set(events.map(event => event.type))) {
        const same = events.filter(event => event.type === type)
        for (const { events: on } of modules) await on?.[type]?.(live, same)
      }
    },
    receiveSignal: (signal: Signal): void => {
      for (const { signals } of modules) signals?.[signal.kind]?.(live, signal)
    },
    /** Asks again whether those in a room may be there, and shows out who may not. */
    recheck: async (room: string): Promise<void> => {
      for (const connection of hub.members(room)) await showOutUnlessAllowed(connection, room)
    },
    close: async (): Promise<void> => {
      clearInterval(beating)
      clearInterval(round)
      const all = [...hub.connections()]
      const spread = Math.min(longestComingBack, all.length / comingBackPerSecond)
      for (const connection of all) connection.close('restart', soonestBack + Math.random() * spread)
    },
  }
}

/** A customer has one limit for all their connections; a colleague with many tabs has one for each. */
const limitedAs = ({ id, actor }: Connection): string => (actor.kind === 'customer' ? actor.id : id)

function frameHandlers(modules: readonly Realtime[]) {
  const handlers: Record<string, (live: Live, from: Connection, frame: never) => Promise<void>> =
    Object.create(null)
  for (const { frames } of modules) Object.assign(handlers, frames)
  return handlers
}

async function tell(
  modules: readonly Realtime[],
  what: 'connected' | 'disconnected' | 'joined' | 'left',
  live: Live,
  connection: Connection,
  room = '',
): Promise<void> {
  for (const module of modules) await module[what]?.(live, connection, room).catch(() => {})
}

function parse(text: string): ClientFrame | undefined {
  try {
    return ClientFrame.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}
