// Knows in one array look-up what a character is to the tokeniser; a hundred kilobytes are cut in a few milliseconds.

export const LETTER = 1
export const DIGIT = 2
/** Of a script written without spaces between words. */
export const UNSPACED = 4
/** Holds words, addresses and ids together: . @ _ + - and apostrophes. */
export const JOINER = 8
const SEPARATOR = 16

const WORD = /[\p{L}\p{N}\p{M}]/u
const WITHOUT_SPACES =
  /[ー\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u

const classes = new Uint8Array(0x10000)

/** The class of the UTF-16 unit at an offset; both halves of a surrogate pair have the class of their character. */
export function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit >= 0xd800 && unit <= 0xdfff) return classOf(pairAt(text, at))
  return (classes[unit] ||= classOf(String.fromCharCode(unit)))
}

function pairAt(text: string, at: number): string {
  const start = text.charCodeAt(at) >= 0xdc00 ? at - 1 : at
  const code = start < 0 ? undefined : text.codePointAt(start)
  return code !== undefined && code > 0xffff ? String.fromCodePoint(code) : ''
}

function classOf(char: string): number {
  if (/^[0-9]$/.test(char)) return DIGIT
  if (/^[.@_+'’-]$/.test(char)) return JOINER
  if (!WORD.test(char)) return SEPARATOR
  return WITHOUT_SPACES.test(char) ? UNSPACED : LETTER
}
