// All routes of this module.
import { articleRoutes } from './article-routes.ts'
import { customerRoutes } from './customer-routes.ts'
import { entryRoutes } from './entry-routes.ts'
import { relatedRoutes } from './related-routes.ts'
import { searchRoutes } from './search-routes.ts'
import { sideRoutes } from './side-routes.ts'
import { staffRoutes } from './staff-routes.ts'
import { taskRoutes } from './task-routes.ts'

export const routes = [
  ...staffRoutes,
  ...relatedRoutes,
  ...sideRoutes,
  ...entryRoutes,
  ...searchRoutes,
  ...taskRoutes,
  ...articleRoutes,
  ...customerRoutes,
]
