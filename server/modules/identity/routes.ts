// Every endpoint of this module.
import type { Route } from '../../platform/routes.ts'
import { keyRoutes } from './key-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { staffRoutes } from './staff-routes.ts'
import { teamRoutes } from './team-routes.ts'

export const routes: readonly Route[] = [...sessionRoutes, ...staffRoutes, ...teamRoutes, ...keyRoutes]
