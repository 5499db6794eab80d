// Finds web addresses in a text, and says whose they are. Nothing else in a message is ever more than text.

export type Piece = { text: string } | { text: string; href: string; host: string }

const candidate = /https?:\/\/[^\s<>"'`⟦⟧，。！？；：、（）《》「」【】]+/gi
const trailing = /[.,;:!?)\]}'"…]+$/

/** Splits a text into plain pieces and http(s) links; together they are the text again. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = []
  let from = 0
  for (const match of text.matchAll(candidate)) {
    const address = trimmed(match[0])
    const url = URL.canParse(address) ? new URL(address) : undefined
    // A name or password in an address only serves to mislead about the host.
    if (!url || url.username || url.password) continue
    if (match.index > from) found.push({ text: text.slice(from, match.index) })
    found.push({ text: address, href: url.href, host: url.host })
    from = match.index + address.length
  }
  if (from < text.length) found.push({ text: text.slice(from) })
  return found
}

/** Punctuation after an address belongs to the sentence; a closing bracket stays when it was opened inside. */
function trimmed(address: string): string {
  const tail = trailing.exec(address)?.[0] ?? ''
  if (tail.startsWith(')') && address.includes('(')) return address.slice(0, address.length - tail.length + 1)
  return address.slice(0, address.length - tail.length)
}

/** Whether a host is one of ours or below one of ours; `own` are hosts such as `exchange.example`. */
export function isOwnHost(host: string, own: readonly string[]): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, '')
  return own.some(one => {
    const ours = one
      .toLowerCase()
      .replace(/:\d+$/, '')
      .replace(/^www\./, '')
    return ours !== '' && (name === ours || name.endsWith(`.${ours}`))
  })
}
