// What stands within one block: words with their marks, pictures, films and placeholders.
import type { Token } from 'markdown-it'
import { isVideo, type Mark, type Node } from './nodes.ts'

const markTypes: Record<string, string> = { strong: 'bold', em: 'italic', s: 'strike' }

export function readInline(tokens: readonly Token[] | null | undefined): Node[] {
  const nodes: Node[] = []
  let marks: Mark[] = []
  for (const token of tokens ?? []) {
    const kind = token.type.replace(/_(?:open|close)$/, '')
    if (kind === 'link' || markTypes[kind]) {
      const type = markTypes[kind] ?? 'link'
      if (token.nesting > 0) marks = withMark(marks, type === 'link' ? linkMark(token) : { type })
      else marks = marks.filter(mark => mark.type !== type)
    } else addNode(nodes, readToken(token), marks)
  }
  return nodes
}

function linkMark(token: Token): Mark {
  const title = token.attrGet('title')
  return {
    type: 'link',
    attrs: { href: String(token.attrGet('href') ?? ''), title: title ? String(title) : null },
  }
}

const withMark = (marks: Mark[], mark: Mark): Mark[] => [
  ...marks.filter(({ type }) => type !== mark.type),
  mark,
]

function readToken(token: Token): Node {
  switch (token.type) {
    case 'softbreak':
      return { type: 'text', text: ' ' }
    case 'hardbreak':
      return { type: 'hardBreak' }
    case 'code_inline':
      return { type: 'text', text: token.content, marks: [{ type: 'code' }] }
    case 'placeholder':
      return { type: 'placeholder', attrs: { text: token.content } }
    case 'image':
      return picture(token)
    default:
      return { type: 'text', text: token.content }
  }
}

function picture(token: Token): Node {
  const src = String(token.attrGet('src') ?? '')
  const title = token.attrGet('title')
  const alt = (token.children ?? [])
    .map(({ type, content }) => (/break$/.test(type) ? ' ' : content))
    .join('')
  return { type: isVideo(src) ? 'video' : 'image', attrs: { src, alt, title: title ? String(title) : null } }
}

/** Words with the same marks become one text, as the editor has it. */
function addNode(nodes: Node[], node: Node, around: readonly Mark[]): void {
  if (node.type === 'text' && !node.text) return
  const marks = [...around, ...(node.marks ?? [])]
  const last = nodes.at(-1)
  if (node.type === 'text' && last?.type === 'text' && sameMarks(last.marks ?? [], marks)) {
    last.text += node.text ?? ''
  } else nodes.push(marks.length > 0 ? { ...node, marks } : { ...node })
}

export const sameMarks = (one: readonly Mark[], other: readonly Mark[]): boolean =>
  one.length === other.length && one.every(mark => other.some(another => sameMark(mark, another)))

export const sameMark = (one: Mark, other: Mark): boolean =>
  one.type === other.type &&
  one.attrs?.href === other.attrs?.href &&
  (one.attrs?.title ?? null) === (other.attrs?.title ?? null)
