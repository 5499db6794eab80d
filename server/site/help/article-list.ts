// Lists of articles: a title to follow, and a line on what is there.
import type { Listed } from '../../modules/knowledge/index.ts'
import { type Html, html } from '../html.ts'
import { languageOf } from '../layout.ts'
import { time, type Words } from '../words.ts'
import { articleUrl } from './addresses.ts'

/** A list of links with their summaries. */
export const articleList = (words: Words, articles: readonly Listed[]): Html =>
  html`<ul class="list">${articles.map(
    article => html`<li><a href="${articleUrl(words.locale, article.slug)}" ${foreign(words, article.locale)}>
<span class="subject">${article.title}</span>${article.summary && html`<span class="meta">${article.summary}</span>`}</a></li>
`,
  )}</ul>`

/** Titles alone. */
export const articleLinks = (words: Words, articles: readonly Listed[]): Html =>
  html`<ul class="links">${articles.map(
    ({ slug, title, locale }) =>
      html`<li><a href="${articleUrl(words.locale, slug)}" ${foreign(words, locale)}>${title}</a></li>
`,
  )}</ul>`

/** Announcements with their kind and their time. */
export const announcementList = (words: Words, announcements: readonly Listed[], now: Date): Html =>
  html`<ul class="list">${announcements.map(
    article => html`<li><a href="${articleUrl(words.locale, article.slug)}" ${foreign(words, article.locale)}>
<span class="subject">${article.title}</span>
<span class="states">${announcementPills(words, article, now)}</span>
<span class="meta">${announcementTime(words, article)}</span>
${article.summary && html`<span class="meta">${article.summary}</span>`}</a></li>
`,
  )}</ul>`

export function announcementPills(
  { h }: Words,
  { announces }: Pick<Listed, 'announces'>,
  now: Date,
): Html | false {
  if (!announces) return false
  const { type, startsAt, endsAt, pinned } = announces
  const over = endsAt !== null && endsAt <= now
  const state = over ? 'over' : startsAt > now ? 'coming' : 'current'
  return html`${pinned && !over && html`<span class="pill new">${h('pinned')}</span> `}<span class="pill">${h(`type_${type}`)}</span> <span class="pill ${state === 'current' && 'wait'}">${h(`state_${state}`)}</span>`
}

export function announcementTime(words: Words, { announces }: Pick<Listed, 'announces'>): Html | false {
  if (!announces) return false
  const { startsAt, endsAt } = announces
  if (!endsAt) return html`${words.h('since')} ${time(words, startsAt)}`
  return html`${time(words, startsAt)} – ${time(words, endsAt)}`
}

/** Attributes of what is written in another language than the page. */
export const foreign = (words: Words, locale: string): Html | false =>
  locale !== words.locale && languageOf(locale)
