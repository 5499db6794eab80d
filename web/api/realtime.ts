// Keeps a client connected: tries again for ever, changes to another way where one is blocked, and treats every return as a start.
import type { ClientFrame } from '../../contract/realtime.ts'
import { backoffMs } from './backoff.ts'
import type { AnyFrame, End, Link, LinkOptions } from './link.ts'
import { openSocket } from './socket.ts'
import { openStream } from './stream.ts'

export type Way = 'socket' | 'stream' | 'polling'
export type ConnectionState = 'connecting' | 'open' | 'lost'

export interface RealtimeOptions<F extends AnyFrame> {
  /** Origin of the desk; empty (the default) for the page's own. */
  base?: string
  /** A customer's session token; `refused` when the last one was not accepted. Undefined ends the connection for good. */
  token?: (refused: boolean) => Promise<string | undefined>
  frame(frame: F): void
  /** Frames of this room flow from now on: fetch what was missed. Called on every join, also after a return. */
  joined(room: string): void
  state(state: ConnectionState, way: Way): void
  /** One round of fetching everything that matters; called every 5 s where nothing else gets through. Rejects when offline. */
  poll(): Promise<unknown>
  /** The server ended the session and no token can be had. */
  signedOut?(): void
}

export interface Realtime {
  join(room: string): void
  leave(room: string): void
  /** False when the frame can't go this way now: use HTTP, or let it be. */
  send(frame: ClientFrame): boolean
  /** Somebody came back to the page, or the network did: try now. */
  wake(): void
  close(): void
}

const pollMs = 5_000
/** A connection that lived so long was a good one: its end is no sign that this way is blocked. */
const goodAfterMs = 3_000
const tries = 2
/** Where sockets worked, they fail because the desk is away, and are what works first when it is back. */
const triesOfSocketThatWorked = 6
const tryAgainMs = 60_000
const tryAgainSoonMs = 2_000

const open: Record<'socket' | 'stream', (options: LinkOptions) => Link> = {
  socket: openSocket,
  stream: openStream,
}

/** Connects at once and stays connected until `close`. */
export function createRealtime<F extends AnyFrame>(options: RealtimeOptions<F>): Realtime {
  const base = options.base ?? ''
  const rooms = new Set<string>()
  const failures = { socket: 0, stream: 0 }
  let inARow = 0
  let turn = 0
  let link: Link | undefined
  let trial: Link | undefined
  let way: Way = 'socket'
  let timer: ReturnType<typeof setTimeout> | undefined
  let trialTimer: ReturnType<typeof setTimeout> | undefined
  let refused = false
  let socketWorked = false
  let openedAt = 0
  let isOpen = false
  let waiting = false

  const wayToTry = (): Way =>
    failures.socket < (socketWorked ? triesOfSocketThatWorked : tries)
      ? 'socket'
      : failures.stream < tries
        ? 'stream'
        : 'polling'

  const later = (action: () => Promise<void>, ms: number) => {
    clearTimeout(timer)
    waiting = action === attempt
    timer = setTimeout(() => void action(), ms)
  }

  async function attempt(): Promise<void> {
    const mine = ++turn
    link?.close()
    link = undefined
    isOpen = waiting = false
    way = wayToTry()
    options.state(inARow === 0 ? 'connecting' : 'lost', way)
    const token = await freshToken()
    if (mine !== turn) return
    if (token === false) return failed()
    if (token === undefined && options.token) return signedOut()
    if (way === 'polling') return poll(mine)
    link = open[way]({ ...linkOptions(token, () => mine === turn), ready: opened, ended })
  }

  async function freshToken(): Promise<string | undefined | false> {
    try {
      const token = await options.token?.(refused)
      refused = false
      return token
    } catch {
      return false
    }
  }

  const linkOptions = (token: string | undefined, current: () => boolean) => ({
    base,
    token,
    rooms: [...rooms],
    frame: (frame: AnyFrame) => {
      if (!current()) return
      options.frame(frame as F)
      if (frame.type === 'joined') options.joined(frame.room)
    },
  })

  function opened(): void {
    openedAt = Date.now()
    isOpen = true
    if (way === 'socket') {
      socketWorked = true
      failures.socket = failures.stream = 0
      clearTimeout(trialTimer)
    } else {
      tryAgainLater()
    }
    options.state('open', way)
  }

  function ended({ bye, refused: unknown }: End): void {
    const good = isOpen && Date.now() - openedAt >= goodAfterMs
    isOpen = false
    link = undefined
    if (good) inARow = 0
    else if (!bye && !unknown && way !== 'polling') failures[way]++
    refused ||= unknown === true
    if (unknown && !options.token) return signedOut()
    inARow++
    options.state('lost', way)
    const wait =
      bye && bye.retryAfter > 0 ? bye.retryAfter * 1000 * (1 + Math.random() / 3) : backoffMs(inARow)
    later(attempt, wait)
  }

  function failed(): void {
    inARow++
    isOpen = false
    options.state('lost', way)
    later(attempt, backoffMs(inARow))
  }

  async function poll(mine: number): Promise<void> {
    try {
      await options.poll()
    } catch (error) {
      refused ||= (error as { status?: number }).status === 401
      if (mine === turn) failed()
      return
    }
    if (mine !== turn) return
    inARow = 0
    if (!isOpen) opened()
    later(() => poll(mine), pollMs)
  }

  /** While a lesser way works, a WebSocket is tried beside it: an outage looks like a blocked network at first. */
  function tryAgainLater(): void {
    clearTimeout(trialTimer)
    trialTimer = setTimeout(() => void tryAgain(), socketWorked ? tryAgainSoonMs : tryAgainMs)
  }

  async function tryAgain(): Promise<void> {
    const mine = turn
    const token = await freshToken()
    if (mine !== turn || token === false) return tryAgainLater()
    socketWorked = false
    const tried = openSocket({
      ...linkOptions(token, () => link === tried),
      ready: () => {
        turn++
        clearTimeout(timer)
        link?.close()
        link = tried
        trial = undefined
        way = 'socket'
        opened()
      },
      ended: end => {
        if (link === tried) return ended(end)
        trial = undefined
        if (turn !== mine) return
        if (way === 'polling') failures.stream = tries - 1
        if (way === 'polling') void attempt()
        else tryAgainLater()
      },
    })
    trial = tried
  }

  function signedOut(): void {
    close()
    options.signedOut?.()
  }

  function close(): void {
    turn++
    clearTimeout(timer)
    clearTimeout(trialTimer)
    link?.close()
    trial?.close()
    link = trial = undefined
    isOpen = false
  }

  // Not before the caller holds what it is given: the first state is told from within.
  queueMicrotask(() => void (turn === 0 && attempt()))
  return {
    join: room => {
      if (rooms.has(room)) return
      rooms.add(room)
      link?.join(room)
    },
    leave: room => {
      if (rooms.delete(room)) link?.leave(room)
    },
    send: frame => link?.send(frame) ?? false,
    wake: () => {
      if (isOpen) link?.probe()
      else if (waiting) later(attempt, Math.random() * 200)
    },
    close,
  }
}
