// Makes traditional and simplified Chinese one spelling, so that each finds the other.

import traditional from 'opencc-js/dict/TSCharacters'

// Both spellings of "account" are in daily use within simplified Chinese.
const SAME_WORD: readonly [string, string][] = [['帐', '账']]

const simplified = table()

/**
 * Replaces each traditional character by its simplified one. Character by character on purpose: a phrase dictionary
 * would fold a character differently in a query than in the sentence it stands in. Keeps every offset.
 */
export function simplify(text: string): string {
  let result = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const simple = simplified[text.charCodeAt(at)]!
    if (simple === 0) continue
    result += text.slice(from, at) + String.fromCharCode(simple)
    from = at + 1
  }
  return from === 0 ? text : result + text.slice(from)
}

function table(): Uint16Array {
  const codes = new Uint16Array(0x10000)
  const same = new Map(SAME_WORD)
  for (const entry of traditional.split('|')) {
    const [from = '', to = ''] = entry.split(' ')
    if (from.length !== 1 || to.length !== 1 || from === to) continue
    codes[from.charCodeAt(0)] = (same.get(to) ?? to).charCodeAt(0)
  }
  for (const [from, to] of SAME_WORD) codes[from.charCodeAt(0)] = to.charCodeAt(0)
  return codes
}
