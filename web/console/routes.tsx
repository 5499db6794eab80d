// Every screen of the console and its address, on one page.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { readFilters } from './conversations/filters.ts'
import { Broken } from './inbox/broken.tsx'
import { DeskFrame } from './inbox/desk-frame.tsx'
import { Inbox } from './inbox/inbox.tsx'
import { NotHere } from './inbox/not-here.tsx'
import { ViewsScreen } from './inbox/views-screen.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotHere })

const token = (search: Record<string, unknown>) => ({
  token: typeof search.token === 'string' ? search.token : '',
})
/** Only within the console: a link must not lead from the sign-in to somebody else's page. */
const ownAddress = /^\/(?![/\\])/
const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: (search: Record<string, unknown>) => ({
    to: typeof search.to === 'string' && ownAddress.test(search.to) ? search.to : undefined,
  }),
  component: lazyRouteComponent(() => import('./session/login.tsx'), 'Login'),
})
const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  validateSearch: token,
  component: lazyRouteComponent(() => import('./session/welcome.tsx'), 'Welcome'),
})
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  validateSearch: token,
  component: lazyRouteComponent(() => import('./session/invitation.tsx'), 'Invitation'),
})
const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  validateSearch: token,
  component: lazyRouteComponent(() => import('./session/reset.tsx'), 'Reset'),
})

const desk = createRoute({ getParentRoute: () => root, id: 'desk', component: DeskFrame })
const home = createRoute({
  getParentRoute: () => desk,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox/$view', params: { view: 'mine' }, search: {} })
  },
})
const views = createRoute({ getParentRoute: () => desk, path: '/inbox', component: ViewsScreen })
const inbox = createRoute({
  getParentRoute: () => desk,
  path: '/inbox/$view',
  validateSearch: readFilters,
  component: Inbox,
})
const thread = createRoute({ getParentRoute: () => inbox, path: '$id', component: () => null })
const search = createRoute({
  getParentRoute: () => desk,
  path: '/search',
  validateSearch: (query: Record<string, unknown>) => ({ q: typeof query.q === 'string' ? query.q : '' }),
  component: lazyRouteComponent(() => import('./search/search.tsx'), 'Search'),
})
const tasks = createRoute({
  getParentRoute: () => desk,
  path: '/tasks',
  component: lazyRouteComponent(() => import('./tasks/tasks-page.tsx'), 'TasksPage'),
})
const articleGaps = createRoute({
  getParentRoute: () => desk,
  path: '/article-gaps',
  component: lazyRouteComponent(() => import('./article-gaps/gaps-page.tsx'), 'GapsPage'),
})
const articleReports = createRoute({
  getParentRoute: () => desk,
  path: '/articles/reports',
  component: lazyRouteComponent(() => import('./articles/reports/reports-screen.tsx'), 'ReportsScreen'),
})
const settings = createRoute({
  getParentRoute: () => desk,
  path: '/settings/$section',
  component: lazyRouteComponent(() => import('./settings/settings.tsx'), 'Settings'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    welcome,
    invitation,
    reset,
    desk.addChildren([
      home,
      views,
      inbox.addChildren([thread]),
      search,
      tasks,
      articleGaps,
      articleReports,
      settings,
    ]),
  ]),
  basepath: '/',
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
