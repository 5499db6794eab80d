// What a file is called: by its sender, if that is a name, else after what it is.
import { caps } from './caps.ts'
import { decodeWords } from './encoded-words.ts'
import { readHead } from './head.ts'
import { oneLine } from './one-line.ts'
import type { Part } from './outline.ts'

/** A name to show and to save under, made safe; never empty. `content` is that of the file. */
export function nameFile(part: Part, content: Uint8Array): string {
  const given = givenName(part)
  const name = given === null ? '' : fileName(given)
  if (name) return name
  if (part.type === 'message/rfc822') return `${subjectOf(content) || 'message'}.eml`
  return ownNames[part.type] ?? defaultName(part.type)
}

/** The name its sender gave, as it came; null without one. */
export const givenName = (part: Part): string | null =>
  part.disposition.params.get('filename') || part.params.get('name') || null

/** Without folders, control characters and marks that hide or turn text. */
export function fileName(given: string): string {
  const last =
    decodeWords(given)
      .split(/[/\\]/)
      .findLast(piece => piece.trim() !== '') ?? ''
  return shortened(
    oneLine(last.replaceAll(/[\p{Cc}\p{Cf}]/gu, ''), caps.fieldLength).replaceAll(/[<>:"|?*]/g, '_'),
  )
}

/** A long name keeps its ending. */
function shortened(name: string): string {
  const chars = Array.from(name)
  if (chars.length <= caps.name) return name
  const ending = Array.from(/\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '')
  return [...chars.slice(0, caps.name - ending.length), ...ending].join('')
}

function subjectOf(content: Uint8Array): string {
  const bytes = Buffer.from(
    content.buffer,
    content.byteOffset,
    Math.min(content.byteLength, caps.partHeadBytes),
  )
  const end = bytes.toString('latin1').search(/\n\r?\n/)
  const subject = readHead(end < 0 ? bytes : bytes.subarray(0, end)).first('subject')
  return oneLine(decodeWords(subject ?? ''), caps.name).replaceAll(/[/\\<>:"|?*]/g, '_')
}

const ownNames: Record<string, string> = {
  'text/calendar': 'invite.ics',
  'application/ics': 'invite.ics',
  'message/delivery-status': 'delivery-status.txt',
  'text/rfc822-headers': 'headers.txt',
  'application/pgp-signature': 'signature.asc',
  'application/pkcs7-signature': 'smime.p7s',
  'application/x-pkcs7-signature': 'smime.p7s',
  'application/pkcs7-mime': 'smime.p7m',
  'application/x-pkcs7-mime': 'smime.p7m',
  'application/ms-tnef': 'winmail.dat',
}

const endings: Record<string, string> = {
  jpeg: 'jpg',
  plain: 'txt',
  'svg+xml': 'svg',
  quicktime: 'mov',
  'octet-stream': 'bin',
  'x-zip-compressed': 'zip',
}

function defaultName(type: string): string {
  const [kind, subtype = ''] = type.split('/')
  const ending = endings[subtype] ?? (/^[a-z0-9]{2,5}$/.test(subtype) ? subtype : 'bin')
  return `${kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'file'}.${ending}`
}
