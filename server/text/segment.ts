// The terms of a text for ranking and comparison, in the order in which they occur.

import { normalise } from './normalise.ts'
import { termsOf } from './terms.ts'
import { tokens } from './tokens.ts'

/**
 * Stems of words, numbers, codes, tickers, whole ids and e-mail addresses (these in parts as well), and for scripts
 * without spaces each character and each pair of neighbours. Linear.
 */
export const segment = (text: string): string[] => tokens(normalise(text)).flatMap(termsOf)
