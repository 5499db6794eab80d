// What this module tells the others.
import type { ClockKind } from '../../../contract/clocks.ts'

export interface SlaEvents {
  /** A promise is nearly late. */
  'clock.warned': { clock: ClockKind }
  /** A promise is late since `dueAt`, ISO 8601. */
  'clock.breached': { clock: ClockKind; dueAt: string }
}

declare module '../../platform/events.ts' {
  interface Events extends SlaEvents {}
}
