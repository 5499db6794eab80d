// The account page: who the customer is, and how well their account is protected.
import { html } from '../html.ts'
import type { Visitor } from '../visitor.ts'
import type { Page } from './layout.ts'
import { pill } from './parts.ts'

/** `token` lets the customer into the desk's pages, for the minutes after this one was made. */
export function accountPage(
  { account, language, t }: Visitor,
  { desk, token }: { desk: string; token: string | null },
): Page {
  const page = { title: t.account, path: '/account', topic: 'account' }
  if (!account) return { ...page, body: html`<p class="note">${t.choose_customer}</p>` }
  const since = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const body = html`<div class="stack">
${
  account.verification === 'rejected' &&
  html`<div class="note wait"><p>${t.rejected}</p><button class="button small" data-ask="${t.rejected}" hidden>${t.ask_about}</button></div>`
}
<div class="two"><section class="card"><h2>${t.profile}</h2><div class="body"><dl class="list">
<dt>${t.uid}</dt><dd class="code">${account.uid}</dd><dt>${t.account}</dt><dd><b>${account.name}</b></dd><dt>${t.email}</dt><dd>${account.email}</dd>
<dt>${t.phone}</dt><dd>${account.phone}</dd><dt>${t.member_since}</dt><dd>${since.format(new Date(account.memberSince))}</dd></dl></div></section>
<section class="card"><h2>${t.security}</h2><div class="body"><dl class="list">
<dt>${t.level}</dt><dd>${pill(account.level === 0 ? 'bad' : 'good', t[`level_${account.level}`])}</dd>
<dt>${t.second_factor}</dt><dd>${pill(account.secondFactor ? 'good' : 'wait', account.secondFactor ? t.on : t.off)}</dd></dl></div></section>
<section class="card"><h2>${t.support}</h2><div class="body"><form method="post" action="${desk}/requests/enter">
<input type="hidden" name="token" value="${token}"><button class="button">${t.support_requests}</button></form></div></section></div></div>`
  return { ...page, body }
}
