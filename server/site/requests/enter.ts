// The ways in: a token that the exchange signed, or a link in a mail that only the reader of the mailbox has.
import { EmailAddress } from '../../../contract/common.ts'
import { sentence } from '../../../locales/index.ts'
import { isListedOrigin } from '../../modules/channels/index.ts'
import {
  askForLink,
  enterByLink,
  enterByToken,
  leaveSite,
  lookAtLink,
} from '../../modules/customers/index.ts'
import { settingsOf } from '../../modules/desk/index.ts'
import { type Desk, nobody } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import type { Shown } from '../../platform/pages.ts'
import { faultList, hidden, longField, textField } from '../fields.ts'
import { type Html, html } from '../html.ts'
import { page, type SiteVisit } from '../layout.ts'
import { type Words, wordsOf } from '../words.ts'

const longestToken = 8_000

/** The exchange's own pages send a token here; those who may are those that may show the widget. */
export const takesTokensFrom = (desk: Desk, origin: string): Promise<boolean> =>
  isListedOrigin(desk.read(nobody), origin)

/** @throws AppError token_invalid, token_expired, token_reused */
export async function enter({ desk, form, token, locale }: SiteVisit): Promise<Shown> {
  const identity = form.text('token')
  if (identity.length > longestToken) throw new AppError('token_invalid', { claim: 'token' })
  return { to: '/requests', session: await enterByToken(desk, identity, token, locale) }
}

interface Asked {
  address?: string
  fault?: string | undefined
  refused?: AppError
}

/** For whoever isn't signed in, in place of what they wanted to see. */
export function showWaysIn(visit: SiteVisit): Promise<Shown> {
  return waysIn(visit, {}, visit.params.number ? 401 : 200)
}

async function waysIn(visit: SiteVisit, asked: Asked, status: number): Promise<Shown> {
  const words = wordsOf(visit.locale)
  const { t, locale } = words
  const { name } = await settingsOf(visit.desk.read(nobody))
  const typed = visit.params.number && visit.form.text('text')
  const body = html`${asked.refused && faultList(t('failed_title'), [], html`<p>${sentence(locale, asked.refused.code, asked.refused.details)}</p>`)}
${typed && html`<section class="notice wait">${longField({ name: 'text', label: t('enter_kept'), value: typed })}</section>`}
<p>${t('enter_exchange', { desk: name })}</p>
${visit.desk.mail.configured ? askForm(words, visit.params.number ?? visit.form.text('number'), asked) : html`<p>${t('enter_no_mail')}</p>`}`
  return page(visit, { title: t('enter_title'), body, status })
}

const askForm = ({ t }: Words, number: string, { address = '', fault }: Asked): Html =>
  html`<form class="card" method="post" action="/requests/link" novalidate>
<p>${t('enter_mail')}</p>
${hidden('number', number)}
${textField({ name: 'email', label: t('enter_email'), value: address, fault }, 'type="email" autocomplete="email"')}
<p class="actions"><button>${t('enter_send')}</button></p>
</form>`

/** The answer is the same for every address, known or not, and so is what is done until it is given. */
export async function askLink(visit: SiteVisit): Promise<Shown> {
  const { desk, form, locale, caller } = visit
  const address = form.text('email').trim()
  if (!EmailAddress.safeParse(address).success) {
    return waysIn(visit, { address, fault: wordsOf(locale).t('fault_email') }, 422)
  }
  const number = /^[1-9]\d{0,14}$/.test(form.text('number')) ? Number(form.text('number')) : null
  try {
    await askForLink(desk, { address, locale, number }, caller.ip)
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many_requests')
      return waysIn(visit, { address, refused: error }, error.status)
    throw error
  }
  return { to: '/requests/link' }
}

export function showLinkSent(visit: SiteVisit): Promise<Shown> {
  const { t } = wordsOf(visit.locale)
  const body = html`<section class="card"><p>${t('link_sent_text')}</p><p class="soft">${t('link_sent_none')}</p></section>
<p><a href="/requests">${t('link_again')}</a></p>`
  return page(visit, { title: t('link_sent_title'), body })
}

/** Programs that look into mails open links, but press no buttons. */
export async function showLink(visit: SiteVisit): Promise<Shown> {
  const { token = '' } = visit.query
  await lookAtLink(visit.desk.read(nobody), token)
  const { t } = wordsOf(visit.locale)
  const body = html`<form class="card" method="post" action="/requests/open">
${hidden('token', token)}
<p>${t('open_text')}</p>
<p class="actions"><button>${t('open_button')}</button></p>
</form>`
  return page(visit, { title: t('open_title'), body })
}

/** @throws AppError token_invalid, link_used */
export async function openLink({ desk, form, token }: SiteVisit): Promise<Shown> {
  const { session, number } = await enterByLink(desk, form.text('token'), token)
  return { to: number === null ? '/requests' : `/requests/${number}`, session }
}

export async function signOut({ desk, token }: SiteVisit): Promise<Shown> {
  await leaveSite(desk, token)
  return { to: '/help', session: null }
}
