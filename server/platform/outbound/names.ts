// Which host names are never asked of the DNS, because they can only mean something inside.

/** Reserved for local use, or in use for it so widely that nobody may own them in public. */
const inside = new Set([
  'localhost',
  'localdomain',
  'local',
  'internal',
  'intranet',
  'private',
  'corp',
  'home',
  'lan',
  'svc',
])

const longestName = 253
const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/

/** Whether a name in the spelling of URLs (lower case, Punycode, no dot at the end) may be looked up in public. */
export function isPublicName(name: string): boolean {
  const labels = name.split('.')
  const isOneWord = labels.length < 2
  return !isOneWord && isName(name) && !inside.has(labels.at(-1) ?? '') && !`.${name}`.endsWith('.home.arpa')
}

/** Whether the text can be a host name at all. */
export const isName = (name: string): boolean =>
  name.length <= longestName && name.split('.').every(part => label.test(part))
