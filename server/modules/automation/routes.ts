// Endpoints of everything that does repeated work.
import type { Route } from '../../platform/routes.ts'
import { bulkReplyRoutes } from './bulk-reply-routes.ts'
import { cannedReplyRoutes } from './canned-reply-routes.ts'
import { macroRoutes } from './macro-routes.ts'
import { ruleRoutes } from './rule-routes.ts'

export const routes: readonly Route[] = [
  ...cannedReplyRoutes,
  ...macroRoutes,
  ...ruleRoutes,
  ...bulkReplyRoutes,
]
