// Every endpoint of the desk, on one page.
import type { Route } from './platform/routes.ts'

export const routes: readonly Route[] = []
