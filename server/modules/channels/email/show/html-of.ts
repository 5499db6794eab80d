// Whether the HTML of a mail may be shown: text is screened as it is kept, HTML is shown as it came or not at all.
import type { MailHtml } from '../../../../../contract/email.ts'
import { findSeedPhrases } from '../../../../../rules/secrets.ts'
import { bip39English } from '../../../../../rules/words-bip39-english.ts'
import { textOfHtml } from '../visible/index.ts'
import { sanitise } from './sanitise.ts'

/** `none` also where either form holds a seed phrase, which nobody may see in the other. Linear in the lengths. */
export function htmlOf(text: string | null, html: string | null): MailHtml {
  if (html === null || holdsSecret(text ?? '') || holdsSecret(textOfHtml(html))) return 'none'
  return sanitise(html, { remote: false, enclosed: () => null }).wantsRemote ? 'remote' : 'whole'
}

const holdsSecret = (text: string) => findSeedPhrases(text, bip39English).length > 0
