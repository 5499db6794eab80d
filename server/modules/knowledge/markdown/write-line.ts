// Writes what stands within a line: words, marks, links, pictures, placeholders.
import type { ArticleWriter } from './article-writer.ts'
import { attribute } from './escape.ts'
import { type Destination, destinationOf } from './links.ts'
import { attributeOf, type Token } from './parser.ts'
import { writePicture } from './pictures.ts'
import { valueOf } from './words-of.ts'

const marks: Readonly<Record<string, string>> = {
  strong_open: '<strong>',
  strong_close: '</strong>',
  em_open: '<em>',
  em_close: '</em>',
  s_open: '<s>',
  s_close: '</s>',
}

/** `alone` says that a picture among these is all that its paragraph holds. */
export function writeLine(writer: ArticleWriter, tokens: readonly Token[], alone = false): void {
  // Markdown has no links in links, so one is enough to remember.
  let isLink = false
  for (const token of tokens) {
    if (token.type === 'link_open') isLink = openLink(writer, attributeOf(token, 'href'))
    else if (token.type === 'link_close') {
      if (isLink) writer.write('</a>')
      isLink = false
    } else if (token.type === 'image') writePicture(writer, token, alone)
    else writeWords(writer, token)
  }
}

function writeWords(writer: ArticleWriter, token: Token): void {
  if (Object.hasOwn(marks, token.type)) return writer.write(marks[token.type]!)
  if (token.type === 'softbreak' || token.type === 'hardbreak') {
    writer.line += 1
    if (token.type === 'hardbreak') writer.write('<br>')
    return writer.text('\n')
  }
  if (token.type === 'code_inline') {
    writer.write('<code>')
    writer.text(token.content)
    return writer.write('</code>')
  }
  if (token.type === 'placeholder') return writePlaceholder(writer, token.content)
  writer.text(token.content)
}

function writePlaceholder(writer: ArticleWriter, content: string): void {
  const value = valueOf(content, writer.options.placeholders)
  if (value === null) writer.fault('unknown_directive', `{{${content}}}`)
  writer.text(value ?? `{{${content}}}`)
}

/** Whether a link was begun; without one, its words are only words. */
function openLink(writer: ArticleWriter, href: string): boolean {
  const destination = destinationOf(href.trim())
  const attributes = destination && attributesOf(writer, destination)
  if (!destination) writer.fault('unsafe_link', href)
  if (!attributes || !writer.hasRoom(attributes)) return false
  writer.write(`<a${attributes}>`)
  return true
}

/** Null, with a fault, for what isn't there. */
function attributesOf(writer: ArticleWriter, to: Destination): string | null {
  const { options, line } = writer
  const found = (kind: Destination['kind'], target: string, attributes: string) => {
    writer.links.push({ kind, target, line })
    return attributes
  }
  switch (to.kind) {
    case 'anchor': {
      if (!writer.hasHeading(to.id)) return missing(writer, 'dead_anchor', `#${to.id}`)
      return found('anchor', to.id, attribute('href', `#${encodeURIComponent(to.id)}`))
    }
    case 'article': {
      const article = options.article?.(to.slug)
      if (!article) return missing(writer, 'dead_link', to.slug)
      const url = to.anchor === null ? article.url : `${article.url}#${encodeURIComponent(to.anchor)}`
      return found('article', to.slug, attribute('href', url))
    }
    case 'file':
      if (options.file && !options.file(to.id)) return missing(writer, 'missing_file', to.name)
      return found('file', to.id, attribute('href', to.url))
    case 'mail':
      return found('mail', to.url, attribute('href', to.url))
    default: {
      const isOwn = options.ownHosts?.includes(to.host) ?? false
      return found('web', to.url, attribute('href', to.url) + (isOwn ? '' : ' rel="noopener nofollow"'))
    }
  }
}

function missing(
  writer: ArticleWriter,
  code: 'dead_anchor' | 'dead_link' | 'missing_file',
  what: string,
): null {
  writer.fault(code, what)
  return null
}
