// UTF-7 (RFC 2152), which no decoder of the platform reads and some old mail servers still write.

/** Text of UTF-7 bytes; what isn't UTF-7 stays as it is. Linear. */
export function utf7(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1')
  const pieces: string[] = []
  let at = 0
  while (at < text.length) {
    const plus = text.indexOf('+', at)
    if (plus < 0) break
    pieces.push(text.slice(at, plus))
    let end = plus + 1
    while (end < text.length && isBase64(text.charCodeAt(end))) end++
    pieces.push(end === plus + 1 ? '+' : utf16(text.slice(plus + 1, end)))
    at = text[end] === '-' ? end + 1 : end
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}

const isBase64 = (code: number) =>
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x2f && code <= 0x39) ||
  code === 0x2b

function utf16(encoded: string): string {
  const bytes = Buffer.from(encoded, 'base64')
  return new TextDecoder('utf-16be').decode(bytes.subarray(0, bytes.length & ~1))
}
