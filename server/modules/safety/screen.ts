// The one place where text is screened before it is stored, logged or indexed.
import { type Redaction, redactSecrets } from '../../../rules/secrets.ts'
import { findSplitSeedPhrase, mayGoOn, type SplitSeedPhrase } from '../../../rules/split-secrets.ts'
import { bip39English } from '../../../rules/words-bip39-english.ts'

/**
 * The text as it may be kept: without seed phrases, and without what no database can hold. `removed` is empty when there
 * was no secret. Linear in the text's length.
 */
export const screen = (text: string): Redaction => redactSecrets(storable(text), bip39English)

const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed()

/** Whether a text could go on with a secret that was begun earlier; cheap, and asked before anything is looked up. */
export const mayComplete = (text: string): boolean => mayGoOn(text, bip39English)

/** What only a sender's earlier texts (oldest first) and this one hold together; null when this one completes nothing. */
export const screenTogether = (earlier: readonly string[], text: string): SplitSeedPhrase | null =>
  findSplitSeedPhrase(earlier, text, bip39English)
