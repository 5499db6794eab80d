// Finds where the sender's signature begins in what was newly written.
import { isBlank, type Line, plainly } from './lines.ts'
import { deviceLines, devices, notDevices } from './signature-words.ts'

/** The usual delimiter may be followed by a company's whole disclaimer, others only by a few short lines. */
const mostLines = 40
const mostBelowRule = 5
const longestBelowRule = 80
const longestDeviceLine = 120
/** "-Ann Smith", but neither a list's point nor a dash of a sentence. */
const isSigned = /^[-–]\p{Lu}[\p{L}.]{1,20}(?: \p{Lu}[\p{L}.]{0,20}){0,2}[.!]?\s*$/u

/** By the character with which they begin; '' for those that begin with anything. */
const patterns = Map.groupBy(
  deviceLines.map(pattern => pattern.split('*')),
  ([start = '']) => start.slice(0, 1),
)

/** The line of `from`..`to` (exclusive) at which the signature begins; `to` when there is none. */
export function signatureStart(lines: readonly Line[], from: number, to: number): number {
  let start = delimiter(lines, from, to)
  while (start > from) {
    const last = lastWritten(lines, from, start)
    if (last === undefined || !isFarewell(lines, from, last)) break
    start = last
  }
  return start
}

function delimiter(lines: readonly Line[], from: number, to: number): number {
  let below = 0
  let longest = 0
  let start = to
  for (let at = to - 1; at >= from && below <= mostLines; at -= 1) {
    const { text, mark } = lines[at]!
    if (isBlank(lines[at]!) || mark === 'signature') continue
    const short = below > 0 && below <= mostBelowRule && longest <= longestBelowRule
    if (isDashes(text) || (short && isRule(text, at === from || isBlank(lines[at - 1]!)))) {
      start = at
      continue
    }
    below += 1
    longest = Math.max(longest, text.length)
  }
  return start
}

const isDashes = (text: string): boolean => /^\s?--\s{0,3}$/.test(text)

/** Three dashes may follow the text at once; a longer rule right below a line is its underlining. */
const isRule = (text: string, apart: boolean): boolean =>
  text.length < 200 &&
  (/^---\s*$/.test(text) || (apart && /^\s?(?:-{4,}|_{2,}|—{2,}|\*{5,}|={5,})\s*$/.test(text)))

function lastWritten(lines: readonly Line[], from: number, to: number): number | undefined {
  for (let at = to - 1; at >= from; at -= 1) if (!isBlank(lines[at]!)) return at
}

function isFarewell(lines: readonly Line[], from: number, at: number): boolean {
  const { text, mark } = lines[at]!
  if (mark === 'signature') return true
  const apart = at === from || isBlank(lines[at - 1]!)
  if (isOfDevice(text)) return apart || isOfDevice(lines[at - 1]!.text) || namesDevice(text)
  return apart && isSigned.test(text)
}

/** "Sent from my iPhone" in any language, but not "sent from my wallet". */
function isOfDevice(text: string): boolean {
  if (text.length > 4 * longestDeviceLine) return false
  const line = plainly(text.replaceAll(/[[\]()<>*_]/g, ' '))
    .toLowerCase()
    .replace(/[.!。！]+$/, '')
  const words = line.replaceAll(/https?:\S+/g, '').trim()
  if (words.length > longestDeviceLine || !isDeviceLine(line)) return false
  return !notDevices.some(word => words.includes(word)) && !/[0-9a-z]{24}/i.test(words)
}

const isDeviceLine = (line: string): boolean =>
  [line.slice(0, 1), ''].some(first => patterns.get(first)?.some(pattern => fits(line, pattern)))

function namesDevice(text: string): boolean {
  const lower = text.toLowerCase()
  return devices.some(device => lower.includes(device))
}

function fits(line: string, [start = '', ...rest]: readonly string[]): boolean {
  if (!line.startsWith(start)) return false
  if (rest.length === 0) return line === start
  const end = rest.at(-1)!
  if (line.length < start.length + end.length || !line.endsWith(end)) return false
  return rest.length === 1 || line.includes(rest[0]!, start.length)
}
