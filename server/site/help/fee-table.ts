// Fees as a table, each amount exactly as it was written down.
import type { Fee } from '../../../contract/knowledge.ts'
import type { FeeFilter } from '../../modules/knowledge/index.ts'
import { type Html, html } from '../html.ts'
import { time, type Words } from '../words.ts'

const same = (wanted: string | null, given: string) =>
  wanted === null || wanted.toLowerCase() === given.toLowerCase()

export const feesFor = (fees: readonly Fee[], { asset, network }: FeeFilter): Fee[] =>
  fees.filter(fee => same(asset, fee.asset) && same(network, fee.network))

const mostNamed = 5
const withoutSigns = (text: string) => text.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Those whose asset or network is a word of the text; both, where it names both. */
export function feesNamed(fees: readonly Fee[], text: string): Fee[] {
  const latin = text.toUpperCase().match(/[A-Z0-9]+(?:[-.][A-Z0-9]+)*/g) ?? []
  const words = new Set(latin.slice(0, 50).map(withoutSigns))
  const byAsset = fees.filter(({ asset }) => words.has(asset))
  const isNamed = ({ network }: Fee) =>
    words.has(withoutSigns(network)) ||
    network
      .toUpperCase()
      .split(/[^\p{L}\p{N}]+/u)
      .some(part => part.length > 2 && words.has(part))
  const byNetwork = fees.filter(isNamed)
  const both = byAsset.filter(isNamed)
  return (both.length > 0 ? both : byAsset.length > 0 ? byAsset : byNetwork).slice(0, mostNamed)
}

/** A table that scrolls by itself; a sentence where there is nothing to show. */
export function feeTable(words: Words, fees: readonly Fee[]): Html {
  const { h, locale } = words
  if (fees.length === 0) return html`<p class="soft">${h('fees_none')}</p>`
  const changed = fees.reduce((newest, { updatedAt }) => (updatedAt > newest ? updatedAt : newest), '')
  return html`<div class="table" role="group" tabindex="0" aria-label="${h('fees')}"><table>
<thead><tr><th scope="col">${h('fee_asset')}</th><th scope="col">${h('fee_network')}</th>
<th scope="col" class="end">${h('fee_deposit')}</th><th scope="col" class="end">${h('fee_least_deposit')}</th>
<th scope="col" class="end">${h('fee_withdrawal')}</th><th scope="col" class="end">${h('fee_least_withdrawal')}</th></tr></thead>
<tbody>${fees.map(
    ({ asset, network, deposit, leastDeposit, withdrawal, leastWithdrawal, note }) => html`<tr>
<th scope="row">${asset}</th><td>${network}${noteIn(note, locale) && html`<br><span class="soft small">${noteIn(note, locale)}</span>`}</td>
${amount(deposit, h('fee_off'))}${amount(leastDeposit, '–')}${amount(withdrawal, h('fee_off'))}${amount(leastWithdrawal, '–')}</tr>
`,
  )}</tbody></table></div>
<p class="soft small">${h('fees_changed')} ${time(words, changed)}</p>`
}

const amount = (value: string | null, none: string): Html => html`<td class="end">${value ?? none}</td>`

const noteIn = (note: Fee['note'], locale: string): string =>
  note[locale] || Object.values(note).find(text => text !== '') || ''
