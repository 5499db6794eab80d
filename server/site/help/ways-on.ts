// The ways from the help centre to people: those that are on, and no other.
import type { Topic } from '../../../contract/conversations.ts'
import { mailboxAddresses } from '../../modules/channels/index.ts'
import { nobody } from '../../platform/context.ts'
import { type Html, html } from '../html.ts'
import { withQuery } from './addresses.ts'
import type { HelpVisit } from './help-page.ts'

export interface Ways {
  chat: boolean
  form: boolean
  /** Without mail, nobody could be answered who isn't signed in. */
  formIsForAll: boolean
  /** Of the desk's mailboxes; empty where mail is off. */
  addresses: string[]
}

export async function waysOf({ visit, settings: { channels, widget } }: HelpVisit): Promise<Ways> {
  const { desk } = visit
  return {
    chat: channels.chat && widget.enabled,
    form: channels.form,
    formIsForAll: channels.form && desk.mail.configured,
    addresses: channels.email ? await mailboxAddresses(desk.read(nobody)) : [],
  }
}

/** The form with the topic chosen already, in the reader's language. */
export const formUrl = (locale: string, topic?: Topic | null): string =>
  withQuery('/requests/new', { topic: topic ?? undefined, lang: locale })

/** A section with all ways; what they lead to knows the topic. */
export async function waysOn(help: HelpVisit, topic?: Topic | null): Promise<Html> {
  const { words, settings } = help
  const { h, t, locale } = words
  const { chat, form, addresses } = await waysOf(help)
  const none = !chat && !form && addresses.length === 0
  return html`<section class="card ways" aria-labelledby="ways"><h2 id="ways">${h('ways_title')}</h2>
${none ? html`<p>${h('ways_none')}</p>` : html`<p>${h('ways_text')}</p>`}
${form && html`<p class="actions"><a class="button" href="${formUrl(locale, topic)}">${t('new_request')}</a></p>`}
${chat && html`<p><b>${t('home_chat')}</b> ${t('home_chat_text', { desk: settings.name })}</p>`}
${addresses.length > 0 && html`<p><b>${t('home_email')}</b> ${addresses.map(address => html` <a href="mailto:${address}">${address}</a>`)}</p>`}
${!none && html`<p class="small"><a href="/help/${locale}/get-help">${h('ways_guide')}</a></p>`}
</section>`
}
