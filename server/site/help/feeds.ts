// Feeds of what is announced and written, for programs that look again and again.
import type { Listed } from '../../modules/knowledge/index.ts'
import type { Shown } from '../../platform/pages.ts'
import { html } from '../html.ts'
import type { SiteVisit } from '../layout.ts'
import type { Words } from '../words.ts'
import { articleUrl, helpUrl, withQuery } from './addresses.ts'
import { chosenNews } from './news.ts'
import { opened } from './opened.ts'

const mostEntries = 50

export interface Feed {
  title: string
  url: string
}

export const newsFeed = ({ locale, h }: Words): Feed => ({
  title: h('announcements'),
  url: helpUrl(locale, 'announcements.xml'),
})

export const topicFeed = ({ locale, h }: Words, topic: { slug: string; name: string }): Feed => ({
  title: h('feed_title', { topic: topic.name }),
  url: withQuery(helpUrl(locale, 'announcements.xml'), { topic: topic.slug }),
})

export const blogFeed = ({ locale, h }: Words): Feed => ({
  title: h('blog'),
  url: helpUrl(locale, 'blog.xml'),
})

export const allFeeds = (words: Words): Feed[] => [newsFeed(words), blogFeed(words)]

export const showAnnouncementFeed = (visit: SiteVisit): Promise<Shown> => feedOf(visit, 'announcement')
export const showBlogFeed = (visit: SiteVisit): Promise<Shown> => feedOf(visit, 'blog')

async function feedOf(visit: SiteVisit, kind: 'announcement' | 'blog'): Promise<Shown> {
  const help = await opened(visit)
  const { ctx, words, settings } = help
  const { topic, articles } = await chosenNews(help, kind)
  const feed = kind === 'blog' ? blogFeed(words) : topic ? topicFeed(words, topic) : newsFeed(words)
  const entries = articles.slice(0, mostEntries)
  const { publicUrl } = ctx
  const self = publicUrl + (topic ? withQuery(feed.url.split('?')[0]!, { topic: topic.slug }) : feed.url)
  const changed = entries[0]?.publishedAt ?? new Date(0)
  const text = html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${visit.locale}">
<title>${inXml(`${feed.title} · ${settings.name}`)}</title>
<id>${self}</id>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" href="${publicUrl}${helpUrl(visit.locale, kind === 'blog' ? 'blog' : 'announcements')}"/>
<updated>${changed.toISOString()}</updated>
<author><name>${inXml(settings.name)}</name></author>
${entries.map(
  entry => html`<entry>
<title>${inXml(entry.title)}</title>
<id>urn:uuid:${entry.id}</id>
<link rel="alternate" type="text/html" href="${publicUrl}${articleUrl(visit.locale, entry.slug)}"/>
<updated>${entry.publishedAt.toISOString()}</updated>
<summary>${inXml(summaryOf(words, entry))}</summary>
${entry.announces && html`<category term="${entry.announces.type}" label="${words.h(`type_${entry.announces.type}`)}"/>`}
</entry>
`,
)}</feed>
`.text
  return { text, type: 'application/atom+xml; charset=utf-8' }
}

/** An announcement says its time first. */
function summaryOf({ locale, timeZone }: Words, { announces, summary }: Listed): string {
  if (!announces) return summary
  const clock = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'long', timeZone })
  const { startsAt, endsAt } = announces
  return (
    [startsAt, endsAt].flatMap(at => (at ? [clock.format(at)] : [])).join(' – ') + (summary && `. ${summary}`)
  )
}

/** XML has no place for most control characters, however they are written. */
export const inXml = (text: string): string =>
  text.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]/gu, sign => (/\s/.test(sign) ? ' ' : ''))
