// What each module shows live, in the order in which they are asked.
import { company, realtime as conversations } from './modules/conversations/index.ts'
import { realtime as customers } from './modules/customers/index.ts'
import { realtime as desk } from './modules/desk/index.ts'
import { realtime as identity } from './modules/identity/index.ts'
import { realtime as knowledge } from './modules/knowledge/index.ts'
import { realtime as workforce } from './modules/workforce/index.ts'
import type { Realtime } from './platform/realtime.ts'

export const realtime: readonly Realtime[] = [
  identity,
  desk,
  customers,
  workforce,
  knowledge,
  conversations,
  company,
]
