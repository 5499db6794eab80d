// A mail is judged line by line; this is what a line is, and how plain text becomes lines.

/** What the HTML told about a line: `end` says that everything from it on is quoted. */
export type Mark = 'quote' | 'signature' | 'attribution' | 'end'

export interface Line {
  text: string
  mark?: Mark | undefined
}

/** The lines of a plain body, whatever ends them. */
export const plainLines = (body: string): Line[] => body.split(/\r\n|\r|\n/).map(text => ({ text }))

/** Longer lines are never a header, an attribution or a signature: nobody's program writes such. */
export const longestTold = 400

/** Without what can't be seen, and with single spaces; the text as the rules compare it. */
export const plainly = (text: string): string => (isPlain(text) ? singleSpaced(text) : purified(text))

// Most lines are plain, and everything else costs many times as much.
const isPlain = (text: string): boolean => !/[^\x20-\x7e]/.test(text)

const singleSpaced = (text: string): string => {
  const trimmed = text.trim()
  return trimmed.includes('  ') ? trimmed.replaceAll(/ {2,}/g, ' ') : trimmed
}

const purified = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

export const isBlank = ({ text }: Line): boolean => /^[\s\u200b-\u200f\ufeff]*$/.test(text)

export const isQuoted = ({ text, mark }: Line): boolean => mark === 'quote' || /^\s{0,3}[>＞]/.test(text)

/** The first line from `at` on that isn't blank; the number of lines if there is none. */
export function skipBlank(lines: readonly Line[], at: number): number {
  let next = at
  while (next < lines.length && isBlank(lines[next]!) && lines[next]!.mark !== 'end') next += 1
  return next
}
