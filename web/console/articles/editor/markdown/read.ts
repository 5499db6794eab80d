// Reads the Markdown of an article into the editor's document, with the parser that the site reads it with.
import MarkdownIt, { type Token } from 'markdown-it'
import { isCalloutKind, type Node, paragraph } from './nodes.ts'
import { readInline } from './read-inline.ts'

/** A block of the document and the lines it was read from, the last one excluded. */
export interface Placed {
  node: Node
  from: number
  to: number
}

/** What it takes for a mark has to be the same as on the site (server/modules/knowledge/markdown/parser.ts). */
export const parser = new MarkdownIt({ html: false, linkify: false, typographer: false })
// An address stays as it was written; where links may lead is judged where they are shown.
parser.validateLink = () => true
parser.normalizeLink = url => url

const longestPlaceholder = 200

parser.inline.ruler.before('escape', 'placeholder', (state, silent) => {
  if (!state.src.startsWith('{{', state.pos)) return false
  const inside = state.src.slice(state.pos + 2, state.pos + longestPlaceholder)
  const end = inside.indexOf('}}')
  if (end < 0 || inside.slice(0, end).includes('\n')) return false
  if (!silent) state.push('placeholder', '', 0).content = inside.slice(0, end)
  state.pos += end + 4
  return true
})

const calloutMark = /^\[!([A-Z]{1,20})\](?:[ \t]*\n|[ \t]+|$)/

parser.core.ruler.before('inline', 'callouts', state => {
  for (const [index, token] of state.tokens.entries()) {
    const inline = state.tokens[index + 2]
    if (token.type !== 'blockquote_open' || state.tokens[index + 1]?.type !== 'paragraph_open' || !inline)
      continue
    const [mark = '', name = ''] = calloutMark.exec(inline.content) ?? []
    const kind = name.toLowerCase()
    if (!isCalloutKind(kind)) continue
    token.meta = { kind }
    inline.content = inline.content.slice(mark.length)
  }
})

/** The blocks of a text. What defines references is a block as well, so that it isn't lost. */
export function readBlocks(markdown: string): Placed[] {
  const lines = markdown.split('\n')
  const blocks: Placed[] = []
  let end = 0
  const keepSource = (to: number) => {
    const text = lines.slice(end, to).join('\n').trim()
    if (!text) return
    const from = end + lines.slice(end, to).findIndex(line => line.trim() !== '')
    blocks.push({ node: { type: 'source', attrs: { text } }, from, to: from + text.split('\n').length })
  }
  for (const group of groups(parser.parse(markdown, {}))) {
    const [from, to] = group[0]!.map ?? [end, end]
    keepSource(from)
    const last = to - trailingBlanks(lines, from, to)
    blocks.push({ node: readGroup(group), from, to: last })
    end = last
  }
  keepSource(lines.length)
  return blocks
}

function trailingBlanks(lines: readonly string[], from: number, to: number): number {
  let count = 0
  while (to - count - 1 > from && lines[to - count - 1]!.trim() === '') count++
  return count
}

/** The tokens of each block, from the one that opens it to the one that closes it. */
function groups(tokens: readonly Token[]): Token[][] {
  const all: Token[][] = []
  let depth = 0
  for (const token of tokens) {
    if (depth === 0) all.push([])
    all.at(-1)!.push(token)
    depth += token.nesting
  }
  return all
}

const readInside = (group: readonly Token[]): Node[] => groups(group.slice(1, -1)).map(readGroup)

function readGroup(group: Token[]): Node {
  const [first, second] = group as [Token, Token | undefined]
  switch (first.type) {
    case 'heading_open':
      return withContent('heading', { level: Number(first.tag.slice(1)) }, flat(readInline(second?.children)))
    case 'fence':
    case 'code_block':
      return codeBlock(first)
    case 'hr':
      return { type: 'horizontalRule' }
    case 'blockquote_open':
      return readQuote(group)
    case 'bullet_list_open':
    case 'ordered_list_open':
      return readList(group)
    case 'table_open':
      return readTable(group)
    default:
      return paragraph(readInline(second?.children))
  }
}

const withContent = (type: string, attrs: Record<string, unknown>, content: Node[]): Node =>
  content.length > 0 ? { type, attrs, content } : { type, attrs }

/** In headings and cells there is one line. */
const flat = (nodes: Node[]): Node[] =>
  nodes.map(node => (node.type === 'hardBreak' ? { type: 'text', text: ' ' } : node))

function codeBlock({ info, content }: Token): Node {
  const text = content.replace(/\n$/, '')
  const language = parser.utils.unescapeAll(info).trim() || null
  return { type: 'codeBlock', attrs: { language }, ...(text ? { content: [{ type: 'text', text }] } : {}) }
}

function readQuote(group: Token[]): Node {
  const kind: unknown = group[0]?.meta?.kind
  const inside = readInside(group)
  if (!kind) return { type: 'blockquote', content: atLeastText(inside) }
  // The mark may have stood alone.
  const content = inside[0]?.content ? inside : inside.slice(1)
  return { type: 'callout', attrs: { kind }, content: atLeastText(content) }
}

const atLeastText = (nodes: Node[]): Node[] => (nodes.length > 0 ? nodes : [paragraph([])])

function readList(group: Token[]): Node {
  const [open] = group as [Token]
  const items = groups(group.slice(1, -1))
  const loose = group.some(
    token => token.type === 'paragraph_open' && token.level === open.level + 2 && !token.hidden,
  )
  const content = items.map(item => listItem(readInside(item)))
  if (open.type === 'bullet_list_open') return { type: 'bulletList', attrs: { loose }, content }
  return { type: 'orderedList', attrs: { start: Number(open.attrGet('start') ?? 1), loose }, content }
}

/** The editor's items begin with a paragraph. */
const listItem = (blocks: Node[]): Node => ({
  type: 'listItem',
  content: blocks[0]?.type === 'paragraph' ? blocks : [paragraph([]), ...blocks],
})

function readTable(group: Token[]): Node {
  const rows: Node[] = []
  for (const [index, token] of group.entries()) {
    if (token.type === 'tr_open') rows.push({ type: 'tableRow', content: [] })
    if (token.type !== 'th_open' && token.type !== 'td_open') continue
    const align = /text-align:(\w+)/.exec(String(token.attrGet('style') ?? ''))?.[1] ?? null
    rows.at(-1)!.content!.push({
      type: token.type === 'th_open' ? 'tableHeader' : 'tableCell',
      attrs: { align },
      content: [paragraph(flat(readInline(group[index + 1]?.children)))],
    })
  }
  const hasHead = rows.length < 2 || rows[0]!.content!.some(cell => cell.content![0]!.content)
  return { type: 'table', content: hasHead ? rows : rows.slice(1) }
}
