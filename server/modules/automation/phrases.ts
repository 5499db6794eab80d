// Finds words and phrases in what customers wrote, however they are spelt: whole words, and any place in Chinese.
import { normalise } from '../../text/normalise.ts'

export interface Phrase {
  /** As the rule says it. */
  said: string
  text: string
  /** `hack*`: also the beginning of a longer word. */
  isBeginning: boolean
}

const letter = /[\p{L}\p{N}]/u
/** Written without spaces between words, so that a word has no edges to look for. */
const edgeless = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/** One spelling for apostrophes and spaces, too. Linear. */
export const plain = (text: string): string =>
  normalise(text)
    .replaceAll(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replaceAll(/\s+/g, ' ')

/** Made ready to be looked for; nothing for words that nothing is left of. */
export function phrasesOf(words: readonly string[]): Phrase[] {
  return words.flatMap(said => {
    const isBeginning = said.trim().endsWith('*')
    const text = plain(isBeginning ? said.trim().slice(0, -1) : said).trim()
    return text === '' ? [] : [{ said, text, isBeginning }]
  })
}

/** The first phrase that a text, made `plain`, holds; undefined for none. Linear in the text for each phrase. */
export const firstIn = (text: string, phrases: readonly Phrase[]): Phrase | undefined =>
  phrases.find(phrase => holds(text, phrase))

function holds(text: string, { text: wanted, isBeginning }: Phrase): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const isWhole = isEdge(text, at) && (isBeginning || isEdge(text, at + wanted.length))
    if (isWhole) return true
  }
  return false
}

/** Whether a word may begin or end between the characters before and behind an offset. */
function isEdge(text: string, at: number): boolean {
  const before = at === 0 ? '' : text.slice(Math.max(0, at - 2), at).match(/.$/su)![0]
  const behind = String.fromCodePoint(text.codePointAt(at) ?? 32)
  if (!letter.test(before) || !letter.test(behind)) return true
  return edgeless.test(before) || edgeless.test(behind)
}
