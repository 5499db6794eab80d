// A connection that is a WebSocket.
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Actor } from '../context.ts'
import { byeCodes, type Connection } from '../hub.ts'
import { newId } from '../ids.ts'

/** Frames go out as they come; a `close` says why first, as far as the reader reads. */
export function onSocket(ws: WebSocket, actor: Actor, locale: string): Connection {
  const wire = wireOf(ws)
  return {
    id: newId(),
    actor,
    locale,
    audience: 'customer',
    rooms: new Set(),
    send: frame => {
      gather(wire)
      ws.send(frame)
    },
    waiting: () => ws.bufferedAmount,
    close: (code, retryAfter) => {
      if (ws.bufferedAmount === 0) ws.send(JSON.stringify({ type: 'bye', code, retryAfter }))
      ws.close(byeCodes[code], code)
      // A reader that doesn't read doesn't answer the closing handshake either.
      setTimeout(() => ws.terminate(), 1_000).unref()
    },
  }
}

const wireOf = (ws: WebSocket): Duplex | undefined => (ws as unknown as { _socket?: Duplex })._socket

/** What one batch has to say to a reader goes out in one write. */
function gather(wire: Duplex | undefined): void {
  if (!wire || wire.writableCorked > 0) return
  wire.cork()
  process.nextTick(() => wire.uncork())
}
