// The app's line to the page around it, or to the frame it popped out of. Nobody else is listened to.
import { type FrameSettings, type FromFrame, type FromHost, type HandedSession, mark } from './protocol.ts'

export interface Bridge {
  settings: FrameSettings
  open: boolean
  session: HandedSession | undefined
  /** In a window of its own, not in a page's frame. */
  standalone: boolean
  send(message: FromFrame): void
  listen(listener: (message: FromHost) => void): void
  identity(again: boolean): Promise<string | null>
}

const answerWithinMs = 5_000
const identityWithinMs = 20_000

/** Waits for the page's first word. Alone in a window, with nobody to listen to, it starts by itself. */
export function connect(): Promise<Bridge> {
  const query = new URLSearchParams(location.search)
  const poppedOut = query.has('popout')
  const other = poppedOut ? (opener as Window | null) : parent === window ? null : parent
  const origin = poppedOut ? location.origin : query.get('host')
  return new Promise((resolve, reject) => {
    if (!other || !origin) {
      if (parent !== window) return reject(new Error('the page around did not say who it is'))
      return resolve(alone())
    }
    const timer = poppedOut ? setTimeout(() => resolve(alone()), answerWithinMs) : undefined
    addEventListener('message', function first(event: MessageEvent) {
      if (event.source !== other || event.origin !== origin || event.data?.mark !== mark) return
      const [port] = event.ports
      if (event.data.type !== 'start' || !port) return
      removeEventListener('message', first)
      clearTimeout(timer)
      resolve(overPort(port, event.data, poppedOut))
    })
    other.postMessage({ mark, type: 'hello' }, origin)
  })
}

function overPort(port: MessagePort, first: FromHost & { type: 'start' }, standalone: boolean): Bridge {
  const listeners: ((message: FromHost) => void)[] = []
  const early: FromHost[] = []
  const asked = new Map<number, (token: string | null) => void>()
  let ids = 0
  port.onmessage = ({ data }: MessageEvent<FromHost>) => {
    if (data.type === 'identity') {
      asked.get(data.id)?.(data.token)
      asked.delete(data.id)
    } else if (listeners.length === 0) early.push(data)
    else for (const listener of listeners) listener(data)
  }
  return {
    settings: first.settings,
    open: first.open || standalone,
    session: first.session,
    standalone,
    send: message => port.postMessage(message),
    listen: listener => {
      listeners.push(listener)
      for (const message of early.splice(0)) listener(message)
    },
    identity: again =>
      new Promise(resolve => {
        const id = ++ids
        asked.set(id, resolve)
        port.postMessage({ type: 'identity', id, again } satisfies FromFrame)
        setTimeout(() => asked.delete(id) && resolve(null), identityWithinMs)
      }),
  }
}

const alone = (): Bridge => ({
  settings: { identified: false, page: location.href },
  open: true,
  session: undefined,
  standalone: true,
  send: () => {},
  listen: () => {},
  identity: async () => null,
})
