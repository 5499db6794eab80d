// What a whole HTML page says of its article: title, language, description, and where its words are.
import { type Attributes, readHtml } from './html-tokens.ts'
import { oneLine } from './names.ts'

export interface PageHead {
  /** Of the first `h1`, otherwise of `title`. */
  title: string
  heading: string
  description: string
  language: string | null
  /** The element within which the article is; undefined for all of the page. */
  within: string | undefined
}

/** Linear. */
export function headOf(html: string): PageHead {
  const reader = new HeadReader()
  readHtml(html, reader)
  const [heading, title] = [oneLine(reader.words.h1), oneLine(reader.words.title)]
  return {
    title: heading || title,
    heading,
    description: oneLine(reader.description),
    language: reader.language,
    within: reader.has.article ? 'article' : reader.has.main ? 'main' : undefined,
  }
}

class HeadReader {
  readonly words = { h1: '', title: '' }
  readonly has = { article: false, main: false }
  description = ''
  language: string | null = null
  private reading: 'h1' | 'title' | null = null
  private readonly read = new Set<string>()

  open(tag: string, attributes: Attributes): void {
    if (tag === 'article' || tag === 'main') this.has[tag] = true
    if (tag === 'html') this.language ??= attributes.get('lang') ?? null
    if (tag === 'meta' && attributes.get('name')?.toLowerCase() === 'description') {
      this.description ||= attributes.get('content') ?? ''
    }
    if ((tag === 'h1' || tag === 'title') && !this.read.has(tag)) this.reading = tag
  }

  close(tag: string): void {
    if (tag !== this.reading) return
    this.read.add(tag)
    this.reading = null
  }

  text(text: string): void {
    if (this.reading && this.words[this.reading].length < 2_000) this.words[this.reading] += text
  }
}
