// Encoded words (RFC 2047) in headers, also as broken as mail programs write them.
import { decode } from './charset.ts'
import { quotedPrintable } from './transfer.ts'

interface Word {
  charset: string
  bytes: Uint8Array
  /** Where the text goes on. */
  end: number
}

/** The text with every encoded word in it decoded; neighbours of one charset together, as some cut characters in two. */
export function decodeWords(text: string): string {
  const pieces: string[] = []
  let open: { charset: string; bytes: Uint8Array[] } | null = null
  let at = 0
  const close = () => {
    if (open) pieces.push(decode(Buffer.concat(open.bytes), open.charset))
    open = null
  }
  for (let start = text.indexOf('=?'); start >= 0; start = text.indexOf('=?', Math.max(start + 2, at))) {
    const word = readWord(text, start)
    if (!word) continue
    const between = text.slice(at, start)
    if (!open || between.trim() !== '') {
      close()
      pieces.push(between)
    } else if (open.charset !== word.charset) close()
    open ??= { charset: word.charset, bytes: [] }
    open.bytes.push(word.bytes)
    at = word.end
  }
  close()
  pieces.push(text.slice(at))
  return pieces.join('')
}

/** Replaces runs of encoded words, so that a parser may cut the text at signs it knows without cutting the words. */
export function hideWords(text: string): { hidden: string; show: (part: string) => string } {
  const words: string[] = []
  const pieces: string[] = []
  let at = 0
  let last = -1
  for (let start = text.indexOf('=?'); start >= 0; start = text.indexOf('=?', Math.max(start + 2, at))) {
    const word = readWord(text, start)
    if (!word) continue
    const between = text.slice(at, start)
    if (last >= 0 && between.trim() === '') words[last] += ` ${text.slice(start, word.end)}`
    else {
      last = words.push(text.slice(start, word.end)) - 1
      pieces.push(between, `\ue000${last}\ue001`)
    }
    at = word.end
  }
  pieces.push(text.slice(at))
  const show = (part: string) =>
    part.replaceAll(/\ue000(\d{1,6})\ue001/g, (_, index) => decodeWords(words[Number(index)] ?? ''))
  return { hidden: pieces.join(''), show }
}

const opening = /=\?([^\s?=]{1,60})\?([QB])\?/iy

function readWord(text: string, start: number): Word | null {
  opening.lastIndex = start
  const found = opening.exec(text)
  if (!found) return null
  const from = opening.lastIndex
  const { to, end } = endOf(text, from)
  const payload = text.slice(from, to)
  const charset = found[1]!.split('*')[0]!
  const bytes =
    found[2]!.toUpperCase() === 'B'
      ? Buffer.from(payload, 'base64')
      : quotedPrintable(Buffer.from(payload.replaceAll(/=\s+/g, '=').replaceAll('_', ' '), 'latin1'))
  return { charset, bytes, end }
}

const longestWord = 4_000

/** A word without its end goes on to the next space. */
function endOf(text: string, from: number): { to: number; end: number } {
  const window = text.slice(from, from + longestWord)
  let to = window.indexOf('?=')
  // `?Q??=3D…` and `…?=20x?=`: a question mark that wasn't encoded, before a byte that was.
  while (to >= 0 && /^\?=[0-9A-F]{2}/.test(window.slice(to, to + 4)) && window.indexOf('?=', to + 2) >= 0) {
    if (window.slice(to + 2, window.indexOf('?=', to + 2)).includes('=?')) break
    to = window.indexOf('?=', to + 2)
  }
  if (to >= 0) return { to: from + to, end: from + to + 2 }
  const space = window.search(/\s/)
  const length = space < 0 ? window.length : space
  return { to: from + length, end: from + length }
}
