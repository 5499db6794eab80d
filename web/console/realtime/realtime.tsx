// The console's one realtime connection: components listen to frames and join rooms through it.
import { useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
} from 'react'
import type { ClientFrame, StaffFrame } from '../../../contract/realtime.ts'
import { type ConnectionState, createRealtime, type Realtime } from '../../api/realtime.ts'
import { sessionQuery } from '../session/session.ts'

interface Live {
  /** `lost` once a connection that stood broke, or could not be had. */
  state: ConnectionState
  send(frame: ClientFrame): boolean
  /** Joins a room until the returned function is called; `joined` runs on every join, also after a return. */
  enter(room: string, joined: () => void): () => void
  listen(handler: (frame: StaffFrame) => void): () => void
  wake(): void
}

const LiveContext = createContext<Live | null>(null)

export function useLive(): Live {
  const live = useContext(LiveContext)
  if (!live) throw new Error('no connection around this component')
  return live
}

/** Runs for every frame while the component is there. */
export function useFrames(handler: (frame: StaffFrame) => void): void {
  const { listen } = useLive()
  const latest = useEffectEvent(handler)
  useEffect(() => listen(frame => latest(frame)), [listen])
}

export function RealtimeProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const [state, setState] = useState<ConnectionState>('connecting')
  const [wiring] = useState(createWiring)
  const [session, setSession] = useState(0)
  /** A new password or second factor ends the session and begins another: only the desk knows whether there is one. */
  const askWho = useEffectEvent(async () => {
    const me = await queries.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => undefined)
    if (me !== null) setSession(before => before + 1)
  })
  useEffect(() => {
    const realtime = createRealtime<StaffFrame>({
      frame: frame => wiring.handlers.forEach(handle => handle(frame)),
      joined: room => wiring.rooms.get(room)?.forEach(joined => joined()),
      state: setState,
      poll: () => queries.invalidateQueries({ refetchType: 'active' }, { throwOnError: true }),
      signedOut: () => void askWho(),
    })
    wiring.connect(realtime)
    const wake = () => document.visibilityState === 'visible' && realtime.wake()
    window.addEventListener('online', wake)
    document.addEventListener('visibilitychange', wake)
    return () => {
      window.removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', wake)
      wiring.connect(null)
      realtime.close()
    }
  }, [queries, wiring, session])
  const live = useMemo(() => ({ ...wiring.live, state }), [wiring, state])
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>
}

/** What outlives a connection: who listens, and which rooms are wanted by how many. */
function createWiring() {
  const handlers = new Set<(frame: StaffFrame) => void>()
  const rooms = new Map<string, Set<() => void>>()
  let realtime: Realtime | null = null
  const leave = (room: string, joined: () => void) => {
    const wanting = rooms.get(room)
    wanting?.delete(joined)
    if (wanting?.size !== 0) return
    rooms.delete(room)
    realtime?.leave(room)
  }
  const live: Omit<Live, 'state'> = {
    send: frame => realtime?.send(frame) ?? false,
    enter: (room, joined) => {
      const wanting = rooms.get(room) ?? new Set()
      rooms.set(room, wanting.add(joined))
      realtime?.join(room)
      return () => leave(room, joined)
    },
    listen: handler => {
      handlers.add(handler)
      return () => handlers.delete(handler)
    },
    wake: () => realtime?.wake(),
  }
  const connect = (next: Realtime | null) => {
    realtime = next
    for (const room of rooms.keys()) next?.join(room)
  }
  return { handlers, rooms, live, connect }
}
