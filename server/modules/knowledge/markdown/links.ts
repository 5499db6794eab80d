// Where a link in an article may lead. What is not known to be harmless leads nowhere.

const longest = 2_000
const slugAndAnchor = /^([\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{0,119})(?:#([\p{L}\p{M}\p{N}_%-]{1,200}))?$/u
const ownFile = /^\/help\/files\/([0-9a-z][0-9a-z-]{0,63})\/([^/?#\\]{1,200})$/i

export type Destination =
  | { kind: 'article'; slug: string; anchor: string | null }
  | { kind: 'anchor'; id: string }
  | { kind: 'file'; id: string; name: string; url: string }
  | { kind: 'web' | 'mail'; url: string; host: string }

/** `href` as it stands after Markdown's escapes and entities were read; null for all that isn't allowed. */
export function destinationOf(href: string): Destination | null {
  if (href.length > longest || hasControls(href)) return null
  if (href.startsWith('#')) return anchor(decoded(href.slice(1)))
  const file = fileOf(href)
  if (file) return { kind: 'file', ...file }
  const [, slug, id] = slugAndAnchor.exec(decoded(href)) ?? []
  if (slug !== undefined) return { kind: 'article', slug, anchor: id ?? null }
  return elsewhere(href)
}

/** One of the desk's own files, its address written anew; null for every other address. */
export function fileOf(href: string): { id: string; name: string; url: string } | null {
  if (href.length > longest || hasControls(href)) return null
  const [, id, written] = ownFile.exec(href) ?? []
  if (id === undefined || written === undefined) return null
  const name = decoded(written)
  if (/^\.{0,2}$|[/\\\p{Cc}]/u.test(name)) return null
  return { id, name, url: `/help/files/${id}/${encodeURIComponent(name)}` }
}

function anchor(id: string): Destination | null {
  return id === '' ? null : { kind: 'anchor', id }
}

function elsewhere(href: string): Destination | null {
  const url = /^(?:https:\/\/|mailto:)/i.test(href) ? URL.parse(href) : null
  if (url?.protocol === 'mailto:') {
    return url.pathname.includes('@') ? { kind: 'mail', url: url.href, host: '' } : null
  }
  // A name before the host is how links pretend to lead to somebody else.
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return null
  return { kind: 'web', url: url.href, host: url.hostname }
}

// oxlint-disable-next-line no-control-regex
const hasControls = (text: string) => /[\u0000-\u0020\u007f-\u009f\u2028\u2029\\]/.test(text.trim())

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
