// What each module shows live, in the order in which they are asked.
import type { Realtime } from './platform/realtime.ts'

export const realtime: readonly Realtime[] = []
