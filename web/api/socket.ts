// Realtime over a WebSocket: the usual way.
import type { ClientFrame, CustomerFrame } from '../../contract/realtime.ts'
import { type End, type Link, type LinkOptions, parseFrame, readyWithinMs, watch } from './link.ts'

/** Opens one WebSocket to the desk; `ready` follows once the server knows who it is. */
export function openSocket(options: LinkOptions): Link {
  const socket = new WebSocket(socketUrl(options.base))
  const rooms = new Set(options.rooms)
  let ready = false
  let over = false
  let bye: Extract<CustomerFrame, { type: 'bye' }> | undefined

  const send = (frame: ClientFrame): boolean => {
    if (!ready || over || socket.readyState !== 1) return false
    socket.send(JSON.stringify(frame))
    return true
  }
  const life = watch(
    () => void send({ type: 'ping' }),
    () => end({}),
  )
  const late = setTimeout(() => ready || end({}), readyWithinMs)

  function stop(): boolean {
    if (over) return false
    over = true
    clearTimeout(late)
    life.stop()
    socket.close()
    return true
  }
  function end(how: End): void {
    if (stop()) options.ended(bye ? { bye, refused: bye.code === 'signed_out' } : how)
  }
  function take(text: string): void {
    if (over) return
    life.heard()
    const frame = parseFrame(text)
    if (!frame) return
    if (frame.type === 'bye') {
      bye = frame
      return end({})
    }
    if (frame.type === 'ready') {
      ready = true
      options.ready()
      for (const room of rooms) send({ type: 'join', room })
    }
    options.frame(frame)
  }

  socket.addEventListener('open', () => {
    if (options.token && !over) socket.send(JSON.stringify({ type: 'hello', v: 1, token: options.token }))
  })
  socket.addEventListener('message', event => take(String(event.data)))
  socket.addEventListener('close', () => end({}))
  socket.addEventListener('error', () => end({}))

  return {
    send,
    join: room => {
      rooms.add(room)
      send({ type: 'join', room })
    },
    leave: room => {
      rooms.delete(room)
      send({ type: 'leave', room })
    },
    probe: life.probe,
    close: () => void stop(),
  }
}

function socketUrl(base: string): string {
  const url = new URL('/api/realtime', base || location.href)
  url.protocol = url.protocol === 'http:' ? 'ws:' : 'wss:'
  return url.href
}
