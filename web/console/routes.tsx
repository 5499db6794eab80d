// Every screen of the console and its address, on one page.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import { readArticleFilters } from './articles/filters.ts'
import { readFilters } from './conversations/filters.ts'
import { Broken } from './inbox/broken.tsx'
import { DeskFrame } from './inbox/desk-frame.tsx'
import { Home } from './inbox/home.tsx'
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
const home = createRoute({ getParentRoute: () => desk, path: '/', component: Home })
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
const help = createRoute({
  getParentRoute: () => desk,
  id: 'help',
  component: lazyRouteComponent(() => import('./articles/help-frame.tsx'), 'HelpFrame'),
})
const articles = createRoute({
  getParentRoute: () => help,
  path: '/articles',
  validateSearch: readArticleFilters,
  component: lazyRouteComponent(() => import('./articles/articles-page.tsx'), 'ArticlesPage'),
})
const article = createRoute({
  getParentRoute: () => help,
  path: '/articles/$id',
  validateSearch: (search: Record<string, unknown>): { locale?: string } =>
    typeof search.locale === 'string' ? { locale: search.locale } : {},
  component: lazyRouteComponent(() => import('./articles/article-page.tsx'), 'ArticlePage'),
})
const articleTopics = createRoute({
  getParentRoute: () => help,
  path: '/articles/topics',
  component: lazyRouteComponent(() => import('./article-topics/topics-page.tsx'), 'TopicsPage'),
})
const fees = createRoute({
  getParentRoute: () => help,
  path: '/articles/fees',
  component: lazyRouteComponent(() => import('./fees/fees-page.tsx'), 'FeesPage'),
})
const concepts = createRoute({
  getParentRoute: () => help,
  path: '/articles/concepts',
  component: lazyRouteComponent(() => import('./concepts/concepts-page.tsx'), 'ConceptsPage'),
})
const articleGaps = createRoute({
  getParentRoute: () => help,
  path: '/articles/gaps',
  component: lazyRouteComponent(() => import('./article-gaps/gaps-page.tsx'), 'GapsPage'),
})
const articleReports = createRoute({
  getParentRoute: () => help,
  path: '/articles/reports',
  component: lazyRouteComponent(() => import('./articles/reports/reports.tsx'), 'Reports'),
})
const articleImports = createRoute({
  getParentRoute: () => help,
  path: '/articles/files',
  component: lazyRouteComponent(() => import('./article-imports/imports-page.tsx'), 'ImportsPage'),
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
      help.addChildren([
        articles,
        article,
        articleTopics,
        fees,
        concepts,
        articleGaps,
        articleReports,
        articleImports,
      ]),
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
