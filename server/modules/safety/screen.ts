// The one place where text is screened before it is stored, logged or indexed.
import { type Redaction, redactSecrets } from '../../../rules/secrets.ts'
import { findSplitSeedPhrase, type SplitSeedPhrase } from '../../../rules/split-secrets.ts'
import { bip39English } from '../../../rules/words-bip39-english.ts'

/** The text without seed phrases; `removed` is empty when there was none. Linear in the text's length. */
export const screen = (text: string): Redaction => redactSecrets(text, bip39English)

/** What only a sender's earlier texts (oldest first) and this one hold together; null when this one completes nothing. */
export const screenTogether = (earlier: readonly string[], text: string): SplitSeedPhrase | null =>
  findSplitSeedPhrase(earlier, text, bip39English)
