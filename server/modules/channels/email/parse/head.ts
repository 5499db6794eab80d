// The header fields of a mail or a part: unfolded, the first of a name before the others, raw bytes made text.
import { caps } from './caps.ts'
import { decodeUnlabelled } from './charset.ts'

export interface Head {
  /** The first field of this (lower-case) name; null when there is none. Encoded words are as they came. */
  first(name: string): string | null
  all(name: string): string[]
  /** Whether something was left out. */
  cut: boolean
}

/** Reads the fields in `bytes`, which hold no body. Lines that aren't fields are passed over. */
export function readHead(bytes: Uint8Array, limit: number = caps.partHeadBytes): Head {
  const { fields, cut } = readFields(bytes, limit)
  const charset = charsetUsed(fields)
  const text = (value: string) =>
    /[\x80-\xff]/.test(value) || value.includes('\u001b')
      ? decodeUnlabelled(Buffer.from(value, 'latin1'), charset)
      : value
  return {
    first: name => {
      const value = fields.get(name)?.[0]
      return value === undefined ? null : text(value)
    },
    all: name => fields.get(name)?.map(text) ?? [],
    cut,
  }
}

/** What unlabelled bytes in a head are likely to be: the charset of the body, or of what is labelled. */
function charsetUsed(fields: ReadonlyMap<string, readonly string[]>): string | null {
  const ofBody = /charset\s{0,9}=\s{0,9}"?([\w:.-]{1,40})/i.exec(fields.get('content-type')?.[0] ?? '')?.[1]
  if (ofBody) return ofBody
  for (const name of ['subject', 'from', 'to']) {
    const word = /=\?([\w:.-]{1,40})\?[bq]\?/i.exec(fields.get(name)?.[0]?.slice(0, 2_000) ?? '')
    if (word) return word[1]!
  }
  return null
}

function readFields(bytes: Uint8Array, limit: number): { fields: Map<string, string[]>; cut: boolean } {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, limit))
    .toString('latin1')
    .split(/\r?\n/)
  const fields = new Map<string, string[]>()
  let count = 0
  let cut = bytes.byteLength > limit
  for (let at = 0; at < lines.length; ) {
    const parts = [lines[at++]!]
    while (at < lines.length && goesOn(parts.at(-1)!, lines[at]!)) parts.push(lines[at++]!)
    const field = readField(parts.join(''))
    if (!field) continue
    if (count++ >= caps.fields) {
      cut = true
      break
    }
    cut ||= field.cut
    const others = fields.get(field.name)
    if (others) others.push(field.value)
    else fields.set(field.name, [field.value])
  }
  return { fields, cut }
}

/** Also a parameter that lost its indent on the way. */
const goesOn = (before: string, line: string) =>
  /^[ \t]/.test(line) || (before.endsWith(';') && /^[\w*-]{1,40} ?=/.test(line))

const addressFields = new Set(['from', 'to', 'cc', 'reply-to'])
/** Cut where it is read, to whole ones. */
const cutLater = new Set([...addressFields, 'references', 'subject'])

function readField(line: string): { name: string; value: string; cut: boolean } | null {
  const colon = line.indexOf(':')
  if (colon < 1 || colon > 200) return null
  const name = line.slice(0, colon).trimEnd().toLowerCase()
  if (!/^[\x21-\x7e]+$/.test(name)) return null
  const value = line.slice(colon + 1).trim()
  const limit = cutLater.has(name) ? caps.headBytes : caps.fieldLength
  return { name, value: value.slice(0, limit), cut: value.length > limit }
}
