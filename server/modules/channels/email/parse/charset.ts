// Bytes into text by the charset a mail names, and by a guess where it names none, a wrong one, or one nobody knows.
import { utf7 } from './utf7.ts'

const utf8Strict = new TextDecoder('utf-8', { fatal: true })

/** Names that mail programs write and the Encoding Standard doesn't list. */
const aliases: Record<string, string> = {
  utf8mb4: 'utf-8',
  cp936: 'gb18030',
  ms936: 'gb18030',
  windows936: 'gb18030',
  gb231280: 'gb18030',
  euccn: 'gb18030',
  cp950: 'big5',
  windows950: 'big5',
  cp932: 'shift_jis',
  windows932: 'shift_jis',
  cp949: 'euc-kr',
  cp51932: 'euc-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  cp50222: 'iso-2022-jp',
  iso2022jpms: 'iso-2022-jp',
  iso2022jp1: 'iso-2022-jp',
  iso2022jp2: 'iso-2022-jp',
  iso2022jp3: 'iso-2022-jp',
  cp874: 'windows-874',
  tis620: 'windows-874',
  iso88598i: 'iso-8859-8',
  iso88598e: 'iso-8859-8',
  latin9: 'iso-8859-15',
  macroman: 'macintosh',
}

/** Claims that programs make without having looked. */
const unreliable = new Set([
  '',
  'ascii',
  'usascii',
  'utf8',
  'unknown8bit',
  'xunknown',
  'unknown',
  'default',
  '8bit',
])

/** Text of `bytes`; never throws, and what can't be read becomes U+FFFD. Linear. */
export function decode(bytes: Uint8Array, label: string | null, hint: string | null = null): string {
  const plain = plainLabel(label)
  if (unreliable.has(plain)) return decodeUnlabelled(bytes, hint)
  if (plain === 'utf7' || plain === 'unicode11utf7') return utf7(bytes)
  if (plain === 'hzgb2312') return hz(bytes)
  const decoder = decoderFor(bytes, label ?? '')
  return decoder ? decoder.decode(bytes) : decodeUnlabelled(bytes, hint)
}

/** The same for bytes nobody named a charset for; `hint` is one that is used around them. */
export function decodeUnlabelled(bytes: Uint8Array, hint: string | null): string {
  if (hasJapaneseEscapes(bytes)) return new TextDecoder('iso-2022-jp').decode(bytes)
  try {
    return utf8Strict.decode(bytes)
  } catch {
    const hinted = unreliable.has(plainLabel(hint)) ? null : decoderFor(bytes, hint ?? '')
    return (hinted ?? guess(bytes)).decode(bytes)
  }
}

const plainLabel = (label: string | null) =>
  (label ?? '')
    .slice(0, 60)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')

/** ISO-2022-JP has no high bytes: where there are some, it is what Japanese Windows writes. */
function decoderFor(bytes: Uint8Array, label: string): TextDecoder | null {
  const decoder = decoderOf(label)
  const isWrong = decoder?.encoding === 'iso-2022-jp' && bytes.some(byte => byte >= 0x80)
  return isWrong ? new TextDecoder('shift_jis') : decoder
}

function decoderOf(label: string): TextDecoder | null {
  const plain = plainLabel(label)
  const bare = plain.replace(/^(?:xms|x|cs)/, '')
  const tidy = label
    .slice(0, 60)
    .trim()
    .replaceAll(/^["']+|["']+$/g, '')
  for (const name of [aliases[plain], aliases[bare], tidy, plain, bare, withDashes(bare)]) {
    if (name) {
      try {
        return new TextDecoder(name)
      } catch {
        // Not a name of the standard: the next one.
      }
    }
  }
  return null
}

const withDashes = (bare: string) =>
  bare
    .replace(/^iso8859/, 'iso-8859-')
    .replace(/^(?:windows|win|cp)(125\d)$/, 'windows-$1')
    .replace(/^koi8/, 'koi8-')
    .replace(/^utf(16|32)/, 'utf-$1')

function hasJapaneseEscapes(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    const [set, final] = [bytes[at + 1], bytes[at + 2]]
    if (set === 0x24 && (final === 0x42 || final === 0x40)) return true
  }
  return false
}

const looked = 20_000

/** Not UTF-8 any more: either mostly UTF-8 with a flaw, or double bytes of Chinese, or Western Europe. */
function guess(bytes: Uint8Array): TextDecoder {
  const sample = bytes.subarray(0, looked)
  const lenient = new TextDecoder('utf-8').decode(sample)
  const flaws = lenient.split('\ufffd').length - 1
  const good = lenient.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0
  if (good > flaws * 4) return new TextDecoder('utf-8')
  return new TextDecoder(isChinese(sample) ? 'gb18030' : 'windows-1252')
}

/** Whether nearly all high bytes come in pairs that are common characters in GB 2312. */
function isChinese(bytes: Uint8Array): boolean {
  let pairs = 0
  let others = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!
    if (lead < 0x80) continue
    const trail = bytes[at + 1] ?? 0
    const common = (lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa3)
    if (common && trail >= 0xa1) {
      pairs++
      at++
    } else others++
  }
  return pairs >= 2 && pairs > others * 8
}

/** RFC 1843: between ~{ and ~} are pairs of GB 2312 without their high bits. */
function hz(bytes: Uint8Array): string {
  const out: number[] = []
  let chinese = false
  for (let at = 0; at < bytes.length; at++) {
    const [byte, next] = [bytes[at]!, bytes[at + 1]]
    if (byte === 0x7e && (next === 0x7b || next === 0x7d || next === 0x7e || next === 0x0a)) {
      if (next === 0x7e) out.push(0x7e)
      else if (next !== 0x0a) chinese = next === 0x7b
      at++
    } else out.push(chinese && byte > 0x20 ? byte | 0x80 : byte)
  }
  return new TextDecoder('gb18030').decode(Uint8Array.from(out))
}
