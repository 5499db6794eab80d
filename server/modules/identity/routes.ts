// Every endpoint of this module.
import type { Route } from '../../platform/routes.ts'
import { sessionRoutes } from './session-routes.ts'

export const routes: readonly Route[] = [...sessionRoutes]
