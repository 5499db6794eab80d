// Turns HTML into lines of plain text, each with what the HTML tells of it. A tokenizer and a stack, as a tree could be too deep.
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { unheard } from '../unheard.ts'
import * as marks from './html-marks.ts'
import { LineWriter } from './line-writer.ts'
import type { Line, Mark } from './lines.ts'

type Attributes = Record<string, string>

interface Open {
  tag: string
  mark: Mark | undefined
  /** Stands apart from what comes before and after. */
  paragraph: boolean
  /** The line at which who wrote when would begin, as long as no blockquote came. */
  announcing: number | undefined
}

/** Elements with a beginning and an end of their own line. Only these are nested; all others are but words. */
const blocks = new Set(
  'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header html li main menu nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const cells = new Set(['td', 'th'])
const unread = new Set([
  'script',
  'style',
  'title',
  'template',
  'textarea',
  'select',
  'noembed',
  'noframes',
  'iframe',
  'xmp',
])
/** Attributes that say what an element is for. */
const telling = new Set(['class', 'id', 'name', 'type', 'style', 'cite', 'data-signatureblock'])
/** More lines than this above a quote were written by a person. */
const longestAnnouncement = 6

/** The lines of an HTML body. Linear in its length, however it is nested: the package's own parser isn't. */
export function htmlLines(html: string): Line[] {
  const reader = new Reader()
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, reading(html, reader))
  tokenizer.write(html)
  tokenizer.end()
  return reader.writer.finished()
}

function reading(html: string, reader: Reader): TokenizerCallbacks {
  let tag = ''
  let attributes: Attributes = {}
  let attribute = ''
  let value = ''
  const lower = (start: number, end: number) => html.slice(start, end).toLowerCase()
  const opened = () => reader.open(tag, attributes)
  const add = (part: string) => {
    if (telling.has(attribute)) value += part
  }
  return {
    onopentagname: (start, end) => {
      tag = lower(start, end)
      attributes = {}
    },
    onattribname: (start, end) => {
      attribute = lower(start, end)
      value = ''
    },
    onattribdata: (start, end) => add(html.slice(start, end)),
    onattribentity: code => add(String.fromCodePoint(code)),
    onattribend: () => {
      if (telling.has(attribute)) attributes[attribute] ??= value
    },
    onopentagend: opened,
    onselfclosingtag: opened,
    onclosetag: (start, end) => reader.close(lower(start, end)),
    ontext: (start, end) => reader.text(html.slice(start, end)),
    ontextentity: code => reader.text(String.fromCodePoint(code)),
    ...unheard,
  }
}

class Reader {
  readonly writer = new LineWriter()
  private readonly stack: Open[] = []
  private readonly counts = new Map<string, number>()
  private readonly nested: Record<Mark, number> = { quote: 0, signature: 0, attribution: 0, end: 0 }
  private readonly announcing: Open[] = []
  private preformatted = 0
  private unread = ''

  open(tag: string, attributes: Attributes): void {
    if (this.unread !== '') return
    if (unread.has(tag)) this.unread = tag
    else if (tag === 'br') this.writer.newLine()
    else if (tag === 'hr') this.writer.paragraph()
    else if (cells.has(tag)) this.writer.space()
    const known = namesOf(attributes)
    if (known.some(name => marks.ends.has(name))) this.writer.end()
    if (!blocks.has(tag)) return
    this.writer.freshLine()
    const paragraph = isParagraph(tag, attributes)
    if (paragraph) this.writer.paragraph()
    const mark = markOf(tag, attributes, known)
    if (mark === 'quote') this.announced()
    const announcing = known.some(name => marks.announcements.has(name)) ? this.writer.length : undefined
    this.push({ tag, mark, paragraph, announcing })
  }

  close(tag: string): void {
    if (this.unread !== '') {
      if (tag === this.unread) this.unread = ''
      return
    }
    if (tag === 'br') this.writer.newLine()
    if (!blocks.has(tag) || !this.counts.get(tag)) return
    this.writer.freshLine()
    let top = this.pop()
    while (top.tag !== tag) top = this.pop()
    if (top.paragraph) this.writer.paragraph()
    this.writer.mark = this.mark()
  }

  text(text: string): void {
    if (this.unread === '') this.writer.write(text, this.preformatted > 0)
  }

  private push(open: Open): void {
    this.stack.push(open)
    this.counts.set(open.tag, (this.counts.get(open.tag) ?? 0) + 1)
    if (open.tag === 'pre') this.preformatted += 1
    if (open.mark) this.nested[open.mark] += 1
    if (open.announcing !== undefined) this.announcing.push(open)
    this.writer.mark = this.mark()
  }

  private pop(): Open {
    const open = this.stack.pop()!
    this.counts.set(open.tag, this.counts.get(open.tag)! - 1)
    if (open.tag === 'pre') this.preformatted -= 1
    if (open.mark) this.nested[open.mark] -= 1
    if (this.announcing.at(-1) === open) this.announcing.pop()
    return open
  }

  private mark(): Mark | undefined {
    return (['quote', 'signature', 'attribution'] as const).find(mark => this.nested[mark] > 0)
  }

  /** A quote begins: the few lines since its container began say who wrote when, in a language nobody need know. */
  private announced(): void {
    const open = this.announcing.at(-1)
    if (open?.announcing === undefined) return
    this.writer.remark(open.announcing, longestAnnouncement)
    open.announcing = undefined
  }
}

/** The element's classes, id and name, without what programs put before them when they pass a mail on. */
function namesOf({ class: classes = '', id = '', name = '' }: Attributes): string[] {
  const all = `${classes.slice(0, 1000)} ${id.slice(0, 200)} ${name.slice(0, 200)}`.toLowerCase()
  return all.split(/\s+/).map(one => one.replace(/^(?:x_|ecx|yiv\d+|ydp[0-9a-f]+|m_-?\d+)+/, ''))
}

function markOf(tag: string, attributes: Attributes, known: readonly string[]): Mark | undefined {
  if (tag === 'blockquote') return isIndent(attributes) ? undefined : 'quote'
  if (known.some(name => marks.quotes.has(name))) return 'quote'
  if (attributes['data-signatureblock'] === 'true' || known.some(name => marks.signatures.has(name)))
    return 'signature'
  if (known.some(name => marks.attributions.has(name))) return 'attribution'
}

/** Mail programs indent by blockquotes without a border. */
const isIndent = ({ class: classes, type, cite, style = '' }: Attributes): boolean =>
  !classes && !type && !cite && /border(?:-left)?:\s?(?:none|0)/i.test(style.slice(0, 1000))

/** Outlook's paragraphs are lines. */
const isParagraph = (tag: string, attributes: Attributes): boolean =>
  (tag === 'p' && !/^mso/i.test(attributes.class ?? '')) || /^h[1-6]$/.test(tag)
