// What a way of carrying realtime frames looks like, whichever it is: one attempt, from opening to its one end.
import type { ClientFrame, CustomerFrame, StaffFrame } from '../../contract/realtime.ts'

export type AnyFrame = CustomerFrame | StaffFrame
type Bye = Extract<CustomerFrame, { type: 'bye' }>

export interface LinkOptions {
  /** Origin of the desk, such as `https://desk.example`; empty for the page's own. */
  base: string
  /** Of a customer's session; staff are known by their cookie. */
  token: string | undefined
  rooms: readonly string[]
  ready(): void
  frame(frame: AnyFrame): void
  /** Called once, however it ends; never after `close`. */
  ended(end: End): void
}

/** `bye` when the server said why; otherwise the connection broke. `refused`: the token was not accepted. */
export interface End {
  bye?: Bye
  refused?: boolean
}

export interface Link {
  /** False when this way can't carry frames up: the caller takes HTTP instead. */
  send(frame: ClientFrame): boolean
  join(room: string): void
  leave(room: string): void
  /** Asks for a sign of life now, such as after the machine slept. */
  probe(): void
  close(): void
}

/** How long a server may take to say `ready`. */
export const readyWithinMs = 6_000
/** A silent connection is asked for a sign of life this often... */
export const pingMs = 8_000
/** ...and is dead when nothing at all came for so long; with the step of the timer that stays below 30 s. */
export const silentMs = 20_000
const probeMs = 4_000

/** Ends what gives no sign of life. `ask` is called every `pingMs`. */
export function watch(ask: () => void, dead: () => void) {
  let heard = Date.now()
  let probing: ReturnType<typeof setTimeout> | undefined
  const asking = setInterval(() => {
    if (Date.now() - heard >= silentMs) dead()
    else ask()
  }, pingMs)
  return {
    heard: () => {
      heard = Date.now()
      clearTimeout(probing)
    },
    probe: () => {
      clearTimeout(probing)
      ask()
      probing = setTimeout(dead, probeMs)
    },
    stop: () => {
      clearInterval(asking)
      clearTimeout(probing)
    },
  }
}

/** A frame from the server; undefined for anything else. */
export function parseFrame(text: string): AnyFrame | undefined {
  try {
    const frame = JSON.parse(text)
    return typeof frame?.type === 'string' ? frame : undefined
  } catch {
    return undefined
  }
}
