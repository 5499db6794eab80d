// All requests of whoever is signed in: number, subject, where each stands, and when something last happened.
import type { CustomerConversation } from '../../../contract/conversations.ts'
import type { SiteReader } from '../../modules/customers/index.ts'
import { settingsOf } from '../../modules/desk/index.ts'
import { nobody } from '../../platform/context.ts'
import type { Shown } from '../../platform/pages.ts'
import { type Html, html } from '../html.ts'
import { page, type SiteVisit } from '../layout.ts'
import { around, time, type Words, wordsOf } from '../words.ts'
import { ownRequests } from './own.ts'
import { pill } from './standing.ts'

/** From so many on there may be more. */
const mostShown = 100

export async function showList(visit: SiteVisit): Promise<Shown> {
  const reader = visit.reader!
  const { channels, timeZone } = await settingsOf(visit.desk.read(nobody))
  const words = wordsOf(visit.locale, timeZone)
  const { t } = words
  const requests = await ownRequests(visit.desk, reader)
  const body = html`${requests.length === 0 ? html`<p>${nothing(words, reader)}</p>` : list(words, requests)}
${requests.length >= mostShown && html`<p class="soft small">${t('list_more', { count: requests.length })}</p>`}
${channels.form && html`<p class="actions"><a class="button" href="/requests/new">${t('new_request')}</a></p>`}`
  return page(visit, { title: t('requests'), body })
}

const nothing = ({ t }: Words, { address }: SiteReader) =>
  address === null ? t('list_empty') : t('list_empty_mail', { address })

const list = (words: Words, requests: CustomerConversation[]): Html =>
  html`<ul class="list">${requests.map(request => html`<li>${row(words, request)}</li>`)}</ul>`

function row(words: Words, { number, subject, status, unread, lastEntryAt }: CustomerConversation): Html {
  const { t } = words
  const isOver = status === 'solved' || status === 'closed' || status === 'merged'
  const state = isOver ? status : status === 'waiting' ? 'waiting_for_you' : 'with_us'
  return html`<a href="/requests/${String(number)}">
<span class="subject" dir="auto">${subject ?? t('list_untitled', { number: String(number) })}</span>
<span class="states">${unread > 0 && html`<span class="pill new">${t('list_unread')}</span>`} ${pill(words, state)}</span>
<span class="meta">${t('list_number', { number: String(number) })} · ${around(t('list_last'), { at: time(words, lastEntryAt) })}</span>
</a>`
}
