// What programs read of the help centre: where everything is, what they may look at, and how to search from a browser.
import { publishedAddresses } from '../../modules/knowledge/index.ts'
import type { Shown } from '../../platform/pages.ts'
import { html } from '../html.ts'
import type { SiteVisit } from '../layout.ts'
import { articleUrl, helpUrl, topicUrl } from './addresses.ts'
import { inXml } from './feeds.ts'
import { opened } from './opened.ts'
import { topicTree } from './topic-tree.ts'

/** So many addresses a sitemap may have. */
const mostAddresses = 50_000

export async function showSitemap(visit: SiteVisit): Promise<Shown> {
  const help = await opened(visit)
  const { locales, desk } = visit
  const tree = await topicTree(help)
  const articles = await publishedAddresses(help.ctx, Math.floor(mostAddresses / locales.length))
  const everywhere = (at: (locale: string) => string) =>
    locales.map(locale => ({ url: at(locale), changed: undefined }))
  const pages = [
    ...['', 'announcements', 'blog', 'fees', 'get-help'].map(at => everywhere(locale => helpUrl(locale, at))),
    ...[...tree.byId.values()]
      .filter(({ count }) => count > 0)
      .map(({ slug }) => everywhere(locale => topicUrl(locale, slug))),
    ...articles.map(({ slug, changed }) =>
      locales.flatMap(locale =>
        changed[locale] ? [{ url: articleUrl(locale, slug), changed: changed[locale] }] : [],
      ),
    ),
  ]
  const urls = pages
    .flat()
    .slice(0, mostAddresses)
    .map(
      ({ url, changed }) =>
        html`<url><loc>${desk.publicUrl}${url}</loc>${changed && html`<lastmod>${changed.toISOString()}</lastmod>`}</url>
`,
    )
  const text = html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls}</urlset>
`.text
  return { text, type: 'application/xml; charset=utf-8' }
}

const closed = [
  '/api/',
  '/requests',
  '/unsubscribe',
  '/files/',
  '/help/*/search',
  '/help/*/open/',
  '/help/*/articles/*/feedback',
]

export async function showRobots({ desk }: SiteVisit): Promise<Shown> {
  const lines = ['User-agent: *', ...closed.map(path => `Disallow: ${path}`), 'Allow: /help']
  return {
    text: `${lines.join('\n')}\n\nSitemap: ${desk.publicUrl}/help/sitemap.xml\n`,
    type: 'text/plain; charset=utf-8',
  }
}

export async function showOpenSearch(visit: SiteVisit): Promise<Shown> {
  const { settings, words } = await opened(visit)
  const { publicUrl } = visit.desk
  const address = `${publicUrl}${helpUrl(visit.locale, 'search')}?q={searchTerms}`
  const text = html`<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${inXml(settings.name).slice(0, 16)}</ShortName>
<Description>${inXml(words.h('start_description', { desk: settings.name }))}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Url type="text/html" template="${address}"/>
</OpenSearchDescription>
`.text
  return { text, type: 'application/opensearchdescription+xml; charset=utf-8' }
}
