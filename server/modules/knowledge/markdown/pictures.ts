// Pictures and videos, from the desk's own files only: a reader's browser asks nobody else for anything.
import type { ArticlePicture, OwnFile } from './article-options.ts'
import type { ArticleWriter } from './article-writer.ts'
import { attribute, escaped } from './escape.ts'
import { fileOf } from './links.ts'
import { attributeOf, type Token } from './parser.ts'
import { wordsOf } from './words-of.ts'

const videos = /\.(?:mp4|m4v|webm)$/i
const captionTitle = /^\s{0,9}captions:/i

/** A picture or video, or the words that stood for it. Alone in its paragraph it is a figure and its title a caption. */
export function writePicture(writer: ArticleWriter, token: Token, alone: boolean): void {
  const alt = wordsOf(token.children ?? [], writer.options.placeholders).trim()
  const src = attributeOf(token, 'src')
  const own = fileOf(src)
  const known = own && (writer.options.file ? writer.options.file(own.id) : {})
  if (!own || !known) {
    writer.fault(own ? 'missing_file' : 'foreign_picture', src)
    return writer.text(alt)
  }
  if (alt === '') writer.fault('missing_alt', own.name)
  if (!writer.hasRoom(own.url)) return writer.text(alt)
  const isVideo = known.type?.startsWith('video/') ?? videos.test(own.name)
  const picture: ArticlePicture = {
    kind: isVideo ? 'video' : 'picture',
    file: own.id,
    name: own.name,
    alt,
    line: writer.line,
  }
  writer.pictures.push(picture)
  const title = attributeOf(token, 'title')
  if (isVideo) writer.write(video(writer, picture, own.url, title))
  else writer.write(image(own.url, alt, known))
  if (!alone || title === '' || isVideo) return
  writer.write('<figcaption>')
  writer.text(title)
  writer.write('</figcaption>')
}

function image(url: string, alt: string, { width, height }: OwnFile): string {
  const size = isSize(width) && isSize(height) ? attribute('width', width) + attribute('height', height) : ''
  return `<img${attribute('src', url)}${attribute('alt', alt)}${size} loading="lazy" decoding="async">`
}

const isSize = (pixels: number | undefined): pixels is number => Number.isInteger(pixels) && pixels! > 0

function video(writer: ArticleWriter, { alt, name }: ArticlePicture, url: string, title: string): string {
  const tracks = captionsOf(writer, title)
  if (tracks.length === 0) writer.fault('missing_captions', name)
  const label = alt || name
  return `<video controls preload="metadata"${attribute('src', url)}${attribute('aria-label', label)}>${tracks.join(
    '',
  )}<a${attribute('href', url)}>${escaped(label)}</a></video>`
}

/** `captions: /help/files/<id>/<name>.vtt en, /help/files/<id>/<name>.vtt zh` */
function captionsOf(writer: ArticleWriter, title: string): string[] {
  if (!captionTitle.test(title)) return []
  const listed = title.slice(title.indexOf(':') + 1).split(',', 20)
  return listed.flatMap(entry => {
    const [address = '', locale = '', ...more] = entry.trim().split(/\s+/)
    const file = fileOf(address)
    if (!file || !/\.vtt$/i.test(file.name) || !isLanguage(locale) || more.length > 0) {
      writer.fault('bad_captions', entry.trim())
      return []
    }
    writer.pictures.push({ kind: 'captions', file: file.id, name: file.name, alt: locale, line: writer.line })
    return track(file.url, locale, locale === writer.options.locale)
  })
}

/** Not everything that looks like one: `en-12` has no name. */
function isLanguage(tag: string): boolean {
  try {
    return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}$/i.test(tag) && Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

function track(url: string, locale: string, isReaders: boolean): string {
  const label = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale
  return `<track kind="captions"${attribute('src', url)}${attribute('srclang', locale)}${attribute('label', label)}${
    isReaders ? ' default' : ''
  }>`
}
