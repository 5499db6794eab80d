// Writes one line of Markdown from words and marks, so that every mark begins and ends where Markdown sees it.
import type { Mark } from './html-elements.ts'
import { codeSpan, escapedLines, escapedText } from './markdown-text.ts'

interface Open {
  mark: Mark
  /** The place of what opens it among the parts; null for a mark within another of its kind, or within code. */
  at: number | null
  href: string | null
  /** The place of the sign that opened the mark which this one goes on with. */
  joins?: number
}

interface Closed {
  mark: Mark
  open: number
  close: number
}

const signs: Readonly<Record<Exclude<Mark, 'link' | 'code'>, string>> = {
  strong: '**',
  emphasis: '*',
  struck: '~~',
}
/** Those that nobody ends would be looked through again and again. */
const mostOpen = 50
const punctuation = /[\p{P}\p{S}]/u
const movable = /[：:，,。.；;！!？?、]+$/u

/** Linear: marks of one kind don't nest, so a word is within five of them at most. */
export class MarkdownLine {
  private parts: string[] = []
  private pending = ''
  private open: Open[] = []
  private closed: Closed | null = null

  text(text: string): void {
    this.pending += text
  }

  /** Markdown that stands for itself. */
  whole(markdown: string): void {
    this.settle()
    this.push(markdown)
  }

  break(): void {
    this.settle()
    if (this.last() !== '' && this.last() !== '\n') this.push('\\\n')
  }

  begin(mark: Mark, href: string | null = null): void {
    this.settle()
    if (this.open.length >= mostOpen) return
    const isWithin = this.open.some(one => one.at !== null && (one.mark === mark || one.mark === 'code'))
    if (isWithin || (mark === 'link' && href === null))
      return void this.open.push({ mark, at: null, href: null })
    const { closed } = this
    if (
      closed &&
      closed.mark === mark &&
      mark !== 'link' &&
      mark !== 'code' &&
      closed.close === this.parts.length - 1
    ) {
      // Two marks that touch are one.
      this.parts.pop()
      this.open.push({ mark, at: this.parts.push('') - 1, href, joins: closed.open })
    } else this.open.push({ mark, at: this.parts.push('') - 1, href })
  }

  end(mark: Mark): void {
    this.settle()
    const index = this.open.findLastIndex(one => one.mark === mark)
    if (index < 0) return
    // Marks that were begun within end with it and go on behind it.
    const within = this.open.splice(index)
    for (const one of within.toReversed()) this.close(one)
    for (const one of within.slice(1)) this.begin(one.mark, one.href)
  }

  isEmpty(): boolean {
    return this.pending.trim() === '' && this.parts.every(part => part.trim() === '')
  }

  /** The line so far. The marks that are open go on in the next one, but for links: addresses may be long. */
  take(): string {
    this.settle()
    const open = this.open.splice(0)
    for (const one of open.toReversed()) this.close(one)
    const text = this.parts
      .join('')
      .replace(/(?:\\\n|\s)+$/, '')
      .trim()
    this.parts = []
    this.closed = null
    for (const one of open) {
      if (one.mark !== 'link' && one.at !== null) this.begin(one.mark)
    }
    return escapedLines(text)
  }

  private settle(): void {
    const isCode = this.open.some(({ mark, at }) => mark === 'code' && at !== null)
    let text = this.pending.replaceAll(/\s+/g, ' ')
    this.pending = ''
    if (/^$|\s/.test(this.last())) text = text.trimStart()
    if (text === '') return
    this.push(isCode ? text : escapedText(text))
  }

  private push(part: string): void {
    // A mark that ends behind a sign isn't seen in front of a letter.
    const { closed } = this
    if (closed && closed.close === this.parts.length - 1 && !/^[\s\p{P}\p{S}]/u.test(part)) {
      const before = this.before(closed.close)
      if (punctuation.test(before)) this.parts[closed.open] = this.parts[closed.close] = ''
    }
    this.parts.push(part)
  }

  private close({ mark, at, href, joins }: Open): void {
    if (at === null) return
    const inner = this.parts.splice(at).join('')
    if (joins !== undefined) return this.goOn(mark, inner, joins)
    const text = inner.trim()
    const [lead, trail] =
      text === '' ? [inner.slice(0, 1), ''] : [/^\s*/.exec(inner)![0], /\s*$/.exec(inner)![0]]
    if (lead !== '') this.parts.push(lead)
    if (text !== '') {
      if (mark === 'code') this.parts.push(codeSpan(text))
      else if (mark === 'link') this.parts.push(`[${text}](${href})`)
      else this.emphasise(mark, text, signs[mark])
    }
    if (trail !== '') this.parts.push(trail)
  }

  private goOn(mark: Mark, inner: string, open: number): void {
    const text = inner.trimEnd()
    if (text !== '') this.parts.push(text)
    this.closed = { mark, open, close: this.parts.push(this.parts[open]!) - 1 }
    if (text !== inner) this.parts.push(' ')
  }

  private emphasise(mark: Mark, text: string, sign: string): void {
    const [ending] = movable.exec(text) ?? ['']
    const words =
      ending.length < text.length && !text.endsWith(`\\${ending}`)
        ? text.slice(0, text.length - ending.length)
        : text
    const rest = words === text ? '' : ending
    const before = this.before(this.parts.length)
    const hides = before !== '' && !/[\s\p{P}\p{S}]/u.test(before) && punctuation.test(words[0]!)
    if (hides) return void this.parts.push(words + rest)
    const open = this.parts.push(sign) - 1
    this.parts.push(words)
    const close = this.parts.push(sign) - 1
    this.closed = { mark, open, close }
    if (rest !== '') this.parts.push(rest)
  }

  private last(): string {
    return this.before(this.parts.length)
  }

  /** The last character in front of a part; empty at the beginning. */
  private before(index: number): string {
    for (let at = index - 1; at >= 0; at--) if (this.parts[at] !== '') return this.parts[at]!.at(-1)!
    return ''
  }
}
