// The start of the help centre: search, topics, what is read most, what is going on, and the ways in which the desk can be reached.
import type { ResponseTime } from '../../../contract/predictions.ts'
import { popularArticles, publishedArticles } from '../../modules/knowledge/index.ts'
import { responseTimes } from '../../modules/sla/index.ts'
import type { Shown } from '../../platform/pages.ts'
import { type Html, html } from '../html.ts'
import type { SiteVisit } from '../layout.ts'
import { durationText, shareText, type Words } from '../words.ts'
import { helpUrl, topicUrl } from './addresses.ts'
import { announcementList, articleLinks } from './article-list.ts'
import { allFeeds } from './feeds.ts'
import { type HelpVisit, helpPage, searchForm } from './help-page.ts'
import { opened } from './opened.ts'
import { type TopicNode, topicTree } from './topic-tree.ts'
import { formUrl, waysOf } from './ways-on.ts'

const mostPopular = 8
const mostAnnounced = 4

export async function showStart(visit: SiteVisit): Promise<Shown> {
  const help = await opened(visit)
  const { ctx, words, settings } = help
  const { t, h, locale } = words
  const [{ roots }, popular, announced] = await Promise.all([
    topicTree(help),
    popularArticles(ctx, locale, mostPopular),
    publishedArticles(ctx, locale, { kinds: ['announcement'], current: true }),
  ])
  const pinnedFirst = announced.toSorted(
    (one, other) => Number(other.announces?.pinned) - Number(one.announces?.pinned),
  )
  const topics = roots.filter(({ count }) => count > 0)
  const body = html`${searchForm(words, '', true)}
${
  announced.length > 0 &&
  html`<section aria-labelledby="news"><h2 id="news">${h('announcements')}</h2>
${announcementList(words, pinnedFirst.slice(0, mostAnnounced), ctx.now)}
<p class="small"><a href="${helpUrl(locale, 'announcements')}">${h('announcements_all')}</a></p></section>`
}
${topicSection(words, topics)}
${
  popular.length > 0 &&
  html`<section aria-labelledby="popular"><h2 id="popular">${h('popular')}</h2>
${articleLinks(words, popular)}</section>`
}
<section aria-labelledby="reach"><h2 id="reach">${h('reach_us')}</h2>
<p class="soft">${t('home_text')} <a href="${helpUrl(locale, 'get-help')}">${h('ways_guide')}</a></p>
${await waysIn(help)}</section>`
  return helpPage(help, {
    at: '',
    title: t('home_title'),
    description: h('start_description', { desk: settings.name }),
    body,
    kind: 'start',
    crumbs: null,
    feeds: allFeeds(words),
  })
}

/** Topics with what is under them; nothing where there are none. */
export const topicSection = (words: Words, topics: readonly TopicNode[]): Html | false =>
  topics.length > 0 &&
  html`<section aria-labelledby="topics"><h2 id="topics">${words.h('topics')}</h2>
${topicCards(words, topics)}</section>`

const topicCards = ({ locale, h }: Words, topics: readonly TopicNode[]): Html =>
  html`<ul class="cards">${topics.map(
    ({ slug, name, description, count, children }) => html`<li class="card topic">
<h3><a href="${topicUrl(locale, slug)}">${name}</a></h3>
${description && html`<p class="soft small">${description}</p>`}
${subTopics(
  locale,
  children.filter(child => child.count > 0),
)}
<p class="soft small">${h('articles_count', { count })}</p></li>
`,
  )}</ul>`

const subTopics = (locale: string, topics: readonly TopicNode[]): Html | false =>
  topics.length > 0 &&
  html`<ul class="links small">${topics.map(({ slug, name }) => html`<li><a href="${topicUrl(locale, slug)}">${name}</a></li>`)}</ul>`

async function waysIn(help: HelpVisit & { ctx: Parameters<typeof responseTimes>[0] }): Promise<Html> {
  const { ctx, words, settings } = help
  const { t, locale } = words
  const { chat, form, addresses } = await waysOf(help)
  const { times } = await responseTimes(ctx)
  const usual = (channel: ResponseTime['channel']) =>
    usualTimes(
      words,
      times.find(one => one.channel === channel && one.topic === null && one.kind === 'firstReply'),
    )
  return html`<div class="cards">
${
  form &&
  html`<section class="card"><h3>${t('new_request')}</h3><p>${t('home_new')}</p>
${usual('form')}
<p class="actions"><a class="button" href="${formUrl(locale)}">${t('new_request')}</a></p></section>`
}
<section class="card"><h3>${t('requests')}</h3><p>${t('home_requests')}</p>
<p class="actions"><a class="button quiet" href="/requests?lang=${locale}">${t('requests')}</a></p></section>
${
  chat &&
  html`<section class="card"><h3>${t('home_chat')}</h3><p>${t('home_chat_text', { desk: settings.name })}</p>
${usual('chat')}</section>`
}
${
  addresses.length > 0 &&
  html`<section class="card"><h3>${t('home_email')}</h3><p>${t('home_email_text')}</p>
<ul>${addresses.map(address => html`<li><a href="mailto:${address}">${address}</a></li>`)}</ul>
${usual('email')}</section>`
}
</div>`
}

/** How long answers take on a way, and how often that was true; nothing where too little is known. */
function usualTimes(words: Words, found: ResponseTime | undefined): Html | false {
  if (!found?.range) return false
  const { range, accuracy } = found
  const kept = accuracy.days30.belowHigh
  const said = { low: durationText(words, range.low), high: durationText(words, range.high) }
  return html`<p class="soft small">${words.t('home_times', said)} ${kept !== null && words.t('home_times_kept', { share: shareText(words, kept) })}</p>`
}
