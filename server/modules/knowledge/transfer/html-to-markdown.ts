// Other people's HTML as Markdown of this desk's dialect: the words whole, nothing that does something. Linear.
import { destinationOf, fileOf } from '../markdown/links.ts'
import * as elements from './html-elements.ts'
import { type Attributes, readHtml } from './html-tokens.ts'
import { type Block, blockOf, joined, markdownOf } from './markdown-blocks.ts'
import { MarkdownLine } from './markdown-line.ts'
import { escapedText } from './markdown-text.ts'
import { tidyBody } from './names.ts'
import type { Place } from './report.ts'

export interface HtmlOptions {
  place: Place
  /** The slug of the article to which an address leads; null for every other address. */
  linkOf: (href: string) => string | null
  /** Where the page stood, for addresses without a host. */
  base?: string | null
  /** Elements of which only the first one's inside is read, such as `main`. */
  within?: string
}

/** Lists in quotes in lists: what is deeper stands on the last level. */
const deepest = 24
const mostColumns = 30

/** Never throws. What is left out, or leads nowhere, is told with its line. */
export function htmlToMarkdown(html: string, options: HtmlOptions): string {
  const reader = new MarkdownReader(options)
  readHtml(html, reader)
  return tidyBody(reader.finished())
}

class MarkdownReader {
  private readonly options: HtmlOptions
  private readonly stack: Block[] = [blockOf('', 'root')]
  private readonly counts = new Map<string, number>()
  private line = new MarkdownLine()
  private unread = ''
  private unreadDepth = 0
  /** Tables within a cell, which are but words. */
  private tables = 0
  /** Of the elements within which everything is read: not yet, now, or no more. */
  private depth: number | null
  private wasWithin = false
  private at = 1

  constructor(options: HtmlOptions) {
    this.options = options
    this.depth = options.within === undefined ? null : 0
  }

  open(tag: string, attributes: Attributes, line: number, isClosed: boolean): void {
    this.at = line
    if (this.depth !== null && tag === this.options.within && !this.wasWithin) this.depth += 1
    if (this.unread !== '') return this.openUnread(tag, attributes)
    if (this.depth === 0) return
    this.tellHandlers(attributes)
    if (elements.told.has(tag)) this.leaveOut(tag, attributes)
    const isFurniture = elements.furniture.has(tag) && !this.isWithin('item', 'quote')
    if ((elements.unread.has(tag) || isFurniture) && !elements.empty.has(tag)) {
      if (isClosed && !elements.raw.has(tag)) return
      this.unread = tag
      this.unreadDepth = 1
      return
    }
    const mark = Object.hasOwn(elements.marks, tag) ? elements.marks[tag]! : null
    if (this.code()) return this.openInCode(tag, attributes)
    if (mark) return this.line.begin(mark, mark === 'link' ? this.href(attributes.get('href') ?? '') : null)
    if (tag === 'br') return this.isInline() ? this.line.text(' ') : this.line.break()
    if (tag === 'img') return this.picture(attributes)
    this.openBlock(tag, attributes)
  }

  close(tag: string): void {
    if (this.unread !== '') {
      if (tag === this.unread && --this.unreadDepth === 0) this.unread = ''
    } else if (this.depth !== 0) this.closeRead(tag)
    if (this.depth !== null && tag === this.options.within && this.depth > 0) {
      this.depth -= 1
      this.wasWithin ||= this.depth === 0
    }
  }

  text(text: string): void {
    if (this.unread !== '' || this.depth === 0) return
    const code = this.code()
    if (code) code.code.push(text)
    else this.line.text(text)
  }

  finished(): string {
    if (this.unread !== '') this.options.place('element_left_out', `${this.unread} without an end`, this.at)
    while (this.stack.length > 1) this.pop()
    this.flush()
    return markdownOf(this.stack[0]!)
  }

  private closeRead(tag: string): void {
    const mark = Object.hasOwn(elements.marks, tag) ? elements.marks[tag]! : null
    if (mark && !this.code()) return this.line.end(mark)
    if (this.tables > 0 && elements.inTables.has(tag)) {
      if (tag === 'table') this.tables -= 1
      return this.line.text(' ')
    }
    if ((this.counts.get(tag) ?? 0) > 0) while (this.pop() !== tag);
    else if (this.standsApart(tag)) {
      if (elements.titles.has(tag)) this.line.end('strong')
      this.flush()
    }
  }

  private openUnread(tag: string, attributes: Attributes): void {
    if (tag === this.unread && !elements.empty.has(tag)) this.unreadDepth += 1
    if (tag === 'source' && (this.unread === 'video' || this.unread === 'audio')) this.media(attributes)
  }

  private openInCode(tag: string, attributes: Attributes): void {
    const code = this.code()!
    if (tag === 'br') code.code.push('\n')
    else if (tag === 'code' && code.name === '') code.name = languageOf(attributes)
    else if (tag === 'div' || tag === 'p') code.code.push('\n')
  }

  private openBlock(tag: string, attributes: Attributes): void {
    if (this.isInline() && tag !== 'table' && (this.tables > 0 || !elements.inTables.has(tag))) {
      if (this.standsApart(tag)) this.line.text(tag === 'li' ? ' • ' : ' ')
      return
    }
    if (this.top().tag === 'p' && this.standsApart(tag)) this.pop()
    const block = this.blockFor(tag, attributes)
    if (block === null) {
      if (tag === 'dt' || tag === 'dd') this.line.end('strong')
      if (this.standsApart(tag)) this.flush()
      if (tag === 'hr') this.top().blocks.push('---')
      if (elements.titles.has(tag)) this.line.begin('strong')
      return
    }
    while (elements.endedBy[tag]?.has(this.top().tag)) this.pop()
    this.flush()
    this.stack.push(block)
    this.counts.set(tag, (this.counts.get(tag) ?? 0) + 1)
  }

  /** What an element is; null for one that only stands apart, or can't be here. */
  private blockFor(tag: string, attributes: Attributes): Block | null {
    if (tag === 'td' || tag === 'th' || tag === 'tr' || tag === 'table')
      return this.tablePart(tag, attributes)
    if (this.stack.length > deepest) {
      if (tag === 'ul' || tag === 'blockquote') this.options.place('nested_deep', tag, this.at)
      return null
    }
    if (/^h[1-6]$/.test(tag)) return blockOf(tag, 'heading', { number: Math.max(2, Number(tag[1])) })
    if (tag === 'pre') return blockOf(tag, 'code', { name: languageOf(attributes) })
    if (tag === 'ul' || tag === 'ol') return blockOf(tag, 'list', { number: startOf(attributes) })
    if (tag === 'li') return this.isIn('list') ? blockOf(tag, 'item') : null
    const name = /^(?:div|aside|blockquote|section|p)$/.test(tag)
      ? elements.calloutOf(attributes.get('class') ?? '')
      : null
    if (name !== null && !this.isWithin('quote')) return blockOf(tag, 'quote', { name })
    return tag === 'blockquote' ? blockOf(tag, 'quote') : null
  }

  private tablePart(tag: string, attributes: Attributes): Block | null {
    const { top } = this
    const kind = top().kind
    if (tag === 'table') {
      if (!this.isInline()) return this.stack.length > deepest ? null : blockOf(tag, 'table')
      this.options.place('nested_table', '', this.at)
      this.tables += 1
      this.line.text(' ')
      return null
    }
    if (tag === 'tr')
      return kind === 'table' || kind === 'row' || kind === 'cell' ? blockOf(tag, 'row') : null
    if (kind !== 'row' && kind !== 'cell') return null
    const spanned = Math.min(mostColumns, Number.parseInt(attributes.get('colspan') ?? '1', 10) || 1)
    const rows = Number.parseInt(attributes.get('rowspan') ?? '1', 10) || 1
    if (spanned > 1 || rows > 1) this.options.place('merged_cells', '', this.at)
    return blockOf(tag, 'cell', { number: spanned })
  }

  private readonly top = (): Block => this.stack.at(-1)!
  private readonly code = (): Block | null => (this.top().kind === 'code' ? this.top() : null)
  private readonly isWithin = (...kinds: Block['kind'][]) =>
    this.stack.some(({ kind }) => kinds.includes(kind))
  private readonly isIn = (kind: Block['kind']) =>
    this.stack.findLast(one => one.kind !== 'item')?.kind === kind
  /** Where there is only one line. */
  private readonly isInline = () => this.top().kind === 'heading' || this.top().kind === 'cell'
  private readonly standsApart = (tag: string) =>
    elements.blocks.has(tag) || /^(?:h[1-6r]|[uo]l|li|table|t[rdh]|blockquote|pre|header|footer)$/.test(tag)

  private flush(): void {
    if (this.line.isEmpty()) return
    const text = this.line.take()
    const top = this.top()
    if (text === '') return
    // Words between the rows of a table stand in front of it; those between items are one.
    const holder = top.kind === 'table' || top.kind === 'row' ? this.holder() : top
    holder.blocks.push(text)
  }

  private holder(): Block {
    return this.stack.findLast(
      ({ kind }) => kind === 'root' || kind === 'item' || kind === 'quote' || kind === 'cell',
    )!
  }

  private pop(): string {
    this.flush()
    const block = this.stack.pop()!
    this.counts.set(block.tag, this.counts.get(block.tag)! - 1)
    const parent = this.top()
    if (block.kind === 'cell') {
      const text = block.blocks.join(' ').replaceAll(/\\?\n/g, ' ').replaceAll('|', '\\|')
      const row = this.stack.findLast(({ kind }) => kind === 'row')
      const last = row?.rows[0] ?? { cells: [], isHead: false }
      last.cells.push(text, ...Array.from({ length: block.number - 1 }, () => ''))
      if (row) row.rows[0] = last
    } else if (block.kind === 'row') {
      this.stack.findLast(({ kind }) => kind === 'table')?.rows.push(...block.rows)
    } else {
      const markdown = markdownOf(block)
      // A list right in a list belongs to the item before.
      if (block.kind === 'list' && parent.kind === 'list' && parent.blocks.length > 0) {
        parent.blocks.push(joined([parent.blocks.pop()!, markdown]))
      } else if (markdown !== '' || block.kind === 'item') parent.blocks.push(markdown)
    }
    return block.tag
  }

  private picture(attributes: Attributes): void {
    const { place } = this.options
    const [alt, src] = [(attributes.get('alt') ?? '').slice(0, 500), attributes.get('src') ?? '']
    const words = escapedText(alt.replaceAll(/\s+/g, ' ').trim())
    if (fileOf(src)) return this.line.whole(`![${words}](${fileOf(src)!.url})`)
    const url = this.absolute(src)
    if (/^\s*data:/i.test(src)) place('embedded_picture', alt, this.at)
    else if (url === null) place('local_picture', src, this.at)
    else place('remote_picture', url, this.at)
    if (url === null) return this.line.text(alt)
    this.line.begin('link', url)
    this.line.text(alt.trim() || 'Picture')
    this.line.end('link')
  }

  private leaveOut(tag: string, attributes: Attributes): void {
    this.options.place('element_left_out', [tag, attributes.get('src') ?? ''].join(' ').trim(), this.at)
    if (tag === 'video' || tag === 'audio') this.media(attributes)
  }

  private media(attributes: Attributes): void {
    const url = this.absolute(attributes.get('src') ?? '')
    if (url === null) return
    this.options.place('remote_picture', url, this.at)
    this.line.begin('link', url)
    this.line.text('Video')
    this.line.end('link')
  }

  private tellHandlers(attributes: Attributes): void {
    for (const name of attributes.keys()) {
      if (/^on[a-z]/.test(name)) return this.options.place('element_left_out', name, this.at)
    }
  }

  /** As it stands in Markdown; null for a link that is only words. */
  private href(given: string): string | null {
    const { linkOf, place } = this.options
    if (given.trim() === '') return null
    const slug = linkOf(given.trim())
    if (slug !== null) return slug
    const url = /^mailto:/i.test(given.trim()) ? given.trim() : this.absolute(given)
    if (url !== null && destinationOf(url)) return inMarkdown(url)
    place(/^[a-z][a-z0-9+.-]*:/i.test(given.trim()) ? 'unsafe_link' : 'unknown_link', given, this.at)
    return null
  }

  /** An https address; null for all others. What was http is taken for https. */
  private absolute(given: string): string | null {
    if (given.trim() === '' || given.length > 2_000) return null
    const url = URL.parse(given.trim(), this.options.base ?? undefined)
    if (url?.protocol === 'http:') url.protocol = 'https:'
    return url?.protocol === 'https:' ? inMarkdown(url.href) : null
  }
}

const inMarkdown = (url: string) =>
  url
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
    .replaceAll(/[\s<>\\]/g, '')

const startOf = (attributes: Attributes): number => {
  const start = Number.parseInt(attributes.get('start') ?? '1', 10)
  return start >= 0 && start < 100_000 ? start : 1
}

function languageOf(attributes: Attributes): string {
  const [, name = ''] =
    /(?:^|\s)(?:lang|language)-([\w+#.-]{1,30})(?:\s|$)/.exec(attributes.get('class') ?? '') ?? []
  return name
}
