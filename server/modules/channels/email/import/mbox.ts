// Files with mails one behind the other (mbox, as mboxrd and mboxo write it): where each mail is, and its bytes; in linear time.

/** Where a mail lies in its file, in bytes, with the line “From …” that begins it. */
export interface Located {
  at: number
  size: number
  /** Of its first bytes, enough for its headers. */
  head: Buffer
}

const headBytes = 64 * 1024
const shortestFromLine = 'From a 9:00 2025'.length
const longestFromLine = 1_000
/** What may be the beginning of a blank line and a line “From …”. */
const longestStart = '\n\r\nFrom '.length
const lineFeed = 10
const carriageReturn = 13
const quote = 62

/** The file has something before its first line “From …”, or no such line. */
export class NoMbox extends Error {}

/** Finds the mails of one file, which is pushed piece by piece; holds little more than a piece. Throws NoMbox. */
export class MboxScanner {
  // As if a blank line stood before the file: each mail stands behind one.
  #rest = Buffer.from('\n\n')
  /** Of the rest, in the file. */
  #at = -2
  /** Up to where no mail begins in the rest. */
  #searched = 0
  #mail: { at: number; pieces: Buffer[]; held: number } | null = null

  /** The mails that are whole now. */
  push(piece: Buffer): Located[] {
    this.#rest = Buffer.concat([this.#rest, piece])
    return this.#search(false)
  }

  /** The last ones. */
  end(): Located[] {
    const mails = this.#search(true)
    this.#pass(this.#rest.length)
    const last = this.#close()
    if (!last && mails.length === 0) throw new NoMbox()
    return last ? [...mails, last] : mails
  }

  #search(isEnd: boolean): Located[] {
    const mails: Located[] = []
    for (;;) {
      const before = this.#rest.indexOf('\nFrom ', this.#searched)
      if (before < 0) break
      const lineEnd = this.#rest.indexOf(lineFeed, before + 1)
      const isWhole = isEnd || lineEnd >= 0 || this.#rest.length - before > longestFromLine
      if (!isWhole) {
        this.#pass(before - longestStart)
        return mails
      }
      this.#searched = before + 1
      if (!this.#isBlank(before) || !isFromLine(this.#rest, before + 1, lineEnd)) continue
      this.#pass(before + 1)
      const mail = this.#close()
      if (mail) mails.push(mail)
      this.#mail = { at: this.#at, pieces: [], held: 0 }
    }
    this.#pass(this.#rest.length - longestStart)
    return mails
  }

  /** Whether the line that ends there is blank. */
  #isBlank(end: number): boolean {
    const isCrlf = this.#rest[end - 1] === carriageReturn
    return this.#rest[end - (isCrlf ? 2 : 1)] === lineFeed
  }

  /** What comes before `count` belongs to the mail that was begun. */
  #pass(count: number): void {
    if (count <= 0) return
    const passed = this.#rest.subarray(0, count)
    const mail = this.#mail
    if (!mail && passed.some(byte => byte > 32)) throw new NoMbox()
    if (mail && mail.held < headBytes) {
      // A copy: a part would keep the whole piece that it was read with.
      mail.pieces.push(Buffer.from(passed.subarray(0, headBytes - mail.held)))
      mail.held += passed.length
    }
    this.#rest = this.#rest.subarray(count)
    this.#at += count
    this.#searched = Math.max(0, this.#searched - count)
  }

  #close(): Located | null {
    const mail = this.#mail
    this.#mail = null
    return mail && { at: mail.at, size: this.#at - mail.at, head: Buffer.concat(mail.pieces) }
  }
}

/** With a time and a year, as writers put them: words that begin a paragraph so have neither. */
function isFromLine(bytes: Buffer, from: number, lineEnd: number): boolean {
  const end = Math.min(lineEnd < 0 ? bytes.length : lineEnd, from + longestFromLine)
  if (end - from < shortestFromLine) return false
  const line = bytes.toString('latin1', from, end)
  return /\d:\d\d/.test(line) && /\b(19|20)\d\d\b/.test(line)
}

/** The mail in the bytes of its place. */
export function mailAt(place: Buffer): Buffer {
  const lineEnd = place.indexOf(lineFeed)
  if (lineEnd < 0) return Buffer.alloc(0)
  const isCrlf = place[lineEnd - 1] === carriageReturn
  const blank = isCrlf && place.subarray(-3).equals(Buffer.from('\n\r\n')) ? 2 : 1
  const isBlankLast = blank === 2 || place.subarray(-2).equals(Buffer.from('\n\n'))
  return unquoted(place.subarray(lineEnd + 1, isBlankLast ? place.length - blank : place.length))
}

const from = Buffer.from('From ')

/** Without the first `>` of lines such as `>From` and `>>From`. */
function unquoted(mail: Buffer): Buffer {
  const pieces: Buffer[] = []
  let taken = 0
  let at = mail[0] === quote ? 0 : nextQuoted(mail, 0)
  while (at >= 0) {
    let end = at
    while (mail[end] === quote) end += 1
    if (from.equals(mail.subarray(end, end + from.length))) {
      pieces.push(mail.subarray(taken, at))
      taken = at + 1
    }
    at = nextQuoted(mail, end)
  }
  return taken === 0 ? mail : Buffer.concat([...pieces, mail.subarray(taken)])
}

/** The next line that begins with `>`, or -1. */
function nextQuoted(mail: Buffer, after: number): number {
  const before = mail.indexOf('\n>', after)
  return before < 0 ? -1 : before + 1
}

/** A mail as it stands in an mbox (mboxrd): it comes back as it is, where it ends with a line. */
export function inMbox(mail: Buffer, at: Date): Buffer {
  const pieces: Buffer[] = [Buffer.from(`From MAILER-DAEMON ${fromDate(at)}\n`)]
  let taken = 0
  for (let found = mail.indexOf(from); found >= 0; found = mail.indexOf(from, found + from.length)) {
    let line = found
    while (line > taken && mail[line - 1] === quote) line -= 1
    if (line > 0 && mail[line - 1] !== lineFeed) continue
    pieces.push(mail.subarray(taken, line), Buffer.from('>'))
    taken = line
  }
  pieces.push(mail.subarray(taken))
  const isEnded = mail.length === 0 || mail.at(-1) === lineFeed
  pieces.push(Buffer.from(isEnded ? '\n' : '\n\n'))
  return Buffer.concat(pieces)
}

/** As C's asctime writes it, in UTC: `Tue Jan  7 09:00:00 2025`. */
function fromDate(at: Date): string {
  const [week, day, month, year, time] = at.toUTCString().replace(',', '').split(' ')
  return `${week} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`
}
