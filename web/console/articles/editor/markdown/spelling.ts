// Remembers how an article was written, so that what nobody touched is saved letter by letter as it was.
import type { Node } from './nodes.ts'
import { readBlocks } from './read.ts'
import { signAfter, writeBlock } from './write-blocks.ts'

interface Original {
  /** As we spell the block: two blocks that are spelled alike say the same. */
  normal: string
  raw: string
  /** What stands between the block before and this one. */
  gap: string
}

/** How a text was written. */
export interface Spelling {
  blocks: readonly Original[]
  after: string
}

export interface Article {
  doc: Node
  spelling: Spelling
}

const emptyParagraph: Node = { type: 'paragraph' }
export const noSpelling: Spelling = { blocks: [], after: '' }

/** The document that a text says, and how the text said it. */
export function readArticle(markdown: string): Article {
  const lines = markdown.split('\n')
  const placed = readBlocks(markdown.replaceAll('\r', ''))
  let end = 0
  const blocks = placed.map(({ node, from, to }, index) => {
    const gap = index === 0 ? linesOf(lines, 0, from) : `\n${linesOf(lines, end, from)}`
    const raw = lines.slice(from, to).join('\n')
    end = to
    return { normal: writeBlock(node), raw, gap, isLast: index === placed.length - 1, node }
  })
  const after = end === 0 || end >= lines.length ? '' : `\n${lines.slice(end).join('\n')}`
  return {
    doc: { type: 'doc', content: placed.length > 0 ? placed.map(({ node }) => node) : [emptyParagraph] },
    spelling: {
      after,
      // A code block may lack its end where it is the last one; there it must stay.
      blocks: blocks.map(({ normal, raw, gap, isLast, node }) =>
        node.type === 'codeBlock' && isLast ? { normal, raw: closed(raw), gap } : { normal, raw, gap },
      ),
    },
  }
}

const linesOf = (lines: readonly string[], from: number, to: number): string =>
  lines
    .slice(from, to)
    .map(line => `${line}\n`)
    .join('')

const closed = (raw: string): string => {
  const [, fence] = /^ {0,3}(`{3,}|~{3,})/.exec(raw) ?? []
  const last = raw.split('\n').at(-1)!.trim()
  return !fence || (raw.includes('\n') && last.startsWith(fence)) ? raw : `${raw}\n${fence}`
}

/** A block of the document, and how we spell it where it stands. */
export interface Written {
  node: Node
  normal: string
}

/** The text of a document: blocks of before as they were written then, the others as we spell them. */
export function writeArticle(written: readonly Written[], spelling: Spelling): string {
  const places = placesOf(spelling)
  const shown = written.filter(({ normal }) => normal !== '')
  let text = ''
  let last = -1
  let before: { node: Node; text: string; at: number } | undefined
  for (const { node, normal } of shown) {
    const at = take(places, normal, last)
    const original = at === undefined ? undefined : spelling.blocks[at]
    const block = spelled(original, node, normal, before)
    const follows = original !== undefined && at === (before ? before.at + 1 : 0)
    const gap = follows ? original.gap : text ? '\n\n' : ''
    text += gap + block
    if (at !== undefined) last = at
    before = { node, text: block, at: at ?? Number.NaN }
  }
  return text && text + spelling.after
}

/** Two lists next to each other need different signs, however the second one was written elsewhere. */
function spelled(
  original: Original | undefined,
  node: Node,
  normal: string,
  before: { node: Node; text: string } | undefined,
): string {
  const isNext = before?.node.type === node.type && /List$/.test(node.type)
  if (original && (!isNext || signOf(before.text) !== signOf(original.raw))) return original.raw
  const sign = signAfter(before?.node, node, before?.text)
  return sign === 'first' ? normal : writeBlock(node, sign)
}

const signOf = (list: string): string => /^\s*(?:([-*+])|\d+([.)]))/.exec(list)?.slice(1).join('') ?? ''

function placesOf({ blocks }: Spelling): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [index, { normal }] of blocks.entries()) {
    const all = places.get(normal)
    if (all) all.push(index)
    else places.set(normal, [index])
  }
  return places
}

/** Where this block stood: best right after the one before, else as soon as possible. */
function take(places: Map<string, number[]>, normal: string, last: number): number | undefined {
  const all = places.get(normal)
  if (!all?.length) return undefined
  const next = all.findIndex(place => place > last)
  return all.splice(Math.max(next, 0), 1)[0]
}
