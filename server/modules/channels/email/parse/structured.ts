// Fields with parameters (Content-Type, Content-Disposition), their continuations and charsets (RFC 2231).
import { decode } from './charset.ts'

export interface Structured {
  /** Lower case. */
  value: string
  /** By lower-case name, decoded. The first of a name counts. */
  params: Map<string, string>
}

const mostParams = 200

/** Reads `value; name=token; name="quoted"; name*0*=utf-8''…`; never throws. Linear. */
export function readStructured(field: string): Structured {
  const pieces = splitOutsideQuotes(field)
  const raw = new Map<string, string>()
  for (const piece of pieces.slice(1, 1 + mostParams)) {
    const sign = piece.indexOf('=')
    const name = piece.slice(0, Math.max(0, sign)).trim().toLowerCase()
    if (name && !raw.has(name)) raw.set(name, unquote(piece.slice(sign + 1).trim()))
  }
  return { value: tokenOf(pieces[0] ?? ''), params: joinContinuations(raw) }
}

const tokenOf = (text: string) =>
  text
    .replaceAll(/\([^()]{0,200}\)/g, '')
    .replaceAll('"', '')
    .trim()
    .toLowerCase()

function splitOutsideQuotes(field: string): string[] {
  const pieces: string[] = []
  let start = 0
  let quoted = false
  for (let at = 0; at < field.length; at++) {
    const char = field[at]
    if (quoted && char === '\\') at++
    // A quote inside a token is part of it.
    else if (char === '"') quoted = quoted ? false : /[=\s;]$/.test(field.slice(Math.max(0, at - 1), at))
    else if (char === ';' && !quoted) {
      pieces.push(field.slice(start, at))
      start = at + 1
    }
  }
  pieces.push(field.slice(start))
  return pieces
}

function unquote(value: string): string {
  if (!value.startsWith('"')) return value.replace(/\s\([^()]{0,200}\)$/, '').trimEnd()
  const end = /^"((?:[^"\\]|\\[^])*)/.exec(value)?.[1] ?? ''
  // Only what has to be escaped is: C:\folder\file came from a program that doesn't.
  return end.replaceAll(/\\(["\\])/g, '$1')
}

function joinContinuations(raw: ReadonlyMap<string, string>): Map<string, string> {
  const params = new Map<string, string>()
  for (const [name, value] of raw) if (!name.includes('*')) params.set(name, value)
  const begun = new Set(
    [...raw.keys()].filter(name => /^[^*]+\*0?\*?$/.test(name)).map(name => name.split('*')[0]!),
  )
  for (const name of begun) params.set(name, readExtended(raw, name))
  return params
}

function readExtended(raw: ReadonlyMap<string, string>, name: string): string {
  const pieces: Uint8Array[] = []
  let charset: string | null = null
  const take = (value: string, isFirst: boolean, isEncoded: boolean) => {
    const found = isFirst && isEncoded ? /^([^']{0,60})'[^']{0,60}'/.exec(value) : null
    if (found) charset = found[1]!
    const rest = found ? value.slice(found[0].length) : value
    pieces.push(isEncoded ? percentDecoded(rest) : Buffer.from(rest, 'utf-8'))
  }
  const whole = raw.get(`${name}*`)
  if (whole !== undefined) take(whole, true, true)
  for (let index = 0; whole === undefined; index++) {
    const encoded = raw.get(`${name}*${index}*`)
    const plain = raw.get(`${name}*${index}`)
    if (encoded !== undefined) take(encoded, index === 0, true)
    else if (plain !== undefined) take(plain, index === 0, false)
    else break
  }
  return decode(Buffer.concat(pieces), charset)
}

const percentDecoded = (text: string) =>
  Buffer.from(
    Buffer.from(text, 'utf-8')
      .toString('latin1')
      .replaceAll(/%([0-9a-f]{2})/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16))),
    'latin1',
  )
