// The visible part of a mail: what was newly written, apart from the history quoted below it and the signature.
import { divide, type Visible } from './divide.ts'
import { htmlLines } from './html-lines.ts'
import { plainLines } from './lines.ts'

export { type Forwarded, forwardedInHtml, forwardedInText } from './forwarded.ts'
export type { Visible }

/** Divides a text/plain body. Never throws; linear in its length. */
export const visibleOfText = (body: string): Visible => divide(plainLines(body))

/** Divides a text/html body into plain text; links keep their text only. Never throws; linear in its length. */
export const visibleOfHtml = (html: string): Visible => divide(htmlLines(html))

/** A whole text/html body as plain text, at most one blank line between two lines. Never throws; linear in its length. */
export function textOfHtml(html: string): string {
  const texts = htmlLines(html).map(({ text }) => text)
  return texts
    .filter((text, index) => text !== '' || (index > 0 && texts[index - 1] !== ''))
    .join('\n')
    .trim()
}
