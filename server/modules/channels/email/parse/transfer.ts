// Content-Transfer-Encoding undone: the bytes of a part as its sender had them.

const equals = 0x3d
const newline = 0x0a
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The decoded bytes, in memory of their own when they were encoded. Never throws. */
export function undoTransfer(body: Uint8Array, encoding: string): Uint8Array {
  if (encoding.includes('base64')) return base64(body)
  if (encoding.includes('quoted')) return quotedPrintable(body)
  return body
}

/** Padding may stand in the middle, where a program encoded line by line. */
export function base64(body: Uint8Array): Uint8Array {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1')
  const padding = text.indexOf('=')
  const isLast = padding < 0 || text.slice(padding).search(/[^=\s]/) < 0
  return isLast ? Buffer.from(text, 'base64') : base64InUnits(body)
}

function base64InUnits(body: Uint8Array): Uint8Array {
  const out = new Uint8Array(body.length)
  let length = 0
  let bits = 0
  let held = 0
  for (const byte of body) {
    if (byte === equals) held = 0
    const digit = digits.indexOf(String.fromCharCode(byte))
    if (digit < 0) continue
    bits = ((bits << 6) | digit) & 0xffffff
    held += 6
    if (held < 8) continue
    held -= 8
    out[length++] = (bits >> held) & 0xff
  }
  return out.subarray(0, length)
}

/** Lenient: what isn't an escape stays. */
export function quotedPrintable(body: Uint8Array): Uint8Array {
  const out = new Uint8Array(body.length)
  let length = 0
  for (let at = 0; at < body.length; at++) {
    const byte = body[at]!
    if (byte !== equals) {
      out[length++] = byte
      continue
    }
    const high = hex(body[at + 1])
    const low = hex(body[at + 2])
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low
      at += 2
      continue
    }
    const end = softBreak(body, at + 1)
    if (end < 0) out[length++] = byte
    else at = end
  }
  return out.subarray(0, length)
}

const hex = (byte: number | undefined): number => {
  if (byte === undefined) return -1
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** Where the line ends when only blanks follow, else -1. */
function softBreak(body: Uint8Array, from: number): number {
  let at = from
  while (at - from < 80 && (body[at] === 0x20 || body[at] === 0x09 || body[at] === 0x0d)) at++
  return at >= body.length || body[at] === newline ? at : -1
}
