// Fee tables stand in articles as marks, since fees change while articles are kept rendered.
import { attribute } from './escape.ts'

/** Which fees: of one asset, of one network, of both, or all. */
export interface FeeFilter {
  asset: string | null
  network: string | null
}

const directive = /^\{\{ {0,9}fees((?: {1,9}(?:asset|network)=[\w.-]{1,40}){0,2}) {0,9}\}\}$/
const mark = /<div class="fees" data-asset="([\w.-]*)" data-network="([\w.-]*)"><\/div>/g

/** What `{{fees}}`, `{{fees asset=USDT}}` and `{{fees asset=USDT network=TRC20}}` ask for; null where it's none of these. */
export function feesOf(text: string): FeeFilter | null {
  const [, named] = directive.exec(text.trim()) ?? []
  if (named === undefined) return null
  const values = new Map(
    named
      .trim()
      .split(/ +/)
      .map(pair => pair.split('=') as [string, string]),
  )
  return { asset: values.get('asset') ?? null, network: values.get('network') ?? null }
}

export const feeMark = ({ asset, network }: FeeFilter): string =>
  `<div class="fees"${attribute('data-asset', asset ?? '')}${attribute('data-network', network ?? '')}></div>`

/** The fee tables that a rendered article asks for. */
export const feesIn = (html: string): FeeFilter[] =>
  [...html.matchAll(mark)].map(([, asset, network]) => filterOf(asset!, network!))

/** Puts a table, which has to be safe HTML, in place of each mark. Text can't hold a mark, as its brackets are escaped. */
export const fillFees = (html: string, table: (filter: FeeFilter) => string): string =>
  html.replace(mark, (_whole, asset: string, network: string) => table(filterOf(asset, network)))

const filterOf = (asset: string, network: string): FeeFilter => ({
  asset: asset || null,
  network: network || null,
})
