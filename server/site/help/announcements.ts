// What is announced, by topic and type: what holds now or is to come, then what is over.
import { type AnnouncementType, announcementTypes } from '../../../contract/articles.ts'
import type { Listed } from '../../modules/knowledge/index.ts'
import { notFound } from '../../platform/errors.ts'
import type { Shown } from '../../platform/pages.ts'
import { type Html, html, raw } from '../html.ts'
import type { SiteVisit } from '../layout.ts'
import { day, type Words } from '../words.ts'
import { articleUrl, helpUrl, withQuery } from './addresses.ts'
import { announcementList, foreign } from './article-list.ts'
import { blogFeed, newsFeed, topicFeed } from './feeds.ts'
import { helpPage } from './help-page.ts'
import { chosenNews } from './news.ts'
import { opened } from './opened.ts'
import type { TopicNode } from './topic-tree.ts'

const isType = (text: string | undefined): text is AnnouncementType =>
  (announcementTypes as readonly string[]).includes(text ?? '')

export async function showAnnouncements(visit: SiteVisit): Promise<Shown> {
  const help = await opened(visit)
  const { ctx, words, settings } = help
  const { h, locale } = words
  const { type } = visit.query
  if (type !== undefined && !isType(type)) throw notFound()
  const { topic, articles } = await chosenNews(help, 'announcement')
  const fitting = articles.filter(
    ({ announces }) => announces && (type === undefined || announces.type === type),
  )
  const isOver = ({ announces }: Listed) => announces?.endsAt != null && announces.endsAt <= ctx.now
  const current = fitting.filter(one => !isOver(one))
  const pinnedFirst = current.toSorted(
    (one, other) => Number(other.announces?.pinned) - Number(one.announces?.pinned),
  )
  const over = fitting.filter(isOver)
  const feed = topic ? topicFeed(words, topic) : newsFeed(words)
  const body = html`${typesOf(words, articles, type, topic)}
${topic && html`<p>${h('about_topic', { topic: topic.name })} <a href="${helpUrl(locale, 'announcements')}">${h('announcements_all')}</a></p>`}
${current.length > 0 ? announcementList(words, pinnedFirst, ctx.now) : html`<p class="card">${h('announcements_none')}</p>`}
${over.length > 0 && html`<section aria-labelledby="over"><h2 id="over">${h('announcements_over')}</h2>${announcementList(words, over, ctx.now)}</section>`}
<p class="small"><a href="${feed.url}">${h('feed')}</a> · <a href="${helpUrl(locale, 'blog')}">${h('blog')}</a></p>`
  return helpPage(help, {
    at: 'announcements',
    title: h('announcements'),
    description: h('announcements_description', { desk: settings.name }),
    body,
    query: { topic: topic?.slug, type },
    feeds: [feed],
  })
}

export async function showBlog(visit: SiteVisit): Promise<Shown> {
  const help = await opened(visit)
  const { words, settings } = help
  const { h, locale } = words
  const { topic, articles } = await chosenNews(help, 'blog')
  const feed = blogFeed(words)
  const body = html`${
    articles.length > 0
      ? html`<ul class="list">${articles.map(
          post => html`<li><a href="${articleUrl(locale, post.slug)}" ${foreign(words, post.locale)}>
<span class="subject">${post.title}</span><span class="meta">${day(words, post.publishedAt)}</span>
${post.summary && html`<span class="meta">${post.summary}</span>`}</a></li>
`,
        )}</ul>`
      : html`<p class="card">${h('blog_none')}</p>`
  }
<p class="small"><a href="${feed.url}">${h('feed')}</a></p>`
  return helpPage(help, {
    at: 'blog',
    title: h('blog'),
    description: h('blog_description', { desk: settings.name }),
    body,
    query: { topic: topic?.slug },
    feeds: [feed],
  })
}

/** Links to the types that there are any of; nothing where there is no choice. */
function typesOf(
  { locale, h }: Words,
  articles: readonly Listed[],
  chosen: string | undefined,
  topic: TopicNode | undefined,
): Html | false {
  const there = announcementTypes.filter(type => articles.some(({ announces }) => announces?.type === type))
  if (there.length < 2 && chosen === undefined) return false
  const to = (type?: string) => withQuery(helpUrl(locale, 'announcements'), { topic: topic?.slug, type })
  return html`<nav aria-label="${h('announcement_types')}"><ul class="choices">
<li><a href="${to()}" ${chosen === undefined && raw('aria-current="true"')}>${h('facet_all')}</a></li>
${there.map(type => html`<li><a href="${to(type)}" ${type === chosen && raw('aria-current="true"')}>${h(`type_${type}`)}</a></li>`)}
</ul></nav>`
}
