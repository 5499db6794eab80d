// Before a request is sent: articles that may answer it, once, and never in the way of what is urgent.
//
// Without scripts a browser can't choose files a second time by itself, so a request that brings files is sent at once and what
// fits it is shown on the page that confirms it.
import type { HelpHit } from '../../../contract/help.ts'
import { isUrgent } from '../../modules/automation/index.ts'
import { offerArticles, openedPath } from '../../modules/knowledge/index.ts'
import { nobody } from '../../platform/context.ts'
import type { Shown } from '../../platform/pages.ts'
import { hidden } from '../fields.ts'
import { type Html, html } from '../html.ts'
import { page, type SiteVisit } from '../layout.ts'
import { type Words, wordsOf } from '../words.ts'

const most = 3
/** Of the description: what it is about stands at its beginning. */
const looksAt = 600

export interface Proposals {
  searchId: string
  hits: HelpHit[]
}

/** What may answer a request; nothing where nothing fits, or where it is urgent. */
export async function proposalsFor(
  { desk, locale, reader }: SiteVisit,
  about: { subject: string; description: string; searchId: string | undefined },
): Promise<Proposals | undefined> {
  const ctx = desk.read(reader?.actors[0] ?? nobody)
  const whole = `${about.subject}\n${about.description}`
  if (await isUrgent(ctx, whole)) return undefined
  const text = `${about.subject}\n${about.description.slice(0, looksAt)}`
  const { searchId } = about
  const found = await offerArticles(desk, ctx, { text, locale, limit: most, place: 'form', searchId })
  return found.hits.length > 0 ? found : undefined
}

/** A page between the form and the request: what was typed travels along, so that one press sends it. */
export function showProposals(
  visit: SiteVisit,
  { searchId, hits }: Proposals,
  fields: Readonly<Record<string, string>>,
): Promise<Shown> {
  const words = wordsOf(visit.locale)
  const { t } = words
  const list = proposalList(words, hits, ({ locale, slug }) => openedPath(locale, searchId, slug))
  const body = html`<p class="soft">${t('proposals_text')}</p>
<section class="card" aria-label="${t('proposals_title')}">${list}</section>
<form class="card" method="post" action="/requests/new" enctype="multipart/form-data">
${Object.entries(fields).map(([name, value]) => hidden(name, value))}
${hidden('search-id', searchId)}
${hidden('proposed', '1')}
<p>${t('proposals_on')}</p>
<p class="actions"><button>${t('proposals_send')}</button>
<button class="quiet" name="change" value="1">${t('proposals_change')}</button></p>
</form>`
  return page(visit, { title: t('proposals_title'), body })
}

type Proposed = Pick<HelpHit, 'locale' | 'slug' | 'title' | 'summary'>

/** By title and summary, each opening beside the page, so that nothing typed is lost. */
export const proposalList = <Article extends Proposed>(
  { t }: Words,
  articles: readonly Article[],
  addressOf: (article: Article) => string,
): Html =>
  html`<ul class="proposals">
${articles.map(
  article => html`<li lang="${article.locale}">
<a href="${addressOf(article)}" target="_blank" rel="noopener">${article.title}<span class="unseen"> ${t('new_tab')}</span></a>
${article.summary && html`<p class="soft">${article.summary}</p>`}
</li>`,
)}
</ul>`
