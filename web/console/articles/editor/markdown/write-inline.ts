// Writes what stands within one block as Markdown that is read as the same again, escaping no more than that needs.
import type { Mark, Node } from './nodes.ts'
import { parser } from './read.ts'
import { readInline, sameMark, sameMarks } from './read-inline.ts'

interface Place {
  /** In a cell a bar ends the cell, and there is one line. */
  inCell?: boolean
  /** In a heading there is one line. */
  isLine?: boolean
}

const signs: Record<string, string> = { bold: '**', italic: '*', strike: '~~' }
const order = ['link', 'bold', 'italic', 'strike', 'code']
const space = /^\s$/
const letter = /^[\p{L}\p{N}]$/u

/**
 * Marks can stand where Markdown has no way to say so, such as bold that ends with a colon before a letter. Ways to write them are
 * tried in turn until one is read as the same; where none is, what was understood counts, as long as it has all the words.
 */
export function writeInline(nodes: readonly Node[], place: Place = {}, isAgain = false): string {
  const wanted = tidy(nodes, place)
  if (wanted.length === 0) return ''
  let understood = joined(wanted.map(unmarked))
  for (const way of ways) {
    const text = linesOf(way(wanted), place)
    const read = readBack(text, place)
    if (sameNodes(read, wanted)) return inPlace(text, place)
    if (wordsOf(read) === wordsOf(wanted)) understood = read
  }
  if (!isAgain) return writeInline(understood, place, true)
  return inPlace(linesOf(write(joined(wanted.map(unmarked)), false), place), place)
}

const ways: ((nodes: Node[]) => string)[] = [
  nodes => write(nodes, false),
  nodes => write(nodes, true),
  nodes => write(shrunk(nodes), false),
  nodes => write(shrunk(nodes), true),
]

const unmarked = (node: Node): Node => ({ ...node, marks: node.marks?.filter(({ type }) => type === 'code') })

const inPlace = (text: string, { inCell }: Place): string => (inCell ? text.replaceAll('|', '\\|') : text)

/** What Markdown can say: no space at the edges of lines and marks, and one line where there is only one. */
function tidy(nodes: readonly Node[], { inCell, isLine }: Place): Node[] {
  const lines: Node[][] = [[]]
  for (const node of nodes) {
    if (node.type !== 'hardBreak') lines.at(-1)!.push(flat(node))
    else if (inCell || isLine) lines.at(-1)!.push({ type: 'text', text: ' ' })
    else lines.push([])
  }
  const full = lines
    .map(line => joined(withoutEdgeSpaces(joined(trimmed(line)))))
    .filter(line => line.length > 0)
  return full.flatMap((line, index) => (index > 0 ? [{ type: 'hardBreak' }, ...line] : line))
}

function flat(node: Node): Node {
  const marks = order.flatMap(type => node.marks?.find(mark => mark.type === type) ?? [])
  return node.type === 'text'
    ? { ...node, marks, text: (node.text ?? '').replace(/\s*\n\s*/g, ' ') }
    : { ...node, marks }
}

function trimmed(line: Node[]): Node[] {
  const rest = line.filter(node => node.type !== 'text' || node.text)
  while (isText(rest[0]) && !rest[0].text!.trim()) rest.shift()
  while (isText(rest.at(-1)) && !rest.at(-1)!.text!.trim()) rest.pop()
  if (isText(rest[0])) rest[0] = { ...rest[0], text: rest[0].text!.trimStart() }
  const last = rest.at(-1)
  if (isText(last)) rest[rest.length - 1] = { ...last, text: last.text!.trimEnd() }
  return rest
}

const isText = (node: Node | undefined): node is Node => node?.type === 'text' && !isCode(node)

const isCode = (node: Node): boolean => (node.marks ?? []).some(({ type }) => type === 'code')

/** Takes a mark from the spaces at its edges. */
function withoutEdgeSpaces(nodes: Node[]): Node[] {
  return nodes.flatMap((node, index) => {
    if (node.type !== 'text' || isCode(node) || !node.marks?.length) return [node]
    const [, before = '', middle = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(node.text ?? '') ?? []
    const shared = (other: Node | undefined) =>
      node.marks!.filter(mark => other?.marks?.some(another => sameMark(mark, another)))
    if (!middle) {
      const [left, right] = [shared(nodes[index - 1]), shared(nodes[index + 1])]
      return [{ ...node, marks: left.filter(mark => right.some(another => sameMark(mark, another))) }]
    }
    const parts = [
      { ...node, text: before, marks: shared(nodes[index - 1]) },
      { ...node, text: middle },
      { ...node, text: after, marks: shared(nodes[index + 1]) },
    ]
    return parts.filter(({ text }) => text !== '')
  })
}

function joined(nodes: Node[]): Node[] {
  const all: Node[] = []
  for (const node of nodes) {
    const last = all.at(-1)
    const same =
      node.type === 'text' && last?.type === 'text' && sameMarks(last.marks ?? [], node.marks ?? [])
    if (same) all[all.length - 1] = { ...last, text: `${last.text}${node.text}` }
    else all.push(node)
  }
  return all
}

/** Takes a mark from the signs at its edges where Markdown would not see the mark otherwise. */
function shrunk(nodes: Node[]): Node[] {
  const parts = nodes.flatMap((node, index) => {
    if (node.type !== 'text' || isCode(node) || !node.marks?.some(({ type }) => signs[type])) return [node]
    const kept = node.marks.filter(({ type }) => !signs[type])
    const [, before = '', middle = '', after = ''] =
      /^((?:[\p{P}\p{S}])*)(.*?)((?:[\p{P}\p{S}])*)$/su.exec(node.text ?? '') ?? []
    if (!middle) return [{ ...node, marks: kept }]
    const [atStart, atEnd] = [letter.test(edge(nodes[index - 1], -1)), letter.test(edge(nodes[index + 1], 0))]
    return [
      { ...node, text: before, marks: atStart ? kept : node.marks },
      { ...node, text: middle },
      { ...node, text: after, marks: atEnd ? kept : node.marks },
    ].filter(({ text }) => text !== '')
  })
  return joined(parts)
}

const edge = (node: Node | undefined, at: 0 | -1): string => Array.from(node?.text ?? '').at(at) ?? ''

/** @param linksOutside links around other marks, instead of the mark that goes on longest */
function write(nodes: readonly Node[], linksOutside: boolean, open: readonly Mark[] = []): string {
  let text = ''
  for (let at = 0; at < nodes.length; ) {
    const { mark, to } = nextMark(nodes, at, open, linksOutside)
    if (mark) {
      const inside = write(nodes.slice(at, to), linksOutside, [...open, mark])
      if (mark.type === 'link' && text.endsWith('!')) text = `${text.slice(0, -1)}\\!`
      text += mark.type === 'link' ? link(mark, inside) : `${signs[mark.type]}${inside}${signs[mark.type]}`
    } else text += leaf(nodes[at]!, open)
    at = to
  }
  return text
}

function nextMark(nodes: readonly Node[], at: number, open: readonly Mark[], linksOutside: boolean) {
  let best: { mark: Mark | null; to: number } = { mark: null, to: at + 1 }
  for (const mark of nodes[at]!.marks ?? []) {
    if (mark.type === 'code' || open.some(one => sameMark(one, mark))) continue
    if (mark.type !== 'link' && !signs[mark.type]) continue
    let to = at + 1
    while (to < nodes.length && nodes[to]!.marks?.some(one => sameMark(one, mark))) to++
    if (linksOutside && mark.type === 'link') return { mark, to }
    if (!best.mark || to > best.to) best = { mark, to }
  }
  return best
}

function link({ attrs }: Mark, inside: string): string {
  const href = String(attrs?.href ?? '')
  if (!attrs?.title && inside === escaped(href, false) && /^https?:[^\s<>]*$/i.test(href)) return `<${href}>`
  return `[${inside}](${target(href, attrs?.title)})`
}

function target(address: string, title: unknown): string {
  const plain = /^[^\s()<>\\&]+$/.test(address)
  const written = plain
    ? address
    : `<${address
        .replace(/[\\<>]/g, '\\$&')
        .replaceAll('&', '&amp;')
        .replace(/\s/g, '%20')}>`
  if (!title) return written
  return `${written} "${String(title).replace(/["\\]/g, '\\$&').replaceAll('&', '&amp;').replace(/\s+/g, ' ')}"`
}

function leaf(node: Node, open: readonly Mark[]): string {
  const { attrs, text = '' } = node
  const inLink = open.some(({ type }) => type === 'link')
  switch (node.type) {
    case 'hardBreak':
      return '\\\n'
    case 'placeholder':
      return `{{${String(attrs?.text ?? '')}}}`
    case 'image':
    case 'video': {
      const alt = escaped(String(attrs?.alt ?? ''), true).replace(/\s+/g, ' ')
      return `![${alt}](${target(String(attrs?.src ?? ''), attrs?.title)})`
    }
    default:
      return isCode(node) ? code(text) : escaped(text, inLink)
  }
}

function code(text: string): string {
  const runs = new Set((text.match(/`+/g) ?? []).map(run => run.length))
  let length = 1
  while (runs.has(length)) length++
  const isTight = !/^`|`$/.test(text) && !(/^ .*[^ ].* $/.test(text) || /^ [^ ] $/.test(text))
  const fence = '`'.repeat(length)
  return isTight ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`
}

/** Text in which no sign means more than itself, whatever stands around it. */
function escaped(text: string, inLink: boolean): string {
  return text.replace(/[\\`*_[\]~<&{!]/g, (found, at: number) => {
    const left = text[at - 1] ?? ''
    const right = text[at + 1] ?? ''
    return isPlain(found, left, right, text.slice(at), inLink) ? found : `\\${found}`
  })
}

function isPlain(found: string, left: string, right: string, rest: string, inLink: boolean): boolean {
  switch (found) {
    case '\\':
      return right !== '' && !/[!-/:-@[-`{-~\n]/.test(right)
    case '*':
      return space.test(left) && space.test(right)
    case '_':
      return (space.test(left) && space.test(right)) || (letter.test(left) && letter.test(right))
    case '~':
      return right !== '~' && left !== '~' && right !== '' && left !== ''
    case ']':
      return !inLink
    case '<':
      return right !== '' && !/[a-z/!?]/i.test(right)
    case '&':
      return !/^&(?:#x?[\da-f]+|\w+);/i.test(rest)
    case '{':
      return right !== '{' && right !== ''
    case '!':
      return right !== '['
    default:
      return false
  }
}

/** Keeps the beginning of each line from being read as a list, a heading and the like. */
function linesOf(text: string, { isLine, inCell }: Place): string {
  if (inCell) return text
  if (isLine) return text.replace(/(^|\s)(#+\s*)$/, '$1\\$2')
  return text
    .split('\n')
    .map(line => line.trimStart())
    .map(line => {
      if (/^(?:#{1,6}(?:\s|$)|>|=+\s*$|[-+*](?:\s|$))/.test(line)) return `\\${line}`
      if (/^(?:[-*_][ \t]*){3,}$/.test(line) || /^\|?[\s|:-]*-[\s|:-]*$/.test(line)) return `\\${line}`
      return line.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    })
    .join('\n')
}

function readBack(text: string, { isLine, inCell }: Place): Node[] {
  const [open, inline, , more] =
    isLine || inCell ? [undefined, ...parser.parseInline(text, {})] : parser.parse(text, {})
  return more || (open && open.type !== 'paragraph_open') ? [] : readInline(inline?.children)
}

const sameNodes = (read: readonly Node[], wanted: readonly Node[]): boolean =>
  read.length === wanted.length && read.every((node, index) => sameNode(node, wanted[index]!))

const sameNode = (one: Node, other: Node): boolean =>
  one.type === other.type &&
  (one.text ?? '') === (other.text ?? '') &&
  sameMarks(one.marks ?? [], other.marks ?? []) &&
  ['src', 'alt', 'title', 'text'].every(name => (one.attrs?.[name] ?? '') === (other.attrs?.[name] ?? ''))

const wordsOf = (nodes: readonly Node[]): string =>
  nodes.map(({ type, text, attrs }) => text ?? `${type}${String(attrs?.src ?? attrs?.text ?? '')}`).join('')
