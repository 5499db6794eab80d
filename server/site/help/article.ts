// An article: what it says, who stands for it, whether it helped, and the way on when it did not.
import {
  countView,
  type PublishedArticle,
  publishedArticle,
  type RenderedArticle,
} from '../../modules/knowledge/index.ts'
import { notFound } from '../../platform/errors.ts'
import type { Shown } from '../../platform/pages.ts'
import { type Html, html, raw } from '../html.ts'
import { languageOf, type SiteVisit } from '../layout.ts'
import { day, type Words } from '../words.ts'
import { articleAt, articleUrl } from './addresses.ts'
import { articleBody } from './article-body.ts'
import { announcementPills, announcementTime, articleLinks } from './article-list.ts'
import { type Crumb, type HelpVisit, helpPage } from './help-page.ts'
import { opened, slugIn } from './opened.ts'
import { articleThing, questionsThing } from './structured-data.ts'
import { crumbsTo, nearestContact } from './topic.ts'
import { topicTree } from './topic-tree.ts'
import { waysOn } from './ways-on.ts'

const fewestHeadings = 3
const robots = /bot|crawl|spider|slurp|preview|monitor/i

/** Leads on from a former slug for good. @throws AppError not_found */
export async function showArticle(visit: SiteVisit): Promise<Shown> {
  const help = await opened(visit)
  const { ctx, words, settings } = help
  const article = await publishedArticle(ctx, slugIn(visit), words.locale)
  if (!article) throw notFound()
  if ('movedTo' in article) return { to: articleUrl(words.locale, article.movedTo), permanent: true }
  const [rendered, { byId }] = await Promise.all([
    articleBody(ctx, words, settings, article),
    topicTree(help),
  ])
  const topic = byId.get(article.topicId ?? '')
  const { title, summary, body: _ } = article.content
  return helpPage(help, {
    at: articleAt(article.slug),
    title,
    titleLocale: article.locale,
    description: summary || title,
    body: await bodyOf(help, article, rendered, nearestContact(topic)),
    kind: 'article',
    crumbs: sectionOf(words, article) ?? crumbsTo(topic),
    locales: article.locales,
    data: thingsOf(help, article, rendered),
    seen: userAgent => {
      if (!robots.test(userAgent)) countView(visit.desk, article.id, article.locale)
    },
  })
}

async function bodyOf(
  help: HelpVisit & { ctx: { now: Date } },
  article: PublishedArticle,
  { html: body, headings }: RenderedArticle,
  contact: Parameters<typeof waysOn>[1],
): Promise<Html> {
  const { words, ctx } = help
  const { h } = words
  const inOther = article.locale !== words.locale
  const own = inOther && languageOf(article.locale)
  return html`${article.content.summary && html`<p class="summary soft" ${own}>${article.content.summary}</p>`}
${factsOf(help, article)}
${article.announces && html`<p class="facts">${announcementPills(words, article, ctx.now)} <span>${announcementTime(words, article)}</span></p>`}
${inOther && html`<p class="notice wait">${h('other_language')}</p>`}
${headings.length >= fewestHeadings && contents(words, headings, own)}
<div class="prose" ${own}>
${raw(body)}
</div>
${helpfulForm(words, article.slug)}
${
  article.related.length > 0 &&
  html`<section aria-labelledby="related"><h2 id="related">${h('related')}</h2>
${articleLinks(words, article.related)}</section>`
}
${await waysOn(help, contact)}`
}

/** Who stands for it, and of when it is. */
function factsOf({ words, settings }: HelpVisit, article: PublishedArticle): Html {
  const { h } = words
  const { publishedAt, reviewedAt, level, kind } = article
  const isNews = kind === 'announcement' || kind === 'blog'
  return html`<p class="facts"><span class="pill good">${raw('<span aria-hidden="true">✓</span>')} ${h(isNews ? 'official_news' : 'official', { desk: settings.name })}</span>
<span>${h('updated')} ${day(words, publishedAt)}</span>
${reviewedAt && reviewedAt > publishedAt && html`<span>${h('reviewed')} ${day(words, reviewedAt)}</span>`}
${!isNews && html`<span>${h(`level_${level}`)}</span>`}</p>`
}

const contents = ({ h }: Words, headings: RenderedArticle['headings'], own: Html | false): Html =>
  html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">${h('contents')}</h2>
<ol ${own}>${headings.map(
    ({ id, level, text }) =>
      html`<li ${level > 2 && raw('class="deeper"')}><a href="#${encodeURIComponent(id)}">${text}</a></li>
`,
  )}</ol></nav>`

const helpfulForm = ({ locale, h }: Words, slug: string): Html =>
  html`<form class="helpful" method="post" action="${articleUrl(locale, slug)}/feedback" aria-labelledby="helpful">
<h2 id="helpful">${h('helpful')}</h2>
<p class="actions"><button class="quiet" name="helpful" value="yes">${h('helpful_yes')}</button>
<button class="quiet" name="helpful" value="no">${h('helpful_no')}</button></p>
</form>`

/** News hang below their list, not below a topic. */
function sectionOf({ h }: Words, { kind }: PublishedArticle): Crumb[] | undefined {
  if (kind === 'announcement') return [{ name: h('announcements'), at: 'announcements' }]
  return kind === 'blog' ? [{ name: h('blog'), at: 'blog' }] : undefined
}

function thingsOf({ visit, settings }: HelpVisit, article: PublishedArticle, rendered: RenderedArticle) {
  const { title, summary } = article.content
  const questions = questionsThing(title, article.kind === 'faq', rendered)
  const facts = articleThing({
    publicUrl: visit.desk.publicUrl,
    desk: settings.name,
    url: articleUrl(article.locale, article.slug),
    locale: article.locale,
    title,
    summary,
    published: article.firstPublishedAt,
    changed: article.publishedAt,
    news: article.kind === 'announcement' || article.kind === 'blog',
  })
  return questions ? [facts, questions] : [facts]
}

/** An address without a language leads to the reader's own. */
export const leadToArticle = async (visit: SiteVisit): Promise<Shown> => ({
  to: articleUrl(visit.locale, slugIn(visit)),
})
