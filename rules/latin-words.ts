// Cuts a text into Latin words the way a person reads them, whatever stands between, before or inside the letters.

export type LatinWord = {
  /** Folded to a–z; longer words are cut after MAX_LETTERS letters. */
  word: string
  /** Offsets into the original text, end exclusive. */
  start: number
  end: number
  /** Numbering or mark-up such as "1st", "w3", "b)", "<li>": may stand between two words of a list. */
  label: boolean
  /** Something that is not a separator stands before this word: no list goes on across it. */
  apart: boolean
}

const MAX_LETTERS = 12
const MAX_FOREIGN_LETTERS = 12
const LABELS = new Set('no nr li td tr br div span nbsp quot apos lt gt'.split(' '))
const CLOSES_LABEL = /[).:;\]>#/]/
const ORDINALS = new Set(['st', 'nd', 'rd', 'th'])

/**
 * All Latin words of a text in order, in one pass. Full-width, accented and mathematical letters are folded to a–z;
 * zero-width characters inside a word are skipped. `barrier` is a piece of text that ends every list.
 */
export function latinWords(text: string, barrier: string): LatinWord[] {
  const words: LatinWord[] = []
  let word = ''
  let start = 0
  let end = 0
  let foreign = 0
  let apart = false

  const close = () => {
    if (word === '') return
    words.push({ word, start, end, label: isLabel(text, word, start, end), apart })
    word = ''
    foreign = 0
    apart = false
  }

  for (let at = 0; at < text.length; ) {
    const plain = endOfPlainLetters(text, at)
    if (plain > at) {
      if (word === '') start = at
      const room = MAX_LETTERS - word.length
      if (room > 0) word += text.slice(at, Math.min(plain, at + room)).toLowerCase()
      at = end = plain
      continue
    }
    const code = text.codePointAt(at)!
    const next = at + (code > 0xffff ? 2 : 1)
    const letters = foldLetter(code)
    if (letters === OTHER_LETTER || letters === SEPARATOR) {
      close()
      if (letters === OTHER_LETTER && ++foreign > MAX_FOREIGN_LETTERS) apart = true
      if (code === barrier.codePointAt(0) && text.startsWith(barrier, at)) {
        apart = true
        at += barrier.length
        continue
      }
    } else if (letters !== '') {
      if (word === '') start = at
      if (word.length < MAX_LETTERS) word += letters
      end = next
    }
    at = next
  }
  close()
  return words
}

/** Most letters of most texts: taken in one piece, because every message comes by here. */
function endOfPlainLetters(text: string, from: number): number {
  let at = from
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at) | 0x20
    if (code < 0x61 || code > 0x7a) break
  }
  return at
}

const SEPARATOR = ' '
const OTHER_LETTER = '?'
const folded = new Map<number, string>()

/** The letters a–z of a character, '' when it is invisible or a mark, or SEPARATOR or OTHER_LETTER. */
function foldLetter(code: number): string {
  // Plain letters were taken already.
  if (code < 0x80) return SEPARATOR
  if (code >= 0x3400 && code <= 0x9fff) return OTHER_LETTER
  const known = folded.get(code)
  if (known !== undefined) return known
  const fresh = foldRareLetter(String.fromCodePoint(code))
  if (folded.size < 4096) folded.set(code, fresh)
  return fresh
}

function foldRareLetter(char: string): string {
  if (/^[\p{Default_Ignorable_Code_Point}\p{M}]$/u.test(char)) return ''
  const plain = char.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  if (/^[a-z]+$/.test(plain)) return plain
  return /\p{L}/u.test(char) ? OTHER_LETTER : SEPARATOR
}

function isLabel(text: string, word: string, start: number, end: number): boolean {
  if (word.length > 6) return false
  if ((word.length === 1 || LABELS.has(word)) && CLOSES_LABEL.test(text.charAt(end))) return true
  if (isDigit(text.charCodeAt(end))) return true
  return ORDINALS.has(word) && isDigit(text.charCodeAt(start - 1))
}

const isDigit = (code: number) => (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)
