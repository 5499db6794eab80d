// Writes the blocks of the editor's document as Markdown, each in the one way we spell it.
import type { Node } from './nodes.ts'
import { writeInline } from './write-inline.ts'

/** Blocks with a blank line between them; an empty paragraph has no place in Markdown. */
export function writeBlocks(nodes: readonly Node[], inList = false): string {
  const written: string[] = []
  let before: Node | undefined
  for (const node of nodes) {
    const text = writeBlock(node, signAfter(before, node, written.at(-1)), inList)
    if (!text) continue
    written.push(text)
    before = node
  }
  return written.join('\n\n')
}

/** Which of the two signs a list's items have: two lists one after the other need different ones. */
export type ListSign = 'first' | 'second'

export function signAfter(before: Node | undefined, node: Node, written: string | undefined): ListSign {
  if (!before || before.type !== node.type || !/List$/.test(node.type)) return 'first'
  return /^(?:-|\d+\.)/.test(written ?? '') ? 'second' : 'first'
}

export function writeBlock(node: Node, sign: ListSign = 'first', inList = false): string {
  const { attrs, content = [] } = node
  switch (node.type) {
    case 'paragraph':
      return writeInline(content)
    case 'heading': {
      const text = writeInline(content, { isLine: true })
      return `${'#'.repeat(Number(attrs?.level ?? 2))} ${text}`.trimEnd()
    }
    case 'bulletList':
    case 'orderedList':
      return list(node, sign)
    case 'blockquote':
      return quoted(writeBlocks(content))
    case 'callout':
      return callout(node)
    case 'codeBlock':
      return fenced(node)
    case 'horizontalRule':
      return inList ? '___' : '---'
    case 'table':
      return table(content)
    case 'source':
      return String(attrs?.text ?? '')
    default:
      return ''
  }
}

const isShown = (node: Node): boolean => node.type !== 'paragraph' || writeInline(node.content ?? []) !== ''

const quoted = (text: string): string =>
  text
    .split('\n')
    .map(line => (line ? `> ${line}` : '>'))
    .join('\n')

/** What is no paragraph needs a blank line, so that it isn't taken for more of the first line. */
function callout({ attrs, content = [] }: Node): string {
  const first = content.find(isShown)
  const gap = first?.type === 'paragraph' ? '\n' : '\n\n'
  return quoted(`[!${String(attrs?.kind ?? 'note').toUpperCase()}]${gap}${writeBlocks(content)}`.trimEnd())
}

function fenced({ attrs, content = [] }: Node): string {
  const text = content.map(({ text: part = '' }) => part).join('')
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(run => run.length))
  const fence = '`'.repeat(longest + 1)
  const language = String(attrs?.language ?? '').replace(/[`\n]/g, '')
  return `${fence}${language}\n${text ? `${text}\n` : ''}${fence}`
}

function list({ type, attrs, content: items = [] }: Node, sign: ListSign): string {
  const isOrdered = type === 'orderedList'
  const isLoose =
    (attrs?.loose === true && items.some(hasText)) ||
    items.some(({ content = [] }) => needsBlankLine(content))
  const start = Number(attrs?.start ?? 1)
  const dot = sign === 'first' ? '.' : ')'
  return items
    .map(({ content = [] }, index) => {
      const marker = isOrdered ? `${start + index}${dot}` : sign === 'first' ? '-' : '*'
      const text = isLoose ? writeBlocks(content, true) : tight(content)
      return `${marker} ${indented(text, marker.length + 1)}`.trimEnd()
    })
    .join(isLoose ? '\n\n' : '\n')
}

const hasText = ({ content = [] }: Node): boolean =>
  content.some(node => node.type === 'paragraph' && isShown(node))

const indented = (text: string, by: number): string => text.replace(/\n(?!\n|$)/g, `\n${' '.repeat(by)}`)

const tight = (content: readonly Node[]): string =>
  content
    .map(node => writeBlock(node, 'first', true))
    .filter(Boolean)
    .join('\n')

/** Whether one of these blocks would swallow the next one without a blank line between them. */
const needsBlankLine = (content: readonly Node[]): boolean => {
  const shown = content.filter(isShown)
  return shown.some((node, index) => {
    const before = shown[index - 1]
    if (!before || ['codeBlock', 'heading'].includes(before.type)) return false
    const starts = ['codeBlock', 'heading', 'blockquote', 'callout'].includes(node.type)
    const isFilled = writeBlocks(node.content?.[0]?.content ?? []) !== ''
    const counts = node.type === 'orderedList' && Number(node.attrs?.start ?? 1) === 1
    return before.type !== 'paragraph' || !(starts || ((counts || node.type === 'bulletList') && isFilled))
  })
}

function table(rows: readonly Node[]): string {
  const [first] = rows
  const columns = Math.max(1, ...rows.map(({ content = [] }) => content.length))
  const hasHead = (first?.content ?? []).some(({ type }) => type === 'tableHeader')
  const body = hasHead ? rows.slice(1) : rows
  const aligns = Array.from({ length: columns }, (_, index) => dashes(first?.content?.[index]?.attrs?.align))
  const cells = (row: Node | undefined) =>
    Array.from({ length: columns }, (_, index) => cell(row?.content?.[index]))
  const line = (texts: string[]) => `|${texts.map(text => ` ${text} `.replace(/^ {2}$/, ' ')).join('|')}|`
  return [
    line(hasHead ? cells(first) : aligns.map(() => '')),
    `|${aligns.join('|')}|`,
    ...body.map(row => line(cells(row))),
  ].join('\n')
}

const cell = (node: Node | undefined): string =>
  (node?.content ?? [])
    .map(({ content = [] }) => writeInline(content, { inCell: true }))
    .filter(Boolean)
    .join(' ')

function dashes(align: unknown): string {
  if (align === 'center') return ':---:'
  return align === 'right' ? '---:' : align === 'left' ? ':---' : '---'
}
