// Pictures that came with a mail, as addresses that hold them: a frame without an origin can load nothing of the desk's.
import type { MailFile } from '../parse/mail.ts'

/** Characters of such addresses in one page, however often it names the same picture. */
const most = 12_000_000

/** Finds a picture by its content id; null for what is none, and beyond what one page may hold. */
export function enclosedPictures(files: readonly MailFile[]): (contentId: string) => string | null {
  const byId = new Map(files.flatMap(file => (file.contentId ? [[file.contentId, file] as const] : [])))
  let left = most
  return contentId => {
    const content = byId.get(contentId)?.content
    const type = content && pictureType(content)
    const size = content ? Math.ceil(content.byteLength / 3) * 4 : 0
    if (!type || size > left) return null
    left -= size
    return `data:image/${type};base64,${Buffer.from(content).toString('base64')}`
  }
}

/** By content, as names and types are claims; SVG is a program and no picture. */
function pictureType(content: Uint8Array): string | null {
  const head = Buffer.from(content.subarray(0, 12)).toString('latin1')
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (/^GIF8[79]a/.test(head)) return 'gif'
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? 'webp' : null
}
