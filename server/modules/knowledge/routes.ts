// Endpoints of the help centre, for those who keep it.
import type { Route } from '../../platform/routes.ts'
import { articleRoutes } from './article-routes.ts'
import { helpRoutes } from './before-contact/help-routes.ts'
import { importRoutes } from './import-routes.ts'
import { reportRoutes } from './reports/report-routes.ts'
import { reviewRoutes } from './review-routes.ts'
import { tableRoutes } from './table-routes.ts'

export const routes: readonly Route[] = [
  ...articleRoutes,
  ...reviewRoutes,
  ...tableRoutes,
  ...importRoutes,
  ...reportRoutes,
  ...helpRoutes,
]
