// Takes a mail that was sent on apart: what its sender wrote above it, and who wrote the mail itself.
import { headerBlockEnd, rolesOf } from './header-block.ts'
import { htmlLines } from './html-lines.ts'
import { isBlank, isQuoted, type Line, longestTold, plainLines } from './lines.ts'
import { splitterAt } from './splitter.ts'

export interface Forwarded {
  /** What stands above it. */
  comment: string
  from: { name: string; address: string }
  /** '' when the headers don't say. */
  subject: string
  /** The mail itself, quotes and all. */
  text: string
}

const mostLinesAbove = 400

/** What was sent on within a plain body; undefined when no headers say who wrote it. Linear in its length. */
export const forwardedInText = (body: string): Forwarded | undefined => forwardedIn(plainLines(body))

/** The same for an HTML body. */
export const forwardedInHtml = (html: string): Forwarded | undefined => forwardedIn(htmlLines(html))

function forwardedIn(given: readonly Line[]): Forwarded | undefined {
  for (let at = 0; at < Math.min(given.length, mostLinesAbove); at += 1) {
    if (!rolesOf(given[at]!).includes('from')) continue
    // Some programs quote what they send on.
    const lines = isQuoted(given[at]!) ? given.map(unquoted) : given
    const end = headerBlockEnd(lines, at, true)
    const from = end === undefined ? undefined : personIn(lines.slice(at, Math.min(end, at + 2)))
    if (end === undefined || !from) continue
    return {
      comment: textOf(withoutAnnouncement(given, at)),
      from,
      subject: subjectIn(lines.slice(at, end)),
      text: textOf(lines.slice(end)),
    }
  }
}

const unquoted = ({ text, mark }: Line): Line => ({ text: text.replace(/^\s{0,3}[>＞] ?/, ''), mark })

/** Of the first lines, the address and the name before it. */
function personIn(lines: readonly Line[]): Forwarded['from'] | undefined {
  const text = lines.map(line => line.text.slice(0, longestTold)).join(' ')
  const value = text.slice(text.search(/[:：]/) + 1)
  const found = /[^\s<>()[\]:;,"'*|]{1,64}@[\p{L}\p{N}.-]{1,190}/u.exec(value)
  if (!found) return
  const name = value
    .slice(0, found.index)
    .replaceAll(/mailto:|[<("'*[|]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return { name: name.slice(0, 120), address: found[0].replace(/\.+$/, '') }
}

function subjectIn(lines: readonly Line[]): string {
  const text = lines.find(line => rolesOf(line).includes('subject'))?.text ?? ''
  return text
    .slice(text.search(/[:：]/) + 1)
    .replaceAll('*', '')
    .trim()
}

/** "Forwarded message" and lines of dashes are no words of the sender. */
function withoutAnnouncement(lines: readonly Line[], at: number): readonly Line[] {
  let end = at
  while (end > 0 && isBlank(lines[end - 1]!)) end -= 1
  const announced = end > 0 && splitterAt(lines, end - 1) !== undefined
  return lines.slice(0, announced ? end - 1 : end)
}

const textOf = (lines: readonly Line[]): string =>
  lines
    .map(({ text }) => text)
    .join('\n')
    .trim()
