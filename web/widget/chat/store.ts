// What the app knows, in one place; the parts that show it are told when it changes.
import { useEffect, useRef, useState } from 'preact/hooks'

export interface Store<S> {
  get(): S
  set(patch: Partial<S> | ((state: S) => Partial<S>)): void
  subscribe(listener: () => void): () => void
}

export function createStore<S extends object>(first: S): Store<S> {
  let state = first
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set: patch => {
      state = { ...state, ...(typeof patch === 'function' ? patch(state) : patch) }
      for (const listener of [...listeners]) listener()
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Draws the component again when what it picks has changed. */
export function useStore<S, T>(store: Store<S>, pick: (state: S) => T): T {
  const [, draw] = useState({})
  const drawn = useRef<{ pick: (state: S) => T; picked: T } | undefined>(undefined)
  const picked = pick(store.get())
  // What is picked may depend on what is shown, so the newest way of picking counts.
  drawn.current = { pick, picked }
  useEffect(() => {
    const look = () => {
      const now = drawn.current
      if (now && !Object.is(now.pick(store.get()), now.picked)) draw({})
    }
    look()
    return store.subscribe(look)
  }, [store])
  return picked
}
