// Who works right now.
import { z } from 'zod'
import { Id } from './common.ts'

export const SetPresence = z.object({
  available: z.boolean(),
  /** How many live conversations at once. */
  capacity: z.int().min(1).max(50).default(5),
})
export const Presence = SetPresence.extend({ staffId: Id, name: z.string(), load: z.int() })
export type Presence = z.infer<typeof Presence>
export const Presences = z.object({ presences: z.array(Presence) })
