// A topic: the topics below it, its articles, and what is announced about it.
import { helpfulKinds, publishedArticles } from '../../modules/knowledge/index.ts'
import { notFound } from '../../platform/errors.ts'
import type { Shown } from '../../platform/pages.ts'
import { html } from '../html.ts'
import type { SiteVisit } from '../layout.ts'
import { topicAt } from './addresses.ts'
import { announcementList, articleList } from './article-list.ts'
import { topicFeed } from './feeds.ts'
import { type Crumb, helpPage } from './help-page.ts'
import { opened } from './opened.ts'
import { topicSection } from './start.ts'
import { allUnder, type TopicNode, topicTree, upFrom } from './topic-tree.ts'
import { waysOn } from './ways-on.ts'

const mostShown = 300

export async function showTopic(visit: SiteVisit): Promise<Shown> {
  const help = await opened(visit)
  const { ctx, words, settings } = help
  const topic = (await topicTree(help)).bySlug(visit.params.slug ?? '')
  if (!topic) throw notFound()
  const { h, locale } = words
  const below = topic.children.filter(({ count }) => count > 0)
  const [articles, announced] = await Promise.all([
    publishedArticles(ctx, locale, { topicIds: [topic.id], kinds: helpfulKinds, limit: mostShown }),
    publishedArticles(ctx, locale, {
      topicIds: allUnder(topic).map(({ id }) => id),
      kinds: ['announcement'],
      current: true,
      limit: 10,
    }),
  ])
  // What is being prepared is nobody's to read, not even its name.
  if (topic.count === 0 && announced.length === 0) throw notFound()
  const feed = topicFeed(words, topic)
  const body = html`${topic.description && html`<p class="summary soft">${topic.description}</p>`}
${announced.length > 0 && announcementList(words, announced, ctx.now)}
${topicSection(words, below)}
${articles.length > 0 && articleList(words, articles)}
${articles.length === 0 && below.length === 0 && html`<p class="card">${h('topic_empty')}</p>`}
<p class="small"><a href="${feed.url}">${h('feed_topic')}</a></p>
${await waysOn(help, nearestContact(topic))}`
  return helpPage(help, {
    at: topicAt(topic.slug),
    title: topic.name,
    description: topic.description || h('topic_description', { topic: topic.name, desk: settings.name }),
    body,
    crumbs: crumbsAbove(topic),
    feeds: [feed],
  })
}

/** The topics above one, from the top. */
export const crumbsAbove = ({ parent }: TopicNode): Crumb[] => crumbsTo(parent)

/** The topic with those above it, from the top. */
export const crumbsTo = (topic: TopicNode | undefined): Crumb[] =>
  [...upFrom(topic)].reverse().map(({ name, slug }) => ({ name, at: topicAt(slug) }))

/** What conversations about it are filed under, by the nearest topic that says so. */
export function nearestContact(topic: TopicNode | undefined): TopicNode['contactTopic'] {
  for (const { contactTopic } of upFrom(topic)) if (contactTopic) return contactTopic
  return null
}
