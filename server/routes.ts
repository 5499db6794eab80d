// Every endpoint of the desk, on one page.
import { routes as assistant } from './modules/assistant/index.ts'
import { routes as automation } from './modules/automation/index.ts'
import { routes as channels } from './modules/channels/index.ts'
import { routes as conversations } from './modules/conversations/index.ts'
import { routes as customers } from './modules/customers/index.ts'
import { routes as desk } from './modules/desk/index.ts'
import { routes as identity } from './modules/identity/index.ts'
import { routes as knowledge } from './modules/knowledge/index.ts'
import { routes as routing } from './modules/routing/index.ts'
import { routes as safety } from './modules/safety/index.ts'
import { routes as sla } from './modules/sla/index.ts'
import { routes as workforce } from './modules/workforce/index.ts'
import type { Route } from './platform/routes.ts'

export const routes: readonly Route[] = [
  ...identity,
  ...desk,
  ...safety,
  ...customers,
  ...workforce,
  ...knowledge,
  ...conversations,
  ...sla,
  ...routing,
  ...assistant,
  ...channels,
  ...automation,
]
