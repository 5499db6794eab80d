// A network that fails on demand: a TCP proxy that cuts, stalls, delays, loses answers and repeats requests.
import { connect, createServer, type Server, type Socket } from 'node:net'

export interface Behaviour {
  /** Refuses new connections. */
  refuse?: boolean
  /** Half-open: connections stay, and nothing goes either way. */
  stall?: boolean
  /** Milliseconds for each piece, each way. */
  latency?: number
  /** Loses what the desk sends as soon as it holds this, and cuts the connection. */
  loseAnswer?: (piece: Buffer) => boolean
  /** Ends a connection after so many bytes from the desk. */
  cutAfter?: number
  /** Sends a request twice when it matches; the second answer is thrown away. */
  repeat?: (piece: Buffer) => boolean
}

export interface Proxy {
  base: string
  /** Changes how it behaves from now on, for connections that are open as well. */
  behave(behaviour: Behaviour): void
  /** Cuts everything that is open. */
  cut(): void
  readonly connections: number
  readonly repeated: number
  readonly lost: number
  close(): Promise<void>
}

/** `targets` are ports of loopback; a connection takes the next one that answers. */
export async function startProxy(targets: readonly number[]): Promise<Proxy> {
  const pairs = new Set<Socket[]>()
  const counts = { repeated: 0, lost: 0 }
  let behaviour: Behaviour = {}
  let next = 0

  const server: Server = createServer({ pauseOnConnect: true }, client => {
    client.on('error', () => {})
    if (behaviour.refuse) return void client.resetAndDestroy()
    reach(next++, targets.length, upstream => {
      if (!upstream) return client.resetAndDestroy()
      join(client, upstream)
    })
  })

  /** Tries the targets in turn: what a balancer does when a node is away. */
  function reach(first: number, tries: number, done: (upstream?: Socket) => void): void {
    if (tries === 0) return done()
    const upstream = connect(targets[first % targets.length]!, '127.0.0.1')
    upstream.once('error', () => reach(first + 1, tries - 1, done))
    upstream.once('connect', () => {
      upstream.removeAllListeners('error')
      done(upstream)
    })
  }

  function join(client: Socket, upstream: Socket): void {
    const pair = [client, upstream]
    pairs.add(pair)
    let received = 0
    const end = () => {
      pairs.delete(pair)
      for (const socket of pair) socket.destroy()
    }
    // A stalled connection hears of nothing, not even of the other side's end.
    const endUnlessStalled = () => void whenFlowing(end)
    for (const socket of pair)
      socket
        .setNoDelay(true)
        .on('error', () => {})
        .on('close', endUnlessStalled)
    const toDesk = relay(upstream, piece => {
      if (!behaviour.repeat?.(piece)) return
      counts.repeated++
      repeat(targets[0]!, piece)
    })
    const toClient = relay(client, piece => {
      received += piece.length
      if (behaviour.cutAfter !== undefined && received > behaviour.cutAfter) return end()
      if (!behaviour.loseAnswer?.(piece)) return
      counts.lost++
      end()
    })
    client.on('data', toDesk).resume()
    upstream.on('data', toClient)
  }

  /** Passes pieces on, in order, as slowly as is asked. */
  function relay(to: Socket, before: (piece: Buffer) => void): (piece: Buffer) => void {
    let turn = Promise.resolve()
    return piece => {
      turn = turn.then(async () => {
        await flowing()
        if (behaviour.latency) await wait(behaviour.latency)
        before(piece)
        if (!to.destroyed) to.write(piece)
      })
    }
  }

  const flowing = async () => {
    while (behaviour.stall) await wait(20)
  }
  const whenFlowing = (action: () => void) => (behaviour.stall ? flowing().then(action) : action())

  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    base: `http://127.0.0.1:${port}`,
    behave: given => {
      behaviour = given
    },
    cut: () => {
      for (const pair of pairs) for (const socket of pair) socket.resetAndDestroy()
    },
    get connections() {
      return pairs.size
    },
    get repeated() {
      return counts.repeated
    },
    get lost() {
      return counts.lost
    },
    close: async () => {
      behaviour = {}
      for (const pair of pairs) for (const socket of pair) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function repeat(port: number, request: Buffer): void {
  const socket = connect(port, '127.0.0.1', () => socket.write(request))
  socket.on('error', () => {}).resume()
  setTimeout(() => socket.destroy(), 2_000).unref()
}

const wait = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))
