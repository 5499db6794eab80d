// The start: the ways in which the desk can be reached, and no way that is switched off.

import { mailboxAddresses } from '../modules/channels/index.ts'
import { settingsOf } from '../modules/desk/index.ts'
import { nobody } from '../platform/context.ts'
import type { Shown } from '../platform/pages.ts'
import { html } from './html.ts'
import { page, type SiteVisit } from './layout.ts'
import { wordsOf } from './words.ts'

export async function showHome(visit: SiteVisit): Promise<Shown> {
  const ctx = visit.desk.read(nobody)
  const { name, channels, widget } = await settingsOf(ctx)
  const addresses = channels.email ? await mailboxAddresses(ctx) : []
  const { t } = wordsOf(visit.locale)
  const body = html`<p class="soft">${t('home_text')}</p>
<div class="cards">
${
  channels.form &&
  html`<section class="card"><h2>${t('new_request')}</h2><p>${t('home_new')}</p>
<p class="actions"><a class="button" href="/requests/new">${t('new_request')}</a></p></section>`
}
<section class="card"><h2>${t('requests')}</h2><p>${t('home_requests')}</p>
<p class="actions"><a class="button quiet" href="/requests">${t('requests')}</a></p></section>
${
  channels.chat &&
  widget.enabled &&
  html`<section class="card"><h2>${t('home_chat')}</h2><p>${t('home_chat_text', { desk: name })}</p></section>`
}
${
  addresses.length > 0 &&
  html`<section class="card"><h2>${t('home_email')}</h2><p>${t('home_email_text')}</p>
<ul>${addresses.map(address => html`<li><a href="mailto:${address}">${address}</a></li>`)}</ul></section>`
}
</div>`
  return page(visit, { title: t('home_title'), body })
}
