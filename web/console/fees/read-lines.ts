// Reads fees as they come from a spreadsheet: one a line, cells parted by tabs, semicolons or commas.
import type { FeeLine } from '../../../contract/knowledge.ts'

export type FeeFault = 'cells' | 'asset' | 'network' | 'amount' | 'twice' | 'too_many'

export interface LineFault {
  /** From 1, as people count lines. */
  line: number
  fault: FeeFault
  /** What is wrong, as it was written. */
  value: string
}

/** As many as the desk takes at once. */
const mostLines = 1_000

export const amountShape = /^\d{1,20}(\.\d{1,18})?%?$/
export const assetShape = /^[A-Z0-9]{1,20}$/
const nothing = new Set(['', '-', '–', '—', '/', 'n/a'])

/** Empty lines and a heading don't count. Either all lines are read, or the faults are told. */
export function readFeeLines(text: string): { fees: FeeLine[]; faults: LineFault[] } {
  const fees: FeeLine[] = []
  const faults: LineFault[] = []
  const seen = new Set<string>()
  const lines = text.split(/\r\n?|\n/)
  const heading = lines.findIndex(line => line.trim() !== '')
  for (const [index, written] of lines.entries()) {
    if (written.trim() === '') continue
    const cells = cellsOf(written)
    if (index === heading && isHeading(cells)) continue
    const line = index + 1
    if (fees.length === mostLines) {
      faults.push({ line, fault: 'too_many', value: String(mostLines) })
      break
    }
    const read = readLine(cells)
    if ('fault' in read) {
      faults.push({ line, ...read })
      continue
    }
    const key = `${read.asset} ${read.network}`
    if (seen.has(key)) faults.push({ line, fault: 'twice', value: key })
    seen.add(key)
    fees.push(read)
  }
  return { fees, faults }
}

/** Where there are tabs, commas belong to the words. */
function cellsOf(line: string): string[] {
  const sign = ['\t', ';', ','].find(one => line.includes(one)) ?? '\t'
  return line.split(sign).map(cell =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  )
}

/** Its third cell is words, where an amount would stand. */
const isHeading = ([, , third = '']: readonly string[]): boolean =>
  /^\p{L}[^\d]*$/u.test(third) && !nothing.has(third)

function readLine(cells: readonly string[]): FeeLine | Omit<LineFault, 'line'> {
  const [first = '', network = '', ...amounts] = cells
  if (cells.length !== 6) return { fault: 'cells', value: String(cells.length) }
  const asset = first.toUpperCase()
  if (!assetShape.test(asset)) return { fault: 'asset', value: first }
  if (!network || network.length > 60) return { fault: 'network', value: network }
  const wrong = amounts.find(amount => !nothing.has(amount.toLowerCase()) && !amountShape.test(amount))
  if (wrong !== undefined) return { fault: 'amount', value: wrong }
  const [deposit = null, withdrawal = null, leastDeposit = null, leastWithdrawal = null] = amounts.map(
    amount => (nothing.has(amount.toLowerCase()) ? null : amount),
  )
  return { asset, network, deposit, withdrawal, leastDeposit, leastWithdrawal }
}
