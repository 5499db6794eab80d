// Mails made for the tests of the parser, line by line.
import { parse } from './parse.ts'

/** Lines with the line ends of mail. */
export const lines = (...parts: string[]): string => parts.join('\r\n')

/** A mail by its own header lines and its body; From and Subject come first. */
export const mail = (head: readonly string[], body = 'Hello'): Buffer =>
  Buffer.from(lines('From: Mei Lin <mei@example.org>', 'Subject: Hi', ...head, '', body))

/** A multipart of these parts, each with its header lines and body. */
export const multipart = (kind: string, ...parts: string[]): Buffer =>
  mail(
    ['MIME-Version: 1.0', `Content-Type: multipart/${kind}; boundary="cut here"`],
    lines(...parts.flatMap(part => ['--cut here', part]), '--cut here--', ''),
  )

export const part = (head: readonly string[], body: string): string => lines(...head, '', body)

/** Latin-1 text stands for bytes. */
export const bytes = (text: string): Buffer => Buffer.from(text, 'latin1')

export const read = (raw: Uint8Array | string) => parse(typeof raw === 'string' ? Buffer.from(raw) : raw)

export const textOf = async (raw: Uint8Array | string) => (await read(raw)).text?.trim()
