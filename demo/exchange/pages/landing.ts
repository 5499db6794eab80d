// The first page: what the exchange is, and its markets.
import { exchange } from '../../people.ts'
import { type Html, html } from '../html.ts'
import { type Market, markets, ticker } from '../markets.ts'
import type { Visitor } from '../visitor.ts'
import type { Page, Surroundings } from './layout.ts'
import { changeText, chart, coin, compact, priceText, spark } from './parts.ts'

export function landing(visitor: Visitor, { now }: Surroundings): Page {
  const { t } = visitor
  const [first] = markets as [Market]
  const body = html`<div data-live="/live" data-title="${exchange.name}">
<section class="hero"><div>
<h1>${t.headline}</h1><p class="sub">${t.subline}</p>
<div class="actions"><a class="button" href="/trade/BTC-USDT">${t.start_trading}</a>
<button class="button quiet" data-ask="" hidden>${t.ask_us}</button></div>
<div class="facts"><div><b>0.08 % / 0.10 %</b><span>${t.fee_fact}</span></div>
<div><b>24 / 7</b><span>${t.answer_fact}</span></div><div><b>100 %</b><span>${t.proof_fact}</span></div></div>
</div>
<a class="card" href="/trade/BTC-USDT"><h2>BTC/USDT · ${t.last_hours}</h2><div id="chart">${chart(first, now.getTime(), `BTC/USDT, ${t.last_hours}`)}</div></a>
</section>
<section class="card"><h2>${t.markets}</h2><div class="scroll"><table>
<thead><tr><th>${t.pair}</th><th class="n">${t.price}</th><th class="n">${t.change}</th><th class="n optional">${t.volume}</th><th class="n optional"></th><th class="optional"></th></tr></thead>
<tbody id="markets">${marketRows(visitor, now)}</tbody></table></div></section></div>`
  return { title: t.markets, path: '/', topic: null, body }
}

/** The rows of the table, which the page asks for again every two seconds. */
export const marketRows = ({ language, t }: Visitor, now: Date): Html[] =>
  markets.map(market => {
    const { price, change, volume } = ticker(market, now.getTime())
    return html`<tr><td><a href="/trade/${market.slug}">${coin(market.base)}<span class="asset"><b>${market.base}</b>/${market.quote}<small>${market.name}</small></span></a></td>
<td class="n">${priceText(market, price)}</td><td class="n">${changeText(change)}</td>
<td class="n optional">${compact(language, volume)}</td><td class="optional">${spark(market, now.getTime())}</td>
<td class="n optional"><a class="button quiet small" href="/trade/${market.slug}">${t.trade}</a></td></tr>`
  })
