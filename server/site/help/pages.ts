// Every page of the help centre. What strangers see of them is kept in memory, but for what each of them asks for themselves.
import type { SiteReader } from '../../modules/customers/index.ts'
import type { Page } from '../../platform/pages.ts'
import { showAnnouncements, showBlog } from './announcements.ts'
import { leadToArticle, showArticle } from './article.ts'
import { showFeedback, vote } from './feedback.ts'
import { showAnnouncementFeed, showBlogFeed } from './feeds.ts'
import { showFees } from './fees.ts'
import { showFile } from './files.ts'
import { showGetHelp } from './get-help.ts'
import { showOpenSearch, showRobots, showSitemap } from './machines.ts'
import { showSearch } from './search.ts'
import { showStart } from './start.ts'
import { showTopic } from './topic.ts'

const asked = { method: 'GET', allow: 'public' } as const
const seen = { ...asked, kept: { by: [], for: 'strangers' } } as const
const news = { ...asked, kept: { by: ['topic', 'type'], for: 'strangers' } } as const
const feed = { ...asked, kept: { by: ['topic'], for: 'everybody' } } as const
const machine = { ...asked, kept: { by: [], for: 'everybody' } } as const

export const helpPages: readonly Page<SiteReader>[] = [
  { ...seen, path: '/help', run: showStart },
  { ...seen, path: '/help/{locale}', run: showStart },
  { ...seen, path: '/help/{locale}/articles/{slug}', run: showArticle },
  { ...asked, path: '/help/articles/{slug}', run: leadToArticle },
  { ...asked, path: '/help/{locale}/articles/{slug}/feedback', run: showFeedback },
  {
    method: 'POST',
    allow: 'public',
    path: '/help/{locale}/articles/{slug}/feedback',
    perMinute: 20,
    run: vote,
  },
  { ...seen, path: '/help/{locale}/topics/{slug}', run: showTopic },
  { ...asked, path: '/help/{locale}/search', perMinute: 60, run: showSearch },
  { ...news, path: '/help/{locale}/announcements', run: showAnnouncements },
  { ...feed, path: '/help/{locale}/announcements.xml', run: showAnnouncementFeed },
  { ...news, path: '/help/{locale}/blog', run: showBlog },
  { ...feed, path: '/help/{locale}/blog.xml', run: showBlogFeed },
  { ...seen, path: '/help/{locale}/fees', run: showFees },
  { ...seen, path: '/help/{locale}/get-help', run: showGetHelp },
  { ...asked, path: '/help/files/{id}/{name}', perMinute: 600, run: showFile },
  { ...machine, path: '/help/sitemap.xml', run: showSitemap },
  { ...machine, path: '/help/opensearch.xml', run: showOpenSearch },
  { ...machine, path: '/robots.txt', run: showRobots },
]
