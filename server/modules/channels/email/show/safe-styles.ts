// The styles of one element, without anything that loads, runs, or covers something else.
import { styles } from './allowed.ts'

const longest = 4_000
/** Colours are the only functions; quotes, escapes, comments and at-rules have no place in a value. */
const plainValue = /^(?:rgba?\([\d\s.,%/]{1,40}\)|hsla?\([\d\s.,%/]{1,40}\)|[\p{L}\p{N}\s#%.,'"!+_-])+$/iu

/** What is left of a `style` attribute; empty when nothing is. Linear in its length. */
export function safeStyles(style: string): string {
  if (style.length > longest) return ''
  const kept: string[] = []
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':')
    const name = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase()
    const value = declaration.slice(colon + 1).trim()
    if (styles.has(name) && plainValue.test(value) && areClosed(value)) kept.push(`${name}: ${value}`)
  }
  return kept.join('; ')
}

/** A quote that stays open would swallow the next declaration. */
const areClosed = (value: string) => ["'", '"'].every(quote => value.split(quote).length % 2 === 1)
