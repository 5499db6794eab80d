// Recognises the header lines (From, Sent, To, Subject) that Outlook and others put above a quoted mail.

import { headers } from './header-words.ts'
import { isBlank, type Line, longestTold, plainly } from './lines.ts'

type Role = keyof typeof headers

const roles = new Map<string, Role[]>()
for (const [role, names] of Object.entries(headers)) {
  for (const name of names) roles.set(name, [...(roles.get(name) ?? []), role as Role])
}
const longestName = 24
const mostLines = 40
const mostContinued = 3

/** What a header line is about, by its name; several, where languages use a word for different things; else none. */
export function rolesOf({ text }: Line): readonly Role[] {
  if (text.length > 20 * longestTold || !/[:：]/.test(text.slice(0, 80))) return []
  const start = plainly(text.slice(0, 80)).replace(/^[*_> |-]+/, '')
  const colon = start.slice(0, longestName + 3).search(/[:：]/)
  if (colon < 1) return []
  const name = start.slice(0, colon).replaceAll(/[*_]/g, '').trim().toLowerCase()
  return roles.get(name) ?? []
}

/**
 * The line after the header lines that begin at `at`, or undefined when none do. `announced`: something above already said
 * that a mail follows, so that fewer lines will do.
 */
export function headerBlockEnd(lines: readonly Line[], at: number, announced: boolean): number | undefined {
  const first = rolesOf(lines[at]!)
  if (first.length === 0) return
  const seen = new Set<Role>()
  let end = at
  let address = false
  for (let next = at; next < Math.min(lines.length, at + mostLines); next += 1) {
    const line = lines[next]!
    const its = rolesOf(line)
    if (its.length > 0) {
      const fresh = its.filter(role => !seen.has(role))
      if (fresh.length === 0 && !its.includes('copy')) break
      for (const role of fresh) seen.add(role)
      if (its.includes('from')) address ||= hasAddress(line) || hasAddress(lines[next + 1])
      end = next + 1
    } else if (isBlank(line) ? !goesOn(lines, next + 1) : next + 1 - end > mostContinued) break
  }
  if (announced ? seen.size > 0 : isBlock(seen, address)) return continued(lines, end)
}

const hasAddress = (line: Line | undefined): boolean =>
  line?.text.slice(0, longestTold).includes('@') ?? false

/** A single blank line between two header lines is a paragraph's margin. */
const goesOn = (lines: readonly Line[], at: number): boolean =>
  at < lines.length && rolesOf(lines[at]!).length > 0

/** "From: my wallet, To: yours, Date: today" is what customers write, and no header of a mail. */
function isBlock(seen: ReadonlySet<Role>, address: boolean): boolean {
  if (!seen.has('from') || seen.size < 2) return false
  return seen.has('subject') || address || (seen.has('sent') && seen.has('to'))
}

/** The last header may be wrapped: its further lines are indented or addresses. */
function continued(lines: readonly Line[], end: number): number {
  let after = end
  while (after < lines.length && after < end + mostContinued && /^(?:\s+\S|<\S)/.test(lines[after]!.text))
    after += 1
  return after
}
