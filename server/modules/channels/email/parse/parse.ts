// Reads one raw mail, however hostile: linear in its size, and nothing that can be read is refused because of something that can't.
import { htmlOf } from '../show/html-of.ts'
import { readAddresses, readAuthor } from './addresses.ts'
import { automaticOf } from './automatic.ts'
import { readBody } from './body.ts'
import { bounceOf } from './bounce.ts'
import { caps } from './caps.ts'
import { readDate } from './date.ts'
import { decodeWords } from './encoded-words.ts'
import type { Head } from './head.ts'
import { type Cut, MailUnreadable, type ParsedMail } from './mail.ts'
import { readIds } from './message-ids.ts'
import { oneLine } from './one-line.ts'
import { outline } from './outline.ts'

/**
 * The mail in `raw` (RFC 5322 bytes with any line ends). Runs on the calling thread; strangers' mail goes through the
 * pool, which bounds time and memory.
 * @throws MailUnreadable `malformed` when there is nothing in it.
 */
export async function parse(raw: Uint8Array): Promise<ParsedMail> {
  if (!raw.some(byte => byte > 0x20)) throw new MailUnreadable('malformed')
  const { root, depthCut, partsCut } = outline(raw)
  const { head } = root
  const { text, html, stray, files, cut } = readBody(root)
  if (depthCut) cut.add('depth')
  if (partsCut) cut.add('parts')
  if (head.cut) cut.add('headers')
  const author = readAuthor(head.first('from'))
  const people = readPeople(head, cut)
  const subject = readSubject(head, cut)
  const returnPath = readReturnPath(head)
  const signs = { head, from: author, returnPath, subject, type: root.type }
  const bounce = bounceOf({ ...signs, root, text: text ?? html ?? stray })
  const automatic = automaticOf(signs)
  return {
    ...readThread(head, cut),
    from: author?.address.includes('@') ? author : null,
    ...people,
    subject,
    date: readDate(head.first('date')),
    text,
    html,
    stray,
    shows: htmlOf(text, html),
    files,
    automatic: bounce && automatic !== 'reply' ? 'notice' : automatic,
    bounce,
    returnPath,
    cut: [...cut],
  }
}

function readPeople(head: Head, cut: Set<Cut>) {
  const list = (name: string) => {
    const found = readAddresses(head.all(name))
    if (found.cut) cut.add('addresses')
    return found.addresses
  }
  return {
    sender: readAuthor(head.first('sender')),
    replyTo: list('reply-to'),
    to: list('to'),
    cc: list('cc'),
  }
}

function readSubject(head: Head, cut: Set<Cut>): string {
  const field = head.first('subject') ?? ''
  const longest = caps.fieldLength
  const whole = oneLine(decodeWords(field.slice(0, longest)), longest)
  const subject = oneLine(whole, caps.subject)
  if (field.length > longest || subject.length < whole.length) cut.add('subject')
  return subject
}

function readThread(head: Head, cut: Set<Cut>) {
  const references = head.all('references').flatMap(readIds)
  if (references.length > caps.references) cut.add('references')
  return {
    messageId: readIds(head.first('message-id'))[0] ?? null,
    inReplyTo: head.all('in-reply-to').flatMap(readIds).slice(0, caps.references),
    references: references.slice(-caps.references),
  }
}

function readReturnPath(head: Head): string | null {
  const field = head.first('return-path')
  if (field === null) return null
  return /^\s*<\s*>/.test(field) ? '' : readAuthor(field)?.address || readAuthor(field)?.name || ''
}
