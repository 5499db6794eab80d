// Decides for each line of a mail whether it was newly written, is an earlier mail's, or belongs to the signature.
import { attributionInside } from './attribution.ts'
import { isBlank, isQuoted, type Line, skipBlank } from './lines.ts'
import { signatureStart } from './signature.ts'
import { type Splitter, splitterAt } from './splitter.ts'

export interface Visible {
  /** What was newly written. */
  text: string
  /** Quotes of earlier mails, the headers above them, disclaimers of forwarding; in order. */
  quoted: string
  /** The sender's signature, '' if none is recognised. */
  signature: string
}

type Fate = keyof Visible

/** Where the walk through the lines stands. `written`: some line before `at` was newly written. */
interface Walk {
  lines: readonly Line[]
  fates: Fate[]
  /** The quoted runs, without what announced them: `from`, and `to` exclusive. */
  runs: { from: number; to: number }[]
  segment: number
  written: boolean
  announced: boolean
}

/** Each line that isn't blank is in exactly one of the three. `text` is empty only when nothing was written at all. */
export function divide(given: readonly Line[]): Visible {
  const lines = given.flatMap(apart(given))
  const fates = fatesOf(lines)
  const visible = gathered(lines, fates)
  if (visible.text !== '') return visible
  return {
    text: gathered(
      lines,
      fates.map(() => 'text' as const),
    ).text,
    quoted: '',
    signature: '',
  }
}

/** Splits a line that goes on with "On Monday, Ann wrote:" above a quote. */
const apart =
  (lines: readonly Line[]) =>
  (line: Line, index: number): Line[] => {
    const next = lines[index + 1]
    const at = next && !line.mark && isQuoted(next) ? attributionInside(line) : undefined
    if (at === undefined) return [line]
    return [{ text: line.text.slice(0, at) }, { text: line.text.slice(at).trimStart() }]
  }

function fatesOf(lines: readonly Line[]): Fate[] {
  const walk: Walk = { lines, fates: [], runs: [], segment: 0, written: false, announced: false }
  let at = 0
  while (at < lines.length) {
    const splitter = isQuoted(lines[at]!) ? undefined : splitterAt(lines, at)
    if (splitter) at = announce(walk, at, splitter)
    else if (isQuoted(lines[at]!)) at = quote(walk, at)
    else walk.fates[at++] = 'text'
  }
  endSegment(walk, lines.length)
  showAnswered(walk)
  return walk.fates
}

/** The announcement is hidden; what it announces, too, unless the mail holds nothing else. */
function announce(walk: Walk, at: number, { end, forward, whole }: Splitter): number {
  const { lines, fates } = walk
  endSegment(walk, at)
  for (let announcing = at; announcing < end; announcing += 1) fates[announcing] = 'quoted'
  walk.segment = end
  walk.announced = true
  const next = lines[skipBlank(lines, end)]
  if (!whole && next && isQuoted(next)) return end
  if (!walk.written && !forward) return end
  for (let rest = end; rest < lines.length; rest += 1) fates[rest] = walk.written ? 'quoted' : 'text'
  walk.segment = lines.length
  return lines.length
}

function quote(walk: Walk, from: number): number {
  const { lines, fates } = walk
  const to = quoteEnd(lines, from)
  if (to - from === 1 && !walk.announced && !lines[from]!.mark && isAlone(lines, from)) {
    fates[from] = 'text'
    return to
  }
  endSegment(walk, from)
  for (let at = from; at < to; at += 1) fates[at] = 'quoted'
  walk.runs.push({ from, to })
  walk.segment = to
  return to
}

/** One line that begins with ">" amid others is an arrow as often as a quote. */
const isAlone = (lines: readonly Line[], at: number): boolean =>
  at > 0 && !isBlank(lines[at - 1]!) && at + 1 < lines.length && !isBlank(lines[at + 1]!)

/** Goes over blank lines between quoted ones, and over the ends of quoted lines that were wrapped without a mark. */
function quoteEnd(lines: readonly Line[], from: number): number {
  let end = from + 1
  for (;;) {
    const next = skipBlank(lines, end)
    if (next < lines.length && isQuoted(lines[next]!)) end = next + 1
    else if (next === end && isRemnant(lines, end)) end += 1
    else return end
  }
}

function isRemnant(lines: readonly Line[], at: number): boolean {
  const { text, mark } = lines[at] ?? { text: '' }
  const next = lines[at + 1]
  if (mark || !next || !isQuoted(next) || text.length > 200) return false
  if (/^\s*[(<[]?https?:\/\/\S+\s?>?\s*$/.test(text)) return true
  const before = lines[at - 1]!.text
  return before.length >= 60 && !/[?:？：]\s*$/.test(before) && /^\p{Ll}/u.test(text)
}

/** What was written up to `end` since the last quote may end with a signature. */
function endSegment(walk: Walk, end: number): void {
  const start = signatureStart(walk.lines, walk.segment, end)
  for (let at = walk.segment; at < end; at += 1) {
    const line = walk.lines[at]!
    if (at >= start || line.mark === 'signature') walk.fates[at] = 'signature'
    else walk.written ||= !isBlank(line)
  }
  walk.segment = end
}

/** Answers point by point make no sense without the points: then the quotes above each answer stay. */
function showAnswered({ lines, fates, runs }: Walk): void {
  const answered = runs.filter(({ to }, index) => {
    const next = runs[index + 1]?.from ?? lines.length
    for (let at = to; at < next; at += 1) if (fates[at] === 'text' && !isBlank(lines[at]!)) return true
    return false
  })
  if (answered.length < 2) return
  for (const { from, to } of answered) fates.fill('text', from, to)
}

const mostBlank = 2

function gathered(lines: readonly Line[], fates: readonly Fate[]): Visible {
  const parts: Record<Fate, string[]> = { text: [], quoted: [], signature: [] }
  let blank = 0
  let before: Fate | undefined
  for (const [index, line] of lines.entries()) {
    const fate = fates[index]!
    const part = parts[fate]
    // Where something was taken out, what stood apart stays apart.
    if (fate !== before) {
      if (part.length > 0 && part.at(-1) !== '') part.push('')
      blank = mostBlank
      before = fate
    }
    blank = isBlank(line) ? blank + 1 : 0
    if (blank === 0) part.push(line.text)
    else if (part.length > 0 && blank <= mostBlank) part.push('')
  }
  const joined = (part: string[]) => part.join('\n').trimEnd()
  return { text: joined(parts.text), quoted: joined(parts.quoted), signature: joined(parts.signature) }
}
