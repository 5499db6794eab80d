// Blocks of Markdown as they are put together: what is open, and what becomes of it when it ends.
import { codeBlock, item, prefixed } from './markdown-text.ts'

export interface Block {
  tag: string
  kind: 'root' | 'quote' | 'list' | 'item' | 'heading' | 'code' | 'table' | 'row' | 'cell'
  /** Finished blocks within. */
  blocks: string[]
  /** Of headings 2 to 6, of an ordered list the number of its first item. */
  number: number
  /** `NOTE` and so on of a quote, the language of code. */
  name: string
  /** Code as it stands. */
  code: string[]
  rows: Row[]
}

export interface Row {
  cells: string[]
  isHead: boolean
}

export const blockOf = (tag: string, kind: Block['kind'], more: Partial<Block> = {}): Block => ({
  tag,
  kind,
  blocks: [],
  number: 1,
  name: '',
  code: [],
  rows: [],
  ...more,
})

const mostColumns = 30

/** The Markdown of a block that has ended; empty for nothing. Cells and rows are the table's. */
export function markdownOf(block: Block): string {
  const { kind, blocks } = block
  if (kind === 'code') return codeBlock(block.code.join(''), block.name)
  if (kind === 'table') return tableOf(block.rows)
  if (kind === 'item') return joined(blocks)
  if (blocks.length === 0) return ''
  if (kind === 'heading') return heading(block)
  if (kind === 'list') return list(block)
  const body = blocks.join('\n\n')
  if (kind === 'quote') return prefixed(block.name ? `[!${block.name}]\n${body}` : body, '> ')
  return body
}

function heading({ blocks, number }: Block): string {
  const words = blocks.join(' ').replaceAll(/\\?\n/g, ' ')
  return `${'#'.repeat(number)} ${words.replace(/#+$/, '\\$&')}`
}

/** Items of one paragraph, maybe with lists under it, stand close together. */
export const joined = (blocks: string[]): string =>
  blocks.slice(1).every(block => /^(?:[-*] |\d+[.)] )/.test(block)) ? blocks.join('\n') : blocks.join('\n\n')

function list({ tag, number, blocks }: Block): string {
  const isLoose = blocks.some(block => block.includes('\n\n'))
  const items = blocks.map((text, index) => item(tag === 'ol' ? `${number + index}. ` : '- ', text))
  return items.join(isLoose ? '\n\n' : '\n')
}

/** Markdown's tables have a head; where none is said, the first row is it. */
function tableOf(rows: Row[]): string {
  const filled = rows.filter(({ cells }) => cells.some(cell => cell !== ''))
  const [first] = filled
  if (!first) return ''
  if (filled.every(({ cells }) => cells.length === 1))
    return filled.map(({ cells }) => cells[0]!.replaceAll('\\|', '|')).join('\n\n')
  const width = Math.min(mostColumns, Math.max(...filled.map(({ cells }) => cells.length)))
  const line = (cells: string[]) =>
    `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`
  const [head, ...body] = filled
  return [line(head!.cells), `|${' --- |'.repeat(width)}`, ...body.map(({ cells }) => line(cells))].join('\n')
}
