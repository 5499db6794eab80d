// From the Markdown of an article to the HTML that readers get: nothing of it but what is allowed, in linear time.
import { Anchors } from './anchors.ts'
import type { ArticleOptions, Heading, RenderedArticle } from './article-options.ts'
import { ArticleWriter } from './article-writer.ts'
import { deepest, parseArticle, type Token } from './parser.ts'
import { wordsOf } from './words-of.ts'
import { writeBlocks } from './write-blocks.ts'

/** Characters of Markdown; what is beyond is left out, with a fault. */
export const longestBody = 100_000

/** Never throws. The dialect is described in `content/README.md`. */
export function renderArticle(markdown: string, options: ArticleOptions): RenderedArticle {
  const body = within(markdown)
  const tokens = parseArticle(body)
  const headings = headingsOf(tokens, options)
  const writer = new ArticleWriter(options, headings)
  if (body.length < markdown.length) {
    writer.line = linesOf(body)
    writer.fault('too_long', `${markdown.length}`)
  }
  const deep = tokens.find(({ level }) => level >= deepest - 1)
  if (deep) {
    writer.line = (deep.map?.[0] ?? 0) + 1
    writer.fault('too_deep', '')
  }
  judgeLevels(writer, tokens)
  writeBlocks(writer, tokens)
  const { links, pictures, faults } = writer
  return {
    ...writer.finished(),
    headings,
    links,
    pictures,
    faults: faults.toSorted((one, other) => one.line - other.line),
  }
}

/** Cut at the end of a line, as far as there is one. */
function within(markdown: string): string {
  if (markdown.length <= longestBody) return markdown
  const cut = markdown.slice(0, longestBody)
  const end = cut.lastIndexOf('\n')
  return end < 0 ? cut : cut.slice(0, end)
}

const linesOf = (text: string) => text.split('\n').length

function headingsOf(tokens: readonly Token[], options: ArticleOptions): Heading[] {
  const anchors = new Anchors(options.takenIds)
  return tokens.flatMap((token, index) => {
    if (token.type !== 'heading_open') return []
    const text = wordsOf(tokens[index + 1]?.children ?? [], options.placeholders).trim()
    return { id: anchors.idOf(text), level: Math.max(2, Number(token.tag.slice(1))), text }
  })
}

/** The title is level 1, so a body begins with 2 and never leaves out a level on its way down. */
function judgeLevels(writer: ArticleWriter, tokens: readonly Token[]): void {
  let before = 1
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue
    const level = Number(token.tag.slice(1))
    writer.line = (token.map?.[0] ?? 0) + 1
    const words = tokens[index + 1]?.content ?? ''
    if (level === 1) writer.fault('heading_top', words)
    else if (level > before + 1) writer.fault('heading_skipped', words)
    before = Math.max(2, level)
  }
}
