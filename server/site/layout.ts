// What all pages of the site share: the desk's name, the ways around, the language, and who is signed in.

import type { DeskSettings } from '../../contract/desk.ts'
import { languages } from '../../locales/index.ts'
import type { SiteReader } from '../modules/customers/index.ts'
import { settingsOf } from '../modules/desk/index.ts'
import { nobody } from '../platform/context.ts'
import type { Shown, Visit } from '../platform/pages.ts'
import { type Html, html, raw } from './html.ts'
import { type Words, wordsOf } from './words.ts'

export type SiteVisit = Visit<SiteReader>

export interface Content {
  title: string
  body: Html
  status?: number
  /** The title's language, where it isn't the page's. */
  titleLocale?: string | undefined
  /** Further elements of the head. */
  head?: Html
  /** Above the title. */
  above?: Html
  /** Below everything, beside the languages. */
  below?: Html
  /** Whether search engines may show it; they may not when left out. */
  listed?: boolean
  /** Names what the page is to the style sheet. */
  kind?: string
  /** Where the page is in another language; by `lang` in its query when left out. */
  addressIn?: (locale: string) => string
}

/** A page around its content. */
export async function page(visit: SiteVisit, content: Content): Promise<Shown & { html: string }> {
  const { title, titleLocale = visit.locale, body, status = 200 } = content
  const settings = await settingsOf(visit.desk.read(nobody))
  const words = wordsOf(visit.locale)
  const { t, strings } = words
  const text = html`<!doctype html>
<html lang="${visit.locale}" dir="${directionOf(strings)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${!content.listed && raw('<meta name="robots" content="noindex">')}
<title>${title} · ${settings.name}</title>
<link rel="stylesheet" href="/site/style.css">
${content.head}
</head>
<body>
<a class="skip" href="#content">${t('skip')}</a>
${header(visit, settings, words)}
<main id="content" ${content.kind && html`class="${content.kind}"`}>
${content.above}
<h1 ${titleLocale !== visit.locale && languageOf(titleLocale)}>${title}</h1>
${body}
</main>
<footer>
<p>${t('never_ask')}</p>
${content.below}
${switchOf(visit, words, content)}
</footer>
</body>
</html>
`.text
  return { html: text, status }
}

const directionOf = ({ language }: Words['strings']) => String(language.direction)

/** The attributes of what is in a language of its own. */
export const languageOf = (locale: string): Html =>
  html`lang="${locale}" dir="${languages[locale] ? directionOf(languages[locale]) : 'auto'}"`

/** The start in the language of a page that names its own, and requests in the same. */
const waysOf = ({ params: { locale } }: SiteVisit) =>
  locale ? { help: `/help/${locale}`, inLanguage: `?lang=${locale}` } : { help: '/help', inLanguage: '' }

function header(visit: SiteVisit, { name, logo, channels }: DeskSettings, { t }: Words): Html {
  const { path, reader } = visit
  const { help, inLanguage } = waysOf(visit)
  const links = [
    [help, t('home')],
    ...(channels.form ? [[`/requests/new${inLanguage}`, t('new_request')] as const] : []),
    [`/requests${inLanguage}`, t('requests')],
  ] as const
  return html`<header>
<a class="name" href="${help}">${logo || name}</a>
<nav aria-label="${t('pages')}"><ul>
${links.map(([to, label]) => html`<li><a href="${to}" ${path === to && raw('aria-current="page"')}>${label}</a></li>`)}
</ul></nav>
${
  reader &&
  html`<form class="who" method="post" action="/requests/sign-out">
<p>${reader.address === null ? t('reader_exchange') : t('reader_mail', { address: reader.address })}</p>
<button class="quiet small">${t('sign_out')}</button>
</form>`
}
</header>`
}

/** The same page in the other languages; what stands in a form there is not taken along. */
function switchOf(
  { locale, locales, path, query }: SiteVisit,
  { t }: Words,
  { addressIn = () => path }: Content,
): Html | false {
  if (locales.length < 2) return false
  const addressOf = (tag: string) => `${addressIn(tag)}?${new URLSearchParams({ ...query, lang: tag })}`
  return html`<nav aria-label="${t('language')}"><ul class="languages">
${locales.map(
  tag => html`<li><a href="${addressOf(tag)}" lang="${tag}" hreflang="${tag}"
${tag === locale && raw('aria-current="true"')}>${String(languages[tag]?.language.name)}</a></li>`,
)}
</ul></nav>`
}
