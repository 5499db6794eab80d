// Tables scroll by themselves on small screens and say which cells are headings.
import type { ArticleWriter } from './article-writer.ts'
import { attribute } from './escape.ts'
import { attributeOf, type Token } from './parser.ts'
import { writeLine } from './write-line.ts'

interface Cell {
  children: readonly Token[]
  align: 'center' | 'end' | null
  line: number
}

/** Writes the table that begins at `index` and gives the index of its end. */
export function writeTable(writer: ArticleWriter, tokens: readonly Token[], index: number): number {
  const { rows, end } = rowsOf(tokens, index)
  const [head = [], ...body] = rows
  const hasHead = head.some(cell => !isEmpty(cell))
  // A first column without a name of its own names the rows.
  const namesRows = hasHead && head[0] !== undefined && isEmpty(head[0])
  writer.write(
    `<div class="table" role="group" tabindex="0"${attribute('aria-label', writer.options.words.table)}><table>`,
  )
  if (hasHead) {
    writer.write('<thead>')
    writeRow(writer, head, cell => (isEmpty(cell) ? null : 'col'))
    writer.write('</thead>')
  }
  writer.write('<tbody>')
  for (const row of body)
    writeRow(writer, row, (cell, at) => (namesRows && at === 0 && !isEmpty(cell) ? 'row' : null))
  writer.write('</tbody></table></div>\n')
  return end
}

function writeRow(
  writer: ArticleWriter,
  row: readonly Cell[],
  scopeOf: (cell: Cell, at: number) => 'col' | 'row' | null,
): void {
  writer.write('<tr>')
  row.forEach((cell, at) => {
    const scope = scopeOf(cell, at)
    const tag = scope ? 'th' : 'td'
    writer.line = cell.line
    writer.write(
      `<${tag}${scope ? attribute('scope', scope) : ''}${cell.align ? attribute('class', cell.align) : ''}>`,
    )
    writeLine(writer, cell.children)
    writer.write(`</${tag}>`)
    writer.endCell()
  })
  writer.write('</tr>\n')
  writer.endLine()
}

const isEmpty = ({ children }: Cell) =>
  children.every(({ type, content }) => type === 'text' && content.trim() === '')

function rowsOf(tokens: readonly Token[], index: number): { rows: Cell[][]; end: number } {
  const rows: Cell[][] = []
  let line = 1
  let at = index
  for (; tokens[at] && tokens[at]!.type !== 'table_close'; at++) {
    const token = tokens[at]!
    if (token.map) line = token.map[0] + 1
    if (token.type === 'tr_open') rows.push([])
    if (token.type === 'th_open' || token.type === 'td_open') {
      rows.at(-1)!.push({ children: tokens[at + 1]?.children ?? [], align: alignOf(token), line })
    }
  }
  return { rows, end: at }
}

function alignOf(token: Token): Cell['align'] {
  const style = attributeOf(token, 'style')
  if (style.endsWith(':center')) return 'center'
  return style.endsWith(':right') ? 'end' : null
}
