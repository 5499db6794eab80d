// What all pages of the help centre share: the way back, the field to search with, and what search engines read.
import type { DeskSettings } from '../../../contract/desk.ts'
import type { Shown } from '../../platform/pages.ts'
import { type Html, html, type Piece, raw } from '../html.ts'
import { page, type SiteVisit } from '../layout.ts'
import type { Words } from '../words.ts'
import { helpUrl, withQuery } from './addresses.ts'
import { breadcrumbs, type Thing } from './structured-data.ts'

export interface Crumb {
  name: string
  /** Behind the language; empty for the start. */
  at: string
}

export interface HelpContent {
  /** Behind the language. */
  at: string
  title: string
  titleLocale?: string
  description: string
  body: Html
  kind?: string
  /** From the start to the page above this one; the start alone when left out, and `null` for the start itself. */
  crumbs?: readonly Crumb[] | null
  /** Languages that it is written in; all of the desk's when left out. */
  locales?: readonly string[]
  /** Parts of the query that make a page of its own. */
  query?: Readonly<Record<string, string | undefined>>
  feeds?: readonly { title: string; url: string }[]
  data?: readonly Thing[]
  /** Not for search engines. */
  hidden?: boolean
  /** Told each time that it is looked at. */
  seen?: (userAgent: string) => void
}

export interface HelpVisit {
  visit: SiteVisit
  words: Words
  settings: DeskSettings
}

export async function helpPage(
  { visit, words, settings }: HelpVisit,
  content: HelpContent,
): Promise<Shown & { html: string }> {
  const { at, title, titleLocale, body, kind, hidden, seen } = content
  const start = { name: words.t('home'), at: '' }
  const above = content.crumbs === null ? [] : [start, ...(content.crumbs ?? [])]
  const shown = await page(visit, {
    title,
    titleLocale,
    body,
    kind,
    listed: !hidden,
    head: headOf({ visit, words, settings }, content, above),
    above: html`${above.length > 0 && at !== 'search' && searchForm(words, '')}${crumbsOf(words, above)}`,
    below: moreOf(words),
    addressIn: locale => helpUrl(locale, at),
  })
  return seen ? { ...shown, seen } : shown
}

/** The field with which people search; `said` stands in it. */
export const searchForm = ({ locale, h }: Words, said: string, large = false): Html =>
  html`<form class="search${large && ' large'}" role="search" action="${helpUrl(locale, 'search')}">
<label for="q" class="unseen">${h('search_label')}</label>
<input id="q" name="q" type="search" value="${said}" maxlength="200" placeholder="${h('search_placeholder')}" autocomplete="off">
<button>${h('search_button')}</button>
</form>`

function crumbsOf({ locale, h }: Words, crumbs: readonly Crumb[]): Html | false {
  if (crumbs.length === 0) return false
  const links = crumbs.map(({ name, at }) => html`<li><a href="${helpUrl(locale, at)}">${name}</a></li>`)
  return html`<nav aria-label="${h('crumbs')}"><ol class="crumbs">${links}</ol></nav>`
}

const moreOf = ({ locale, h }: Words): Html =>
  html`<nav aria-label="${h('more')}"><ul class="languages">
<li><a href="${helpUrl(locale, 'announcements')}">${h('announcements')}</a></li>
<li><a href="${helpUrl(locale, 'fees')}">${h('fees')}</a></li>
<li><a href="${helpUrl(locale, 'get-help')}">${h('get_help')}</a></li>
</ul></nav>`

function headOf(
  { visit, words, settings }: HelpVisit,
  { at, title, description, locales = visit.locales, query = {}, feeds = [], data = [], hidden }: HelpContent,
  above: readonly Crumb[],
): Html {
  const { publicUrl } = visit.desk
  const whole = (locale: string) => publicUrl + withQuery(helpUrl(locale, at), query)
  const offered = visit.locales.filter(locale => locales.includes(locale))
  // A text in another language is the page in that language.
  const own = offered.includes(visit.locale) ? visit.locale : (offered[0] ?? visit.locale)
  const usual =
    at === ''
      ? `${publicUrl}/help`
      : whole(offered.includes(settings.defaultLocale) ? settings.defaultLocale : own)
  const alternates = offered.map(locale => link('alternate', whole(locale), html`hreflang="${locale}"`))
  const things =
    above.length > 0 ? [breadcrumbs(publicUrl, words.locale, [...above, { name: title, at }]), ...data] : data
  return html`<meta name="description" content="${description}">
${!hidden && [link('canonical', whole(own)), ...alternates, link('alternate', usual, raw('hreflang="x-default"'))]}
${link('search', '/help/opensearch.xml', html`type="application/opensearchdescription+xml" title="${settings.name}"`)}
${feeds.map(feed => link('alternate', feed.url, html`type="application/atom+xml" title="${feed.title}"`))}
${!hidden && things.map(thing => html`<script type="application/ld+json">${raw(inScript(thing))}</script>`)}`
}

const link = (
  rel: string,
  href: string,
  more?: Piece,
): Html => html`<link rel="${rel}" href="${href}" ${more}>
`

/** JSON that ends no script, and begins no other. */
const inScript = (thing: Thing): string => JSON.stringify(thing).replace(/[<>&\u2028\u2029]/g, escapedSign)

const escapedSign = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
