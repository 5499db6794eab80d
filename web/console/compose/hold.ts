// Holds what was sent for a moment, in which its writer can take it back.

export interface Held<P> {
  clientId: string
  lane: string
  payload: P
  /** When it goes out, in milliseconds since 1970. */
  until: number
}

interface HoldOptions<P> {
  release(held: { clientId: string; lane: string; payload: P }): void
  changed(): void
}

export function createHold<P>({ release, changed }: HoldOptions<P>) {
  const waiting = new Map<string, Held<P> & { timer: ReturnType<typeof setTimeout> }>()
  const letGo = (clientId: string) => {
    const one = waiting.get(clientId)
    if (!one) return
    clearTimeout(one.timer)
    waiting.delete(clientId)
    release({ clientId, lane: one.lane, payload: one.payload })
    changed()
  }
  return {
    all: (): Held<P>[] => [...waiting.values()],
    /** With 0 milliseconds it goes at once. An earlier one of the same lane goes first, so that the order stays. */
    add(outgoing: { clientId: string; lane: string; payload: P }, ms: number): void {
      for (const { clientId, lane } of [...waiting.values()]) if (lane === outgoing.lane) letGo(clientId)
      if (ms <= 0) return release(outgoing)
      const timer = setTimeout(() => letGo(outgoing.clientId), ms)
      waiting.set(outgoing.clientId, { ...outgoing, until: Date.now() + ms, timer })
      changed()
    },
    /** Gives it back to its writer; undefined when it is gone already. */
    take(clientId: string): Held<P> | undefined {
      const one = waiting.get(clientId)
      if (!one) return undefined
      clearTimeout(one.timer)
      waiting.delete(clientId)
      changed()
      return one
    },
    /** Sends everything that is held now. */
    release(): void {
      for (const clientId of [...waiting.keys()]) letGo(clientId)
    },
  }
}
