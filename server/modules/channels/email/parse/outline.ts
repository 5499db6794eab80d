// Where the parts of a mail are, found in one pass over its bytes: no part is decoded or copied before it is known to count.
import { caps } from './caps.ts'
import { type Head, readHead } from './head.ts'
import { OpenParts } from './open-parts.ts'
import { readStructured, type Structured } from './structured.ts'

export interface Part {
  head: Head
  /** `type/subtype`. */
  type: string
  params: Structured['params']
  disposition: Structured
  /** As it came: still encoded. */
  body: Uint8Array
  /** Empty unless the type is a multipart whose boundary was found. */
  children: Part[]
}

export interface Outline {
  root: Part
  depthCut: boolean
  partsCut: boolean
}

/** The parts of the mail; what lies deeper or behind the caps belongs to the part before it, or to none. */
export function outline(raw: Uint8Array): Outline {
  const mail = withLineFeeds(raw)
  const scan = new Scan(mail)
  const open = new OpenParts()
  const found: Outline = {
    root: begin(scan, firstLine(mail), open, caps.headBytes),
    depthCut: false,
    partsCut: false,
  }
  let current: Part | null = found.root
  let bodyStart = scan.bodyStart
  let count = 1
  enter(found.root, open, found)
  for (;;) {
    const line = scan.nextBoundary(open)
    if (current)
      current.body = mail.subarray(bodyStart, endOfBody(mail, bodyStart, line?.start ?? mail.length))
    if (!line) return found
    open.closeTo(line.depth + 1)
    current = null
    if (line.closes) {
      open.closeTo(line.depth)
      continue
    }
    if (count++ >= caps.parts) {
      found.partsCut = true
      return found
    }
    const parent = open.at(line.depth)
    current = begin(scan, line.end, open, caps.partHeadBytes, parent)
    bodyStart = scan.bodyStart
    parent.children.push(current)
    enter(current, open, found)
  }
}

/** Very old systems end lines by a carriage return alone. */
function withLineFeeds(raw: Uint8Array): Buffer {
  const mail = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  if (mail.includes(0x0a) || !mail.includes(0x0d)) return mail
  return Buffer.from(mail.map(byte => (byte === 0x0d ? 0x0a : byte)))
}

function firstLine(mail: Buffer): number {
  let at = 0
  while (mail[at] === 0x0a || mail[at] === 0x0d) at++
  return at
}

function enter(part: Part, open: OpenParts, found: Outline): void {
  const boundary = part.params.get('boundary')?.trimEnd()
  if (!part.type.startsWith('multipart/') || !boundary) return
  if (open.depth < caps.depth) open.push(part, Buffer.from(boundary).toString('latin1'))
  else found.depthCut = true
}

function begin(scan: Scan, start: number, open: OpenParts, limit: number, parent?: Part): Part {
  const head = readHead(scan.takeHead(start, open), limit)
  const fallback = parent?.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  const { value, params } = readStructured(head.first('content-type') ?? fallback)
  return {
    head,
    type: /^[\w.+-]+\/[\w.+-]+/.exec(value)?.[0] ?? fallback,
    params,
    disposition: readStructured(head.first('content-disposition') ?? ''),
    body: new Uint8Array(0),
    children: [],
  }
}

/** The line break before a boundary belongs to the boundary. */
function endOfBody(mail: Buffer, start: number, end: number): number {
  if (end >= mail.length) return end
  let at = end
  if (mail[at - 1] === 0x0a) at--
  if (mail[at - 1] === 0x0d) at--
  return Math.max(start, at)
}

interface BoundaryLine {
  start: number
  end: number
  depth: number
  closes: boolean
}

const longestBoundary = 300

/** Moves forwards only, so that all searches together cost one pass. */
class Scan {
  bodyStart = 0
  private readonly mail: Buffer
  /** The next line that begins with `--` at or behind where the scan is; -1 when there is none. */
  private dashes = 0
  private blank = { lf: -2, crlf: -2 }

  constructor(mail: Buffer) {
    this.mail = mail
    this.dashes = mail[0] === 0x2d && mail[1] === 0x2d ? 0 : this.dashesFrom(0)
  }

  /** The bytes of the head at `start`, up to an empty line or an open boundary. */
  takeHead(start: number, open: OpenParts): Buffer {
    if (open.depth > 0 && !this.isField(start)) {
      this.bodyStart = start
      return this.mail.subarray(start, start)
    }
    const blank = this.blankAt(start) ?? this.blankFrom(start)
    while (this.dashes >= 0 && this.dashes < start) this.dashes = this.dashesFrom(start - 1)
    while (this.dashes >= 0 && this.dashes < blank.start) {
      if (this.match(this.dashes, open)) {
        this.bodyStart = this.dashes
        return this.mail.subarray(start, this.dashes)
      }
      this.dashes = this.dashesFrom(this.dashes)
    }
    this.bodyStart = blank.end
    return this.mail.subarray(start, blank.start)
  }

  nextBoundary(open: OpenParts): BoundaryLine | null {
    if (open.depth === 0) return null
    while (this.dashes >= 0) {
      const line = this.match(this.dashes, open)
      this.dashes = this.dashesFrom(this.dashes)
      if (line) return line
    }
    return null
  }

  /** Some programs leave out the head of a part together with its empty line. */
  private isField(start: number): boolean {
    const line = this.mail.toString('latin1', start, start + 200)
    return /^(?:\r?\n|[\x21-\x39\x3b-\x7e]+[ \t]{0,9}:)/.test(line)
  }

  private blankAt(start: number): { start: number; end: number } | null {
    const end = this.mail[start] === 0x0d ? start + 1 : start
    return this.mail[end] === 0x0a ? { start, end: end + 1 } : null
  }

  private dashesFrom(from: number): number {
    const found = this.mail.indexOf('\n--', from, 'latin1')
    return found < 0 ? -1 : found + 1
  }

  private blankFrom(start: number): { start: number; end: number } {
    if (this.blank.lf !== -1 && this.blank.lf < start)
      this.blank.lf = this.mail.indexOf('\n\n', start, 'latin1')
    if (this.blank.crlf !== -1 && this.blank.crlf < start) {
      this.blank.crlf = this.mail.indexOf('\n\r\n', start, 'latin1')
    }
    const { lf, crlf } = this.blank
    if (lf < 0 && crlf < 0) return { start: this.mail.length, end: this.mail.length }
    return crlf < 0 || (lf >= 0 && lf < crlf)
      ? { start: lf + 1, end: lf + 2 }
      : { start: crlf + 1, end: crlf + 3 }
  }

  private match(start: number, open: OpenParts): BoundaryLine | null {
    const newline = this.mail.indexOf(0x0a, start)
    const end = newline < 0 ? this.mail.length : newline + 1
    if (end - start > longestBoundary) return null
    const line = this.mail.toString('latin1', start + 2, end).trimEnd()
    const found = open.find(line)
    return found && { start, end, ...found }
  }
}
