// The body and the files of a mail, from its parts.
import { caps } from './caps.ts'
import { decode } from './charset.ts'
import { readDeliveryStatus } from './delivery-status.ts'
import { fileName, givenName, nameFile } from './file-names.ts'
import { unflow } from './flowed.ts'
import type { Cut, MailFile } from './mail.ts'
import { outline, type Part } from './outline.ts'
import { undoTransfer } from './transfer.ts'
import { takeUuencoded, undoUuencode, withoutUuencoded } from './uuencode.ts'

export interface Body {
  text: string | null
  html: string | null
  stray: string | null
  files: MailFile[]
  cut: Set<Cut>
}

/** One stretch of the body in the forms it has. */
interface Piece {
  text: string | null
  html: string | null
}

/** Reads all parts that count. The files hold memory of their own. */
export function readBody(root: Part): Body {
  // What a report returns was the desk's own.
  return readWith(root, root.type === 'multipart/report' ? 0 : caps.openedMails)
}

function readWith(root: Part, mailsToOpen: number): Body {
  const reader = new Reader(mailsToOpen)
  const piece = reader.read(root, { isRoot: true, isAlternative: false })
  const text = reader.within('text', piece?.text ?? null)
  const html = reader.within('html', piece?.html ?? null)
  if (html !== null) markShown(reader.files, html)
  const isAnnounced = announcesParts(root) && root.children.length === 0
  const stray = isAnnounced ? reader.within('text', reader.readText(root)?.text ?? null) : null
  return { text, html, stray, files: reader.files, cut: reader.cut }
}

interface Place {
  isRoot: boolean
  isAlternative: boolean
}

class Reader {
  readonly files: MailFile[] = []
  readonly cut = new Set<Cut>()
  private mailsToOpen: number

  constructor(mailsToOpen: number) {
    this.mailsToOpen = mailsToOpen
  }

  /** Goes as deep as the outline, which is bounded. */
  read(part: Part, place: Place): Piece | null {
    if (part.children.length > 0) return this.readMultipart(part)
    if (announcesParts(part)) return null
    if (part.type.startsWith('multipart/')) return place.isRoot ? this.readText(part) : null
    if (part.type === 'text/x-amp-html') return null
    if (isBody(part, place) || isWordsOnly(part)) return this.readText(part)
    this.addFile(part)
    return null
  }

  within(form: 'text' | 'html', whole: string | null): string | null {
    if (whole === null || whole.length <= caps[form]) return whole
    this.cut.add(form)
    return whole.slice(0, caps[form]).toWellFormed()
  }

  private readMultipart(part: Part): Piece | null {
    const isAlternative = part.type === 'multipart/alternative'
    const pieces = part.children
      .map(child => this.read(child, { isRoot: false, isAlternative }))
      .filter(piece => piece !== null)
    if (pieces.length < 2) return pieces[0] ?? null
    return isAlternative ? choose(pieces) : join(pieces)
  }

  readText(part: Part): Piece | null {
    const form = part.type === 'text/html' ? 'html' : 'text'
    const { whole, encoding } = this.decodeText(part, form)
    if (form === 'html') return whole.trim() === '' ? null : { text: null, html: whole }
    const isEncoded = encoding.includes('uu')
    const { text, files } = takeUuencoded(isEncoded ? trimStart(whole) : whole)
    for (const file of files) {
      this.add(() => ({
        ...file,
        name: fileName(file.name) || 'file.bin',
        type: 'application/octet-stream',
        contentId: null,
        inline: false,
      }))
    }
    // A file in the text is part of what was sent, unless it would push the words out.
    const kept = isEncoded || whole.length > caps.text ? text : whole
    return kept.trim() === '' ? null : { text: kept, html: null }
  }

  private decodeText(part: Part, form: 'text' | 'html'): { whole: string; encoding: string } {
    const encoding = encodingOf(part)
    // More bytes than the longest text can have, also with soft breaks and in UTF-16.
    const most = caps[form] * 6
    if (part.body.length > most) this.cut.add(form)
    const bytes = undoTransfer(part.body.subarray(0, most), encoding)
    const charset = part.params.get('charset') ?? (form === 'html' ? charsetInHtml(bytes) : null)
    const text = decode(bytes, charset).replaceAll('\0', '').replaceAll(/\r\n?/g, '\n').toWellFormed()
    const isFlowed = part.params.get('format')?.toLowerCase() === 'flowed'
    const deleteSpace = part.params.get('delsp')?.toLowerCase() === 'yes'
    return { whole: isFlowed && form === 'text' ? unflow(text, deleteSpace) : text, encoding }
  }

  private addFile(part: Part): void {
    if (part.body.length === 0 && givenName(part) === null) return
    this.add(() => {
      const content = contentOf(part)
      return {
        name: nameFile(part, content),
        type: part.type,
        content,
        contentId: contentId(part),
        inline: isSignature(part),
      }
    })
    if (part.type === 'message/rfc822' && this.mailsToOpen-- > 0) this.addFilesOf(part)
  }

  /** The files in a mail that was sent along. Mails in that one stay closed: so no byte is read more than twice. */
  private addFilesOf(part: Part): void {
    const { files } = readWith(outline(contentOf(part)).root, 0)
    for (const file of files) if (!file.inline) this.add(() => ({ ...file, contentId: null }))
  }

  private add(make: () => MailFile): void {
    if (this.files.length >= caps.files) {
      this.cut.add('files')
      return
    }
    const file = make()
    this.files.push({ ...file, content: ownMemory(file.content) })
  }
}

const announcesParts = ({ type, params }: Part) =>
  type.startsWith('multipart/') && !!params.get('boundary')?.trim()

function isBody(part: Part, { isRoot, isAlternative }: Place): boolean {
  if (part.disposition.value === 'attachment') return false
  if (part.type === 'text/plain' || part.type === 'text/html') {
    return isRoot || isAlternative || givenName(part) === null
  }
  return isRoot && part.type.startsWith('text/') && !/calendar|csv|vcard|rfc822/.test(part.type)
}

/** Some servers label also the words of a bounce as its status. */
const isWordsOnly = (part: Part) =>
  part.type === 'message/delivery-status' && part.body.length > 0 && readDeliveryStatus(part) === null

/** The same stretch twice: the last of each form is the sender's best. */
const choose = (pieces: readonly Piece[]): Piece => ({
  text: pieces.findLast(piece => piece.text !== null)?.text ?? null,
  html: pieces.findLast(piece => piece.html !== null)?.html ?? null,
})

/** One after the other. Text only if it is the whole of it; HTML takes plain pieces in. */
function join(pieces: readonly Piece[]): Piece {
  const texts = pieces.map(piece => piece.text).filter(text => text !== null)
  const hasHtml = pieces.some(piece => piece.html !== null)
  return {
    text: texts.length === pieces.length ? texts.join('\n') : null,
    html: hasHtml
      ? pieces.map(piece => piece.html ?? asHtml(withoutUuencoded(piece.text ?? ''))).join('\n')
      : null,
  }
}

const asHtml = (text: string) =>
  `<div>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>\n')}</div>`

/** A part that is nothing but a uuencoded file may have blank lines before it. */
const trimStart = (text: string) => text.replace(/^\s+/, '')

const encodingOf = (part: Part) =>
  (part.head.first('content-transfer-encoding') ?? '').slice(0, 60).toLowerCase()

function contentOf(part: Part): Uint8Array {
  const encoding = encodingOf(part)
  if (!encoding.includes('uu')) return undoTransfer(part.body, encoding)
  const text = Buffer.from(part.body).toString('latin1').replaceAll('\r\n', '\n')
  return undoUuencode(text)
}

function contentId(part: Part): string | null {
  const id = (part.head.first('content-id') ?? '').replaceAll(/[<>\s\p{Cc}]/gu, '')
  return id === '' || id.length > 500 ? null : id
}

const isSignature = (part: Part) => /^application\/(?:pgp|(?:x-)?pkcs7)-signature$/.test(part.type)

const charsetInHtml = (bytes: Uint8Array): string | null =>
  /<meta[^>]{1,200}charset\s{0,5}=\s{0,5}["']?([\w.:-]{2,40})/i.exec(
    Buffer.from(bytes.subarray(0, 2_000)).toString('latin1'),
  )?.[1] ?? null

/** Only memory that nothing else lies in can be handed to another thread. */
const ownMemory = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes)

function markShown(files: MailFile[], html: string): void {
  const shown = new Set(
    Array.from(html.matchAll(/\bcid:([^"'\s<>)]{1,500})/gi), found => unescaped(found[1]!)),
  )
  for (const file of files) if (file.contentId !== null && shown.has(file.contentId)) file.inline = true
}

function unescaped(id: string): string {
  const plain = id.replaceAll('&amp;', '&')
  try {
    return decodeURIComponent(plain)
  } catch {
    return plain
  }
}
