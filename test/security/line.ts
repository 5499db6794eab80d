// A socket as an attacker or a browser opens it: everything that was received, and how it ended.
import { once } from 'node:events'
import { after } from 'node:test'
import { WebSocket } from 'ws'
import type { Person } from '../person.ts'

const sockets = new Set<WebSocket>()
after(() => {
  for (const socket of sockets) socket.terminate()
})

// Frames of any kind, so that a test reads what it expects of them.
export type Frame = { type: string } & Record<string, any>

export interface Line {
  socket: WebSocket
  frames: Frame[]
  /** The text of everything that came. */
  heard(): string
  send(frame: unknown): void
  closed: Promise<{ code: number; reason: string; at: number }>
  /** The first frame, from now or before, that matches; within a deadline. */
  got(which: (frame: Frame) => boolean): Promise<Frame>
}

const deadlineMs = 10_000

/** Connects with a person's cookie or token, and waits until the desk greets. */
export async function connect(address: string, person: Person): Promise<Line> {
  const { cookie, origin, authorization } = await person.headers()
  const line = await open(address, { ...(cookie && { cookie }), ...(origin && { origin }) })
  if (authorization) line.send({ type: 'hello', v: 1, token: authorization.slice('Bearer '.length) })
  await line.got(frame => frame.type === 'ready')
  return line
}

/** A socket of nobody yet. */
export async function open(address: string, headers: Record<string, string> = {}): Promise<Line> {
  const { line, opened } = start(address, headers)
  await opened
  return line
}

function start(address: string, headers: Record<string, string>) {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/api/realtime`, { headers })
  sockets.add(socket)
  const frames: Frame[] = []
  const texts: string[] = []
  const waiting = new Set<() => void>()
  socket.on('message', data => {
    texts.push(String(data))
    frames.push(JSON.parse(String(data)))
    for (const look of waiting) look()
  })
  socket.on('error', () => {})
  const closed = once(socket, 'close').then(([code, reason]) => ({
    code: Number(code),
    reason: String(reason),
    at: performance.now(),
  }))
  const got = (which: (frame: Frame) => boolean) =>
    new Promise<Frame>((resolve, reject) => {
      const look = () => {
        const found = frames.find(which)
        if (!found) return
        clearTimeout(late)
        waiting.delete(look)
        resolve(found)
      }
      const late = setTimeout(
        () => reject(new Error(`not received: ${which.toString()} in ${texts.slice(-5).join()}`)),
        deadlineMs,
      )
      waiting.add(look)
      look()
    })
  const send = (frame: unknown) =>
    socket.send(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame))
  const line: Line = { socket, frames, heard: () => texts.join('\n'), send, closed, got }
  return { line, opened: once(socket, 'open') }
}

/** Polls until it holds; fails after a deadline. */
export async function eventually(
  holds: () => boolean | Promise<boolean>,
  what: string,
  ms = deadlineMs,
): Promise<void> {
  const until = performance.now() + ms
  while (!(await holds())) {
    if (performance.now() > until) throw new Error(`not within ${ms} ms: ${what}`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}
