// Recognises the line above a quote that says who wrote when ("On Monday, Ann wrote:"), in many languages and wrapped.

import { closings, middles, openings } from './attribution-words.ts'
import { isBlank, isQuoted, type Line, longestTold, plainly, skipBlank } from './lines.ts'

const mostLines = 4
const isIdeographic = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u.test(text)
const byLastLetter = Map.groupBy(closings, word => word.at(-1))
const email = /[^\s<>@([]@[^\s<>@]/
const year = /(?<!\d)(?:19|20)\d\d(?!\d)|\d[./-]\d{1,2}[./-]\d\d/
const time = /\d[:.h：時时시点點] ?\d\d/
const isoDate = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}\b/
/** A date, or a weekday of one or two words before it. */
const dateFirst = /^(?:[\p{L}\p{M}]{1,15}[.,]{0,2}\s){0,2}[([]?\d/u
const emailLast = /[>)\]}]$/
const wordsAfterMiddle = 6
const isName = /^(?:["']?\p{Lu}[\p{L}.'"-]{0,30} ?){1,5}$/u

/** The line after the attribution that begins at `at`, or undefined when none begins there. */
export function attributionEnd(lines: readonly Line[], at: number): number | undefined {
  const first = told(lines[at])
  if (first === undefined) return
  const start = startOf(first)
  if (start === 'none') return
  const end = shortestEnd(lines, at)
  if (end !== undefined && !beginsLater(lines, at, end, start)) return end
}

/** A line that may be part of an attribution: not blank, not quoted, not long. */
function told(line: Line | undefined): string | undefined {
  if (!line || line.text.length > longestTold || isQuotedMidway(line) || isBlank(line)) return
  return undecorated(line.text)
}

/** Wrapped before its last bracket, an attribution goes on with ">:". */
const isQuotedMidway = (line: Line): boolean =>
  isQuoted(line) && !/^\s*>{1,2}\s?\S{0,12}[:：]\s*$/.test(line.text)

const undecorated = (text: string): string => plainly(text).replace(/^[-–—_*|•> ]+(?!:)/, '')

type Start = 'none' | 'opening' | 'date' | 'name'

function startOf(first: string): Start {
  if (openings.some(word => begins(first, word))) return 'opening'
  if (dateFirst.test(first)) return 'date'
  return isNameFirst(first) ? 'name' : 'none'
}

const begins = (text: string, word: string): boolean =>
  text.startsWith(word) && (text[word.length] === ' ' || isIdeographic(word))

/** A short name, then its address or what it did. */
function isNameFirst(first: string): boolean {
  const address = first.search(/[<@]|\[mailto:/)
  const name = address >= 0 ? first.slice(0, address) : first
  return name.length <= 80 && !/[.!?;:。！？] \S+ \S+ /.test(name) && (address >= 0 || mentions(first))
}

const mentions = (text: string): boolean => {
  const lower = ` ${text.toLowerCase()} `
  if (/[:：]$/.test(text) && hasClosing(text)) return true
  return endsWithClosing(core(text)) || middles.some(word => lower.includes(` ${word} `))
}

function shortestEnd(lines: readonly Line[], at: number): number | undefined {
  let joined = ''
  for (let end = at + 1; end <= at + mostLines; end += 1) {
    const text = told(lines[end - 1])
    if (text === undefined) return
    joined += (joined && ' ') + (end === at + 1 ? text : plainly(lines[end - 1]!.text))
    if (joined.length > 2 * longestTold) return
    if (isAttribution(joined, () => quoteFollows(lines, end))) return end
  }
}

const quoteFollows = (lines: readonly Line[], at: number): boolean => {
  const next = lines[skipBlank(lines, at)]
  return next !== undefined && isQuoted(next)
}

/** The words of the answer's last line are none of the attribution's, when that begins by itself below. */
function beginsLater(lines: readonly Line[], at: number, end: number, start: Start): boolean {
  for (let later = at + 1; later < end; later += 1) {
    const its = startOf(told(lines[later]) ?? '')
    const stronger = (its === 'opening' && start !== 'opening') || (its === 'date' && start === 'name')
    if (stronger && shortestEnd(lines, later) === end) return true
  }
  return false
}

/** Whether this one line says who wrote when. `quoteFollows` is asked only where the words alone leave a doubt. */
function isAttribution(line: string, quoteFollows: () => boolean): boolean {
  const dashed = /[-—]{2,}\s*$/.test(line)
  const text = undecorated(line).replace(/[-_* ]+$/, '')
  const colon = /[:：]$/.test(text)
  const words = core(text)
  const facts = {
    address: email.test(words),
    dated: year.test(words) || (/\d/.test(words) && time.test(words)),
  }
  if (endsWithClosing(words)) {
    if (facts.address && (facts.dated || colon)) return true
    if (facts.dated && (colon || dashed || isIdeographic(words))) return startOf(text) !== 'name' || colon
    return colon && words.length <= 100 && quoteFollows()
  }
  if (colon && hasMiddle(words, facts.address)) return facts.address || facts.dated
  if (colon && words.length <= 120 && saysSo(words, facts) && quoteFollows()) return true
  const start = startOf(text)
  if (start !== 'date' && start !== 'opening') return false
  if (colon) return facts.address && facts.dated && emailLast.test(words)
  return isoDate.test(text) && ((facts.address && words.endsWith('>')) || isDatedName(words))
}

const core = (text: string): string => text.replace(/[-_* ]+$/, '').replace(/[ :：]+$/, '')

function endsWithClosing(words: string): boolean {
  const lower = words.toLowerCase()
  return (byLastLetter.get(lower.at(-1)) ?? []).some(word => {
    if (!lower.endsWith(word)) return false
    const before = lower.slice(0, -word.length).at(-1)
    return before === undefined || isIdeographic(word) || !/[\p{L}\p{M}\d]/u.test(before)
  })
}

/** "Ann <address> schrieb am 1. Mai um 10:00", "Am 1. Mai 2024 um 10:00 schrieb Ann". */
function hasMiddle(words: string, address: boolean): boolean {
  const lower = words.toLowerCase()
  return middles.some(word => {
    const at = lower.indexOf(isIdeographic(word) ? word : ` ${word} `)
    if (at < 0) return false
    const after = words.slice(at + word.length).trim()
    return address || isName.test(after) || (time.test(words) && after.split(' ').length <= wordsAfterMiddle)
  })
}

/** "Quoting Ann <address>:", "Ann wrote on 1 May 2024:": enough only right above a quote. */
const saysSo = (words: string, { address, dated }: { address: boolean; dated: boolean }): boolean =>
  (address && /^[^.!?<(]{1,60}[<(]\S+[>)]$/.test(words)) || (dated && hasClosing(words))

function hasClosing(words: string): boolean {
  const lower = ` ${words.toLowerCase()} `
  return closings.some(word => lower.includes(isIdeographic(word) ? word : ` ${word} `))
}

/** What Gmail once wrote: "2016-03-03 17:21 GMT+01:00 Ann". */
const isDatedName = (words: string): boolean => words.length <= 100 && /\d:\d\d GMT[+-]\d/.test(words)

/** Where in a line its own text ends and an attribution begins, as some programs forget the line break; or undefined. */
export function attributionInside(line: Line): number | undefined {
  if (line.text.length > longestTold || isQuoted(line) || !/[:：]\s*$/.test(line.text)) return
  if (!mentions(plainly(line.text))) return
  for (const match of line.text.matchAll(/(?<=\S)(?: ?-{2,} ?|\s)(?=\p{Lu}|[在於于])/gu)) {
    // After a name's address it goes on; it doesn't begin.
    if (line.text.slice(0, match.index).includes('@')) return
    const rest = line.text.slice(match.index + match[0].length)
    if (openings.some(word => begins(rest, word)) && isAttribution(rest, () => true)) return match.index
  }
}
