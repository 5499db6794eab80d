// Every page of the site: its address, who may see it, and what shows it.
import type { SiteReader } from '../modules/customers/index.ts'
import { notFound } from '../platform/errors.ts'
import type { Page } from '../platform/pages.ts'
import { openArticle } from './help/open-article.ts'
import { helpPages } from './help/pages.ts'
import { showConfirmation } from './requests/confirmation.ts'
import {
  askLink,
  enter,
  openLink,
  showLink,
  showLinkSent,
  signOut,
  takesTokensFrom,
} from './requests/enter.ts'
import { showList } from './requests/list.ts'
import { makeRequest, showNewRequest } from './requests/new-request.ts'
import { fetchFile, markSolved, reply } from './requests/reply.ts'
import { showRequest } from './requests/request.ts'
import { showStyle } from './style.ts'
import { askUnsubscribe, unsubscribe } from './unsubscribe.ts'

const nowhere: Page['run'] = async () => {
  throw notFound()
}

const seen = { method: 'GET', allow: 'public' } as const
const sent = { method: 'POST', allow: 'public' } as const
const own = { method: 'GET', allow: 'customer' } as const
const ownSent = { method: 'POST', allow: 'customer', perMinute: 30 } as const

export const pages: readonly Page<SiteReader>[] = [
  ...helpPages,
  { ...seen, path: '/site/style.css', kept: { by: [], for: 'everybody' }, run: showStyle },
  { ...own, path: '/requests', run: showList },
  { ...seen, path: '/requests/new', run: showNewRequest },
  { ...sent, path: '/requests/new', perMinute: 10, upload: true, run: makeRequest },
  { ...seen, path: '/requests/made', run: showConfirmation },
  { ...sent, path: '/requests/enter', perMinute: 60, takesFrom: takesTokensFrom, run: enter },
  { ...seen, path: '/requests/link', run: showLinkSent },
  { ...sent, path: '/requests/link', perMinute: 20, run: askLink },
  { ...seen, path: '/requests/open', perMinute: 30, run: showLink },
  { ...sent, path: '/requests/open', perMinute: 30, run: openLink },
  { ...sent, path: '/requests/sign-out', run: signOut },
  { ...own, path: '/requests/{number}', run: showRequest },
  { ...ownSent, path: '/requests/{number}', upload: true, run: reply },
  { ...ownSent, path: '/requests/{number}/solve', run: markSolved },
  { ...own, path: '/requests/{number}/files/{file}', perMinute: 600, run: fetchFile },
  { ...seen, path: '/unsubscribe', knowsNobody: true, perMinute: 600, run: askUnsubscribe },
  { ...sent, path: '/unsubscribe', knowsNobody: true, perMinute: 600, run: unsubscribe },
  { ...seen, path: '/help/{locale}/open/{search}/{slug}', run: openArticle },
  { ...seen, path: '/help/*', run: nowhere },
  { ...seen, path: '/requests/*', run: nowhere },
]
