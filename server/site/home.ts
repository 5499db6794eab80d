// The start: the ways in which the desk can be reached, and no way that is switched off.

import type { ResponseTime } from '../../contract/predictions.ts'
import { mailboxAddresses } from '../modules/channels/index.ts'
import { settingsOf } from '../modules/desk/index.ts'
import { responseTimes } from '../modules/sla/index.ts'
import { nobody } from '../platform/context.ts'
import type { Shown } from '../platform/pages.ts'
import { type Html, html } from './html.ts'
import { page, type SiteVisit } from './layout.ts'
import { durationText, shareText, type Words, wordsOf } from './words.ts'

export async function showHome(visit: SiteVisit): Promise<Shown> {
  const ctx = visit.desk.read(nobody)
  const { name, channels, widget } = await settingsOf(ctx)
  const addresses = channels.email ? await mailboxAddresses(ctx) : []
  const words = wordsOf(visit.locale)
  const { t } = words
  const { times } = await responseTimes(ctx)
  const usual = (channel: ResponseTime['channel']) =>
    usualTimes(
      words,
      times.find(one => one.channel === channel && one.topic === null && one.kind === 'firstReply'),
    )
  const body = html`<p class="soft">${t('home_text')}</p>
<div class="cards">
${
  channels.form &&
  html`<section class="card"><h2>${t('new_request')}</h2><p>${t('home_new')}</p>
${usual('form')}
<p class="actions"><a class="button" href="/requests/new">${t('new_request')}</a></p></section>`
}
<section class="card"><h2>${t('requests')}</h2><p>${t('home_requests')}</p>
<p class="actions"><a class="button quiet" href="/requests">${t('requests')}</a></p></section>
${
  channels.chat &&
  widget.enabled &&
  html`<section class="card"><h2>${t('home_chat')}</h2><p>${t('home_chat_text', { desk: name })}</p>
${usual('chat')}</section>`
}
${
  addresses.length > 0 &&
  html`<section class="card"><h2>${t('home_email')}</h2><p>${t('home_email_text')}</p>
<ul>${addresses.map(address => html`<li><a href="mailto:${address}">${address}</a></li>`)}</ul>
${usual('email')}</section>`
}
</div>`
  return page(visit, { title: t('home_title'), body })
}

/** How long answers take on a way, and how often that was true; nothing where too little is known. */
function usualTimes(words: Words, found: ResponseTime | undefined): Html | false {
  if (!found?.range) return false
  const { range, accuracy } = found
  const kept = accuracy.days30.belowHigh
  const said = { low: durationText(words, range.low), high: durationText(words, range.high) }
  return html`<p class="soft small">${words.t('home_times', said)} ${kept !== null && words.t('home_times_kept', { share: shareText(words, kept) })}</p>`
}
