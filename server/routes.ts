// Every endpoint of the desk, on one page.
import { routes as customers } from './modules/customers/index.ts'
import { routes as desk } from './modules/desk/index.ts'
import { routes as identity } from './modules/identity/index.ts'
import type { Route } from './platform/routes.ts'

export const routes: readonly Route[] = [...identity, ...desk, ...customers]
