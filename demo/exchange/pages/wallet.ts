// The wallet: balances, deposits and withdrawals, with what is stuck on top.
import type { Account, Deposit, Withdrawal } from '../account-shapes.ts'
import { grouped } from '../decimal.ts'
import { type Html, html } from '../html.ts'
import { filled, type Texts } from '../texts.ts'
import type { Visitor } from '../visitor.ts'
import type { Page, Surroundings } from './layout.ts'
import { coin, pill, timeText } from './parts.ts'

/** Beyond this, a review counts as longer than usual. */
const usualReviewMinutes = 120

export function wallet(visitor: Visitor, { now }: Surroundings): Page {
  const { account, t } = visitor
  const page = { title: t.wallet, path: '/wallet', topic: account ? topicOf(account) : 'deposit' }
  if (!account) return { ...page, body: html`<p class="note">${t.choose_customer}</p>` }
  const body = html`<div class="stack">${warnings(account, t, now)}
<section class="card"><h2>${t.balances}</h2><div class="scroll"><table><thead><tr><th>${t.asset}</th><th class="n">${t.available}</th><th class="n">${t.in_orders}</th></tr></thead><tbody>
${Object.entries(account.balances).map(
  ([asset, { available, inOrders }]) =>
    html`<tr><td>${coin(asset)}<b>${asset}</b></td><td class="n">${grouped(available)}</td><td class="n">${grouped(inOrders)}</td></tr>`,
)}</tbody></table></div></section>
<section class="card"><h2>${t.deposits}</h2>${table(
    t.no_deposits,
    depositHead(t),
    account.deposits.map(one => depositRow(one, visitor)),
  )}</section>
<section class="card"><h2>${t.withdrawals}</h2>${table(
    t.no_withdrawals,
    withdrawalHead(t),
    account.withdrawals.map(one => withdrawalRow(one, visitor)),
  )}</section></div>`
  return { ...page, body }
}

const topicOf = ({ withdrawals }: Account) =>
  withdrawals.some(one => one.state === 'review') ? 'withdrawal' : 'deposit'

/** What this customer is probably worried about, with a button that opens the chat about it. */
function warnings({ deposits, withdrawals }: Account, t: Texts, now: Date): Html[] {
  const late = withdrawals.flatMap(({ id, state, createdAt }) => {
    const minutes = Math.floor((now.getTime() - Date.parse(createdAt)) / 60_000)
    return state === 'review' && minutes > usualReviewMinutes ? [filled(t.stuck, { id, minutes })] : []
  })
  const held = deposits.flatMap(({ id, state }) => (state === 'held' ? [filled(t.held, { id })] : []))
  return [...late, ...held].map(
    text =>
      html`<div class="note wait"><p>${text}</p><button class="button small" data-ask="${text}" hidden>${t.ask_about}</button></div>`,
  )
}

const table = (nothing: string, head: Html, rows: Html[]): Html =>
  rows.length === 0
    ? html`<p class="body soft">${nothing}</p>`
    : html`<div class="scroll"><table><thead>${head}</thead><tbody>${rows}</tbody></table></div>`

const depositHead = (t: Texts) =>
  html`<tr><th>${t.number}</th><th>${t.asset}</th><th class="n">${t.amount}</th><th>${t.network}</th><th>${t.state}</th><th>TxID</th><th>${t.time} (UTC)</th></tr>`

const withdrawalHead = (t: Texts) =>
  html`<tr><th>${t.number}</th><th>${t.asset}</th><th class="n">${t.amount}</th><th class="n">${t.fee}</th><th>${t.network}</th><th>${t.to}</th><th>${t.state}</th><th>TxID</th><th>${t.time} (UTC)</th></tr>`

function depositRow(one: Deposit, { language, t }: Visitor): Html {
  const tone = { confirming: 'wait', credited: 'good', held: 'bad' } as const
  const state = filled(t[`deposit_${one.state}`], { done: one.confirmations, needed: one.needed })
  return html`<tr><td class="code">${one.id}</td><td><b>${one.asset}</b></td><td class="n">${grouped(one.amount)}</td><td>${one.network}</td>
<td>${pill(tone[one.state], state)}</td><td class="code" title="${one.tx}">${short(one.tx)}</td><td class="soft">${timeText(language, one.createdAt)}</td></tr>`
}

function withdrawalRow(one: Withdrawal, { language, t }: Visitor): Html {
  const tone = { review: 'wait', processing: 'wait', completed: 'good', cancelled: 'plain' } as const
  return html`<tr><td class="code">${one.id}</td><td><b>${one.asset}</b></td><td class="n">${grouped(one.amount)}</td><td class="n">${one.fee}</td><td>${one.network}</td>
<td class="code" title="${one.to}">${short(one.to)}</td><td>${pill(tone[one.state], t[`withdrawal_${one.state}`])}</td>
<td class="code" title="${one.tx}">${one.tx ? short(one.tx) : '–'}</td><td class="soft">${timeText(language, one.createdAt)}</td></tr>`
}

const short = (id: string): string => `${id.slice(0, 8)}…${id.slice(-6)}`
