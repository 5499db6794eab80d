// Writes the blocks of an article one after the other: headings, lists, callouts, code. Only what is named here comes out.
import type { ArticleWriter } from './article-writer.ts'
import { attribute, escaped } from './escape.ts'
import { feeMark, feesOf } from './fees.ts'
import { attributeOf, type Callout, type Token } from './parser.ts'
import { writeLine } from './write-line.ts'
import { writeTable } from './write-table.ts'

/** All blocks of an article, in order. */
export function writeBlocks(writer: ArticleWriter, tokens: readonly Token[]): void {
  const walk = { writer, tokens, index: 0, heading: 0, callouts: [] as boolean[] }
  for (; walk.index < tokens.length; walk.index++) {
    const token = tokens[walk.index]!
    if (token.map) writer.line = token.map[0] + 1
    writeBlock(walk, token)
  }
}

interface Walk {
  writer: ArticleWriter
  tokens: readonly Token[]
  index: number
  /** How many headings were written. */
  heading: number
  /** For each quote that is open, whether it is a callout. */
  callouts: boolean[]
}

const plain: Readonly<Record<string, string>> = {
  bullet_list_open: '<ul>',
  bullet_list_close: '</ul>\n',
  ordered_list_close: '</ol>\n',
  list_item_open: '<li>',
  list_item_close: '</li>\n',
  hr: '<hr>\n',
}

function writeBlock(walk: Walk, token: Token): void {
  const { writer } = walk
  if (Object.hasOwn(plain, token.type)) return writer.write(plain[token.type]!)
  switch (token.type) {
    case 'heading_open':
      return writeHeading(walk)
    case 'paragraph_open':
      return writeParagraph(walk, token)
    case 'ordered_list_open':
      return writer.write(orderedList(token))
    case 'blockquote_open':
      return openQuote(walk, token)
    case 'blockquote_close':
      return writer.write(walk.callouts.pop() ? '</div>\n' : '</blockquote>\n')
    case 'fence':
    case 'code_block':
      return writeCode(writer, token)
    case 'table_open':
      walk.index = writeTable(writer, walk.tokens, walk.index)
  }
}

/** The next two are the line and the end of the heading. */
function writeHeading(walk: Walk): void {
  const { writer, tokens, index } = walk
  const { id, level } = writer.headings[walk.heading]!
  writer.write(`<h${level}${attribute('id', id)}>`)
  writeLine(writer, tokens[index + 1]?.children ?? [])
  writer.write(`</h${level}>\n`)
  writer.endLine()
  walk.heading += 1
  walk.index += 2
}

/** The next two are the line and the end of the paragraph. `hidden` ones are those of short list items. */
function writeParagraph(walk: Walk, { hidden }: Token): void {
  const { writer, tokens, index } = walk
  walk.index += 2
  const inline = tokens[index + 1]!
  if (inline.map) writer.line = inline.map[0] + 1
  const children = inline.children ?? []
  if (children.length === 0) return
  const fees = feesOf(inline.content)
  if (fees) return writer.write(`${feeMark(fees)}\n`)
  const alone = children.length === 1 && children[0]!.type === 'image'
  const tag = alone ? 'figure' : 'p'
  if (!hidden || alone) writer.write(`<${tag}>`)
  writeLine(writer, children, alone)
  if (!hidden || alone) writer.write(`</${tag}>\n`)
  writer.endLine()
}

/** A list that stands in no other is steps to follow. */
function orderedList(token: Token): string {
  const start = attributeOf(token, 'start')
  const from = /^\d{1,9}$/.test(start) ? attribute('start', start) : ''
  return `<ol${token.level === 0 ? ' class="steps"' : ''}${from}>`
}

function openQuote({ writer, callouts }: Walk, token: Token): void {
  const { callout, unknown } = (token.meta ?? {}) as { callout?: Callout; unknown?: string }
  if (unknown) writer.fault('unknown_callout', unknown)
  callouts.push(callout !== undefined)
  if (!callout) return writer.write('<blockquote>')
  const title = writer.options.words[callout]
  writer.write(`<div class="callout ${callout}" role="note"><p class="callout-title">${escaped(title)}</p>`)
}

function writeCode(writer: ArticleWriter, { info, content }: Token): void {
  const [language = ''] = info.trim().split(/\s/, 1)
  const isName = /^[\w+#.-]{1,30}$/.test(language)
  writer.write('<figure class="code">')
  if (isName) writer.write(`<figcaption>${escaped(language)}</figcaption>`)
  // Long lines scroll, so those without a mouse have to get there.
  writer.write('<pre tabindex="0"><code>')
  writer.text(content)
  writer.write('</code></pre></figure>\n')
  writer.endLine()
}
