// Where a link in a stranger's mail may lead, and which pictures may be shown.

const longest = 4_000
const destinations = new Set(['http:', 'https:', 'mailto:'])

/** The whole address of a link to the web or of a mail; null for every other one. */
export function safeLink(href: string): string | null {
  const url = urlOf(href)
  return url && destinations.has(url.protocol) ? url.href : null
}

export type Source = { kind: 'enclosed'; contentId: string } | { kind: 'own' | 'remote'; url: string }

/** Where a picture comes from: the mail itself, the address itself, or somebody else's server; null when it can't be one. */
export function sourceOf(src: string): Source | null {
  const given = src.trim()
  if (/^cid:/i.test(given)) return { kind: 'enclosed', contentId: unescaped(given.slice(4, 504)) }
  if (/^data:image\/(?:png|jpe?g|gif|webp);base64,/i.test(given)) return asOwn(given)
  const url = urlOf(given.startsWith('//') ? `https:${given}` : given)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  return { kind: 'remote', url: url.href }
}

/** Anything but base64 behind the comma would make the address mean something else. */
function asOwn(given: string): Source | null {
  const comma = given.indexOf(',')
  return /[^a-z0-9+/=\s]/i.test(given.slice(comma + 1)) ? null : { kind: 'own', url: given }
}

function urlOf(given: string): URL | null {
  return given.length > longest ? null : URL.parse(given)
}

function unescaped(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
