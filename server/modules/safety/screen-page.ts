// Addresses of pages carry secrets, too: in their query, behind the `#`, before the `@`.
import { screen } from './screen.ts'

const secretName = /token|secret|passw|pwd|auth|sess|sid$|sig|otp|code|key|seed|mnemonic|phrase|jwt/i
const jwt = /^ey[\w-]+\.[\w-]+\.[\w-]*$/
const removed = '…'

/** The address of a page as it may be kept: names of parameters stay, values that could let somebody in don't. */
export function screenPage(given: string): string {
  const url = URL.parse(given)
  return screen(url && /^https?:$/.test(url.protocol) ? withoutSecrets(url, given) : given).text.trim()
}

/** Parts first, the whole later: a secret in one part must not take the name of the next one along. */
function withoutSecrets(url: URL, given: string): string {
  const { href, hash } = url
  if (holdsSecret(spelledOut(url.pathname))) return `${url.origin}/${removed}`
  url.username = url.password = ''
  url.search = screenParameters(url.search.slice(1))
  const fragment = hash.slice(1)
  if (fragment.includes('=')) url.hash = screenParameters(fragment)
  else if (holdsSecret(spelledOut(fragment))) url.hash = removed
  // What was not touched is not spelled anew.
  return url.href === href ? given : url.href
}

/** Left as it is written unless something has to go. */
function screenParameters(text: string): string {
  const parameters = new URLSearchParams(text)
  const secret = [...parameters]
    .filter(([name, value]) => value && isSecret(name, value))
    .map(([name]) => name)
  if (secret.length === 0) return text
  for (const name of secret) parameters.set(name, removed)
  return parameters.toString()
}

const isSecret = (name: string, value: string) =>
  secretName.test(name) || jwt.test(value) || holdsSecret(value)
const holdsSecret = (text: string) => screen(text).removed.length > 0

function spelledOut(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
