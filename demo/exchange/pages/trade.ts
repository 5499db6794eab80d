// The trading page: chart, order book, trades, the order form and what the customer has.
import type { Account, Order } from '../account-shapes.ts'
import { grouped } from '../decimal.ts'
import { type Html, html, raw } from '../html.ts'
import { type Level, lastTrades, type Market, markets, orderBook, ticker } from '../markets.ts'
import type { Texts } from '../texts.ts'
import type { Visitor } from '../visitor.ts'
import type { Page, Surroundings } from './layout.ts'
import { changeText, chart, compact, pill, priceText, timeText } from './parts.ts'

export interface Notice {
  good: boolean
  text: string
}

/** `given` is what was typed and refused: nothing of it is lost. */
export function trade(
  market: Market,
  visitor: Visitor,
  { now }: Surroundings,
  notice: Notice | null,
  given: Record<string, string> = {},
): Page {
  const { t } = visitor
  const name = `${market.base}/${market.quote}`
  const pieces = board(market, visitor, now)
  const body = html`<div data-live="/live/${market.slug}" data-title="${name}">
<nav class="pairs" aria-label="${t.markets}">${markets.map(
    one =>
      html`<a href="/trade/${one.slug}" ${one === market && raw('aria-current="page"')}>${one.base}/${one.quote}</a>`,
  )}</nav>
<section class="card bar"><h1>${name}</h1><span class="last num" id="last">${pieces.last}</span><dl id="day">${pieces.day}</dl></section>
<div class="trade">
<div class="stack"><section class="card"><h2>${market.name} · ${t.last_hours} (UTC)</h2><div id="chart">${pieces.chart}</div></section>
${orders(visitor)}</div>
<div class="stack second"><section class="card"><h2>${t.order_book}</h2><div class="book" id="book">${pieces.book}</div></section></div>
<div class="stack">${orderForm(market, visitor, now, notice, given)}
<section class="card"><h2>${t.last_trades}</h2><div class="book" id="trades">${pieces.trades}</div></section></div>
</div></div>`
  return { title: name, path: `/trade/${market.slug}`, topic: 'trading', body }
}

/** What moves on the page, by the id of its place; asked for again every two seconds. */
export function board(market: Market, { language, t }: Visitor, now: Date) {
  const at = now.getTime()
  const { price, change, high, low, volume } = ticker(market, at)
  const fact = (name: string, value: Html | string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  return {
    last: html`<span class="${change < 0 ? 'down' : 'up'}">${priceText(market, price)}</span>`,
    day: html`${fact(t.change, changeText(change))}${fact(t.high, priceText(market, high))}${fact(t.low, priceText(market, low))}${fact(t.volume, compact(language, volume))}`,
    chart: chart(market, at, `${market.base}/${market.quote}, ${t.last_hours}`),
    book: book(market, at, price, t),
    trades: trades(market, at, t),
  }
}

function book(market: Market, at: number, price: number, t: Texts): Html {
  const { asks, bids } = orderBook(market, at, 9)
  const most = Math.max(...[...asks, ...bids].map(level => level.amount))
  const line = (level: Level, tone: string) =>
    html`<div><svg class="${tone}" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${((level.amount / most) * 100).toFixed(1)}" height="1" fill="currentColor"/></svg><span class="${tone}">${priceText(market, level.price)}</span><span>${grouped(level.amount.toFixed(market.amountDecimals))}</span><span>${grouped((level.amount * level.price).toFixed(2))}</span></div>`
  return html`<div class="head"><span>${t.price}</span><span>${t.amount}</span><span>${t.total}</span></div>
${asks.toReversed().map(level => line(level, 'down'))}
<span class="middle">${priceText(market, price)}</span>${bids.map(level => line(level, 'up'))}`
}

const trades = (market: Market, at: number, t: Texts): Html =>
  html`<div class="head"><span>${t.price}</span><span>${t.amount}</span><span>${t.time}</span></div>${lastTrades(
    market,
    at,
    12,
  ).map(
    one =>
      html`<div><span class="${one.buy ? 'up' : 'down'}">${priceText(market, one.price)}</span><span>${grouped(one.amount.toFixed(market.amountDecimals))}</span><span class="soft">${new Date(one.at).toISOString().slice(11, 19)}</span></div>`,
  )}`

function orderForm(
  market: Market,
  { account, t }: Visitor,
  now: Date,
  notice: Notice | null,
  given: Record<string, string>,
): Html {
  const { price } = ticker(market, now.getTime())
  const tab = (name: string, value: string, text: string, tone: string, checked: boolean) =>
    html`<label class="${tone}"><input type="radio" name="${name}" value="${value}" ${checked && raw('checked')}>${text}</label>`
  const field = (name: string, text: string, unit: string, value: string) =>
    html`<label class="field ${name}">${text}<span><input name="${name}" inputmode="decimal" autocomplete="off" maxlength="24" value="${value}"><i>${unit}</i></span></label>`
  const available = (asset: string) =>
    html`<div class="pairline"><span>${t.available} ${asset}</span><span class="num">${grouped(account?.balances[asset]?.available ?? '0')}</span></div>`
  return html`<section class="card"><div class="body"><form class="order" method="post" action="/trade/${market.slug}/orders">
${notice && html`<p class="note ${!notice.good && 'bad'}" role="status">${notice.text}</p>`}
<div class="tabs">${tab('side', 'buy', t.buy, 'b', given.side !== 'sell')}${tab('side', 'sell', t.sell, 's', given.side === 'sell')}</div>
<div class="tabs">${tab('type', 'limit', t.limit, '', given.type !== 'market')}${tab('type', 'market', t.market, '', given.type === 'market')}</div>
${field('price', t.price, market.quote, given.price ?? price.toFixed(market.decimals))}${field('amount', t.amount, market.base, given.amount ?? '')}
${account ? [available(market.quote), available(market.base)] : html`<p class="soft">${t.log_in_first}</p>`}
<button class="button buy" ${!account && raw('disabled')}>${t.buy} ${market.base}</button><button class="button sell" ${!account && raw('disabled')}>${t.sell} ${market.base}</button>
<p class="soft">${t.fee_note}</p></form></div></section>`
}

function orders({ account, language, t }: Visitor): Html {
  if (!account) return html``
  const rows = account.orders.slice(0, 12).map(order => orderRow(order, account, language, t))
  return html`<section class="card"><h2>${t.orders}</h2>${
    rows.length === 0
      ? html`<p class="body soft">${t.no_orders}</p>`
      : html`<div class="scroll"><table><thead><tr><th>${t.number}</th><th>${t.pair}</th><th>${t.side}</th><th>${t.kind}</th><th class="n">${t.price}</th><th class="n">${t.amount}</th><th class="n">${t.filled}</th><th>${t.state}</th><th>${t.time} (UTC)</th></tr></thead><tbody>${rows}</tbody></table></div>`
  }</section>`
}

function orderRow(order: Order, _: Account, language: string, t: Texts): Html {
  const tone = { open: 'wait', filled: 'good', cancelled: 'plain' } as const
  return html`<tr><td class="code">${order.id}</td><td>${order.pair}</td><td class="${order.side === 'buy' ? 'up' : 'down'}">${t[order.side]}</td><td>${t[order.type]}</td>
<td class="n">${grouped(order.price)}</td><td class="n">${grouped(order.amount)}</td><td class="n">${grouped(order.filled)}</td>
<td>${pill(tone[order.state], t[`order_${order.state}`])}</td><td class="soft">${timeText(language, order.createdAt)}</td></tr>`
}
