// Finds where an earlier mail begins: the lines that announce it, before the first of its own.
import { attributionEnd } from './attribution.ts'
import { headerBlockEnd } from './header-block.ts'
import { isBlank, isQuoted, type Line, longestTold, plainly, skipBlank } from './lines.ts'
import { forwards, originals, replyAbove } from './splitter-words.ts'

/** The announcement goes up to line `end`, exclusive. `whole`: all that follows is the earlier mail, quoted or not. */
export interface Splitter {
  end: number
  forward: boolean
  whole: boolean
}

const original = new Set(originals)
const forward = new Set(forwards)

/** The announcement that begins at `at`; undefined when none does. */
export function splitterAt(lines: readonly Line[], at: number): Splitter | undefined {
  const line = lines[at]!
  if (line.mark === 'end') return { end: throughHeaders(lines, at + 1), forward: false, whole: true }
  if (isBlank(line)) return
  const marker = markerOf(line)
  if (marker) return { end: throughHeaders(lines, at + 1), forward: marker === 'forward', whole: false }
  const end = blockBelowRule(lines, at) ?? attributionEnd(lines, at) ?? attributionMarked(lines, at)
  if (end !== undefined) return { end, forward: false, whole: false }
}

/** What the announcement itself is followed by, before the mail: blank lines and its headers. */
function throughHeaders(lines: readonly Line[], from: number): number {
  const at = skipBlank(lines, from)
  const end = at < lines.length && !isQuoted(lines[at]!) ? headerBlockEnd(lines, at, true) : undefined
  return end ?? from
}

function markerOf({ text }: Line): 'original' | 'forward' | 'reply' | undefined {
  if (text.length > longestTold) return
  const line = plainly(text).toLowerCase()
  const words = line.replace(/^[-–—_=*#<>.|~ ]+/, '').replace(/[-–—_=*#<>.|~:： ]+$/, '')
  if (words === '') return
  const dashed = /^\*?[-–—_=]{2,}/.test(line)
  if (forward.has(words) && (dashed || /[:：]\W*$/.test(line))) return 'forward'
  if (original.has(words) && dashed) return 'original'
  if (dashed && /[-–—_=]{2,}\*?$/.test(line) && forwards.some(word => words.startsWith(`${word} `)))
    return 'forward'
  if (replyAbove.some(phrase => words.startsWith(phrase) && words.length < phrase.length + 40)) return 'reply'
}

const isRule = ({ text }: Line): boolean =>
  text.length <= longestTold && /^\s*(?:_{5,}|-{5,}|—{3,}|={5,}|\*{5,})\s*$/.test(text)

/** Header lines, with or without a rule above them. */
function blockBelowRule(lines: readonly Line[], at: number): number | undefined {
  if (!isRule(lines[at]!)) return isQuoted(lines[at]!) ? undefined : headerBlockEnd(lines, at, false)
  const below = skipBlank(lines, at + 1)
  if (below - at <= 4 && below < lines.length && !isQuoted(lines[below]!))
    return headerBlockEnd(lines, below, false)
}

function attributionMarked(lines: readonly Line[], at: number): number | undefined {
  let end = at
  while (end < lines.length && lines[end]!.mark === 'attribution') end += 1
  return end > at ? end : undefined
}
