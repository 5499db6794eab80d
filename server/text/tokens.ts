// Cuts a normalised text into words, numbers, ids, e-mail addresses and runs of scripts written without spaces.

import { classAt, DIGIT, JOINER, LETTER, UNSPACED } from './char-class.ts'

/** `run` is written without spaces (Han, kana, Hangul, Thai …) and is indexed by its characters and pairs of them. */
export type Token = {
  kind: 'run' | 'word' | 'number' | 'id' | 'email'
  text: string
  start: number
  end: number
}

const AMOUNT = /[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])/y
const DECIMAL = /[0-9]+(?:\.[0-9]+)+/y
const EMAIL = /^[^@]{1,64}@[^@]{1,190}$/
const LONG_ID = /^(?=.*[0-9])[a-z0-9_-]{26,128}$/

/** The tokens of a text that `normalise` made, in order, with offsets into it. Linear. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  for (let at = 0; at < text.length; ) {
    const kind = classAt(text, at)
    let end = at + 1
    if (kind === UNSPACED) {
      end = endOf(text, at, UNSPACED)
      found.push({ kind: 'run', text: text.slice(at, end), start: at, end })
    } else if (kind === LETTER || kind === DIGIT) {
      const amount = kind === DIGIT ? sticky(AMOUNT, text, at) : 0
      end = amount || endOf(text, at, LETTER | DIGIT | JOINER)
      if (amount > 0) found.push({ kind: 'number', text: text.slice(at, end), start: at, end })
      else addChunk(found, text, at, end)
    }
    at = end
  }
  return found
}

/** Adds what stands between two separators: an address or an id as one token, everything else word by word. */
function addChunk(found: Token[], text: string, start: number, chunkEnd: number): void {
  let end = chunkEnd
  while (classAt(text, end - 1) === JOINER) end--
  const whole = wholeKind(text, start, end)
  if (whole) {
    found.push({ kind: whole, text: text.slice(start, end), start, end })
    return
  }
  for (let at = start; at < end; ) {
    const kind = classAt(text, at)
    let next = at + 1
    if (kind !== JOINER) {
      const decimal = kind === DIGIT ? sticky(DECIMAL, text, at) : 0
      next = decimal || wordEnd(text, at, end)
      const word = text.slice(at, next)
      const number = decimal > 0 || (kind === DIGIT && /^[0-9]+$/.test(word))
      found.push({ kind: number ? 'number' : 'word', text: word, start: at, end: next })
    }
    at = next
  }
}

function wholeKind(text: string, start: number, end: number): 'email' | 'id' | undefined {
  const length = end - start
  if (length > 255 || length < 3) return undefined
  const chunk = text.slice(start, end)
  if (chunk.includes('@')) return EMAIL.test(chunk) ? 'email' : undefined
  return length >= 26 && LONG_ID.test(chunk) ? 'id' : undefined
}

/** The end of a word; an apostrophe within it belongs to it. */
function wordEnd(text: string, start: number, limit: number): number {
  let end = endOf(text, start, LETTER | DIGIT)
  while (end + 1 < limit && /['’]/.test(text.charAt(end)) && classAt(text, end + 1) & LETTER) {
    end = endOf(text, end + 1, LETTER | DIGIT)
  }
  return end
}

function endOf(text: string, start: number, kinds: number): number {
  let end = start
  while (end < text.length && classAt(text, end) & kinds) end++
  return end
}

function sticky(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : 0
}
