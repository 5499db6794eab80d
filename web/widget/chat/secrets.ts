// The secret firewall in the browser: a seed phrase is taken out before anything is kept or sent. The word list loads only on suspicion.
import { mayHoldSeedPhrase, redactSecrets, SEED_PHRASE_REMOVED } from '../../../rules/secrets.ts'
import { Refusal } from '../../api/refusal.ts'

export interface Screened {
  text: string
  removed: boolean
}

/** Rejects with a Refusal when the list can't be had: what can't be checked must not leave. */
export async function screen(text: string): Promise<Screened> {
  if (!mayHoldSeedPhrase(text)) return { text, removed: false }
  const { bip39English } = await import('../../../rules/words-bip39-english.ts').catch(() => {
    throw new Refusal('offline', '')
  })
  const { text: safe, removed } = redactSecrets(text, bip39English)
  return { text: safe, removed: removed.length > 0 }
}

/** For drafts: at once where nothing is suspicious; what can't be checked is not kept. */
export function screenDraft(text: string): string | Promise<string> {
  if (!mayHoldSeedPhrase(text)) return text
  return screen(text).then(
    screened => (screened.removed ? screened.text.replaceAll(SEED_PHRASE_REMOVED, '') : text),
    () => '',
  )
}
