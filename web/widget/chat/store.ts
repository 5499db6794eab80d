// What the app knows, in one place; the parts that show it are told when it changes.
import { useEffect, useState } from 'preact/hooks'

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

/** Draws the component again when what it picked has changed. */
export function useStore<S, T>(store: Store<S>, pick: (state: S) => T): T {
  const [, draw] = useState({})
  const picked = pick(store.get())
  useEffect(() => {
    let last = pick(store.get())
    if (!Object.is(last, picked)) draw({})
    return store.subscribe(() => {
      const next = pick(store.get())
      if (Object.is(next, last)) return
      last = next
      draw({})
    })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `pick` is new each time and does the same
  }, [store])
  return picked
}
