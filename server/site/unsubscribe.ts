// The page on which somebody asks for no more mails of a kind, and the answer to those whose mail program asks for them.
import { suppress, wishIn } from '../modules/channels/index.ts'
import { nobody } from '../platform/context.ts'
import type { Shown } from '../platform/pages.ts'
import { html } from './html.ts'
import { page, type SiteVisit } from './layout.ts'
import { wordsOf } from './words.ts'

/** Asks first: programs that look behind links for harm must not end anything. @throws AppError not_found */
export async function askUnsubscribe(visit: SiteVisit): Promise<Shown> {
  const { address } = wishIn(visit.desk, visit.query.token ?? '')
  const { t } = wordsOf(visit.locale)
  // Sent to the address of this very page, which has the token.
  const body = html`<form class="card" method="post">
<p>${t('unsubscribe_ask', { address })}</p>
<p class="actions"><button>${t('unsubscribe_yes')}</button></p>
</form>`
  return page(visit, { title: t('unsubscribe_title'), body })
}

/** Whoever has the token may (RFC 8058), and is answered at once: mail programs follow no redirects. @throws AppError not_found */
export async function unsubscribe(visit: SiteVisit): Promise<Shown> {
  const { token = '' } = visit.query
  const { address } = wishIn(visit.desk, token)
  await visit.desk.transact(nobody, ctx => suppress(ctx, token))
  const { t } = wordsOf(visit.locale)
  const body = html`<section class="card"><p>${t('unsubscribe_done', { address })}</p></section>`
  return page(visit, { title: t('unsubscribe_done_title'), body })
}
