// Realtime over server-sent events, read from a POST so that the token stays out of the address: for networks that block WebSockets.
import {
  type AnyFrame,
  type End,
  type Link,
  type LinkOptions,
  parseFrame,
  readyWithinMs,
  watch,
} from './link.ts'

/** Opens one stream of frames; what goes up takes plain HTTP. Rooms are asked for once, so a further room opens it anew. */
export function openStream(options: LinkOptions): Link {
  const rooms = new Set(options.rooms)
  let aborting = new AbortController()
  let over = false
  const life = watch(
    () => {},
    () => end({}),
  )
  let late = setTimeout(() => end({}), readyWithinMs)

  function stop(): boolean {
    if (over) return false
    over = true
    clearTimeout(late)
    life.stop()
    aborting.abort()
    return true
  }
  function end(how: End): void {
    if (stop()) options.ended(how)
  }
  function take(frame: AnyFrame): void {
    if (frame.type === 'bye') return end({ bye: frame, refused: frame.code === 'signed_out' })
    if (frame.type === 'ready') {
      clearTimeout(late)
      options.ready()
    }
    options.frame(frame)
  }
  function reopen(): void {
    aborting.abort()
    aborting = new AbortController()
    clearTimeout(late)
    late = setTimeout(() => end({}), readyWithinMs)
    void run(aborting.signal)
  }
  async function run(signal: AbortSignal): Promise<void> {
    try {
      const answer = await request(options, rooms, signal)
      if (!answer.ok || !answer.body) return end({ refused: answer.status === 401 })
      await readFrames(answer.body, life.heard, frame => signal.aborted || take(frame))
    } catch {
      // Told below: a broken stream and one that ended are the same to the client.
    }
    if (!signal.aborted) end({})
  }

  void run(aborting.signal)
  return {
    send: () => false,
    join: room => {
      rooms.add(room)
      reopen()
    },
    leave: room => void rooms.delete(room),
    probe: () => {},
    close: () => void stop(),
  }
}

const request = ({ base, token }: LinkOptions, rooms: Set<string>, signal: AbortSignal): Promise<Response> =>
  fetch(`${base}/api/realtime/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ rooms: [...rooms] }),
    signal,
  })

async function readFrames(
  body: ReadableStream<Uint8Array>,
  heard: () => void,
  take: (frame: AnyFrame) => void,
): Promise<void> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    heard()
    const parts = (rest + decoder.decode(value, { stream: true })).split('\n\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      const frame = part.startsWith('data: ') && parseFrame(part.slice(6))
      if (frame) take(frame)
    }
  }
}
