// Writes a stranger's HTML anew, with only what may be shown. A tokenizer and a stack, as the package's parser isn't linear.
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { unheard } from '../unheard.ts'
import * as allowed from './allowed.ts'
import { safeLink, sourceOf } from './safe-links.ts'
import { safeStyles } from './safe-styles.ts'

export interface Pictures {
  /** Whether those on other people's servers may be loaded. */
  remote: boolean
  /** The address of a picture that came with the mail; null when there is none. */
  enclosed: (contentId: string) => string | null
}

export interface Sanitised {
  html: string
  /** Whether pictures on other people's servers were, or would have been, in it. */
  wantsRemote: boolean
}

/** Deeper ones are left out, their text isn't: browsers go no deeper than 512. */
const deepest = 200
const mostElements = 60_000
/** What counts the readers of a mail is as small as this. */
const speck = 3

/** HTML that holds nothing but allowed elements, each closed, all text escaped. Never throws; linear in the length. */
export function sanitise(html: string, pictures: Pictures): Sanitised {
  const writer = new Writer(pictures)
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, reading(html, writer))
  tokenizer.write(html)
  tokenizer.end()
  return writer.finished()
}

type Attributes = Map<string, string>

function reading(html: string, writer: Writer): TokenizerCallbacks {
  let tag = ''
  let attributes: Attributes = new Map()
  let name = ''
  let value: string[] = []
  const opened = () => writer.open(tag, attributes)
  return {
    onopentagname: (start, end) => {
      tag = html.slice(start, end).toLowerCase()
      attributes = new Map()
    },
    onattribname: (start, end) => {
      name = html.slice(start, end).toLowerCase()
      value = []
    },
    onattribdata: (start, end) => value.push(html.slice(start, end)),
    onattribentity: code => value.push(String.fromCodePoint(code)),
    onattribend: () => {
      if (!attributes.has(name)) attributes.set(name, value.join(''))
    },
    onopentagend: opened,
    onselfclosingtag: opened,
    onclosetag: (start, end) => writer.close(html.slice(start, end).toLowerCase()),
    ontext: (start, end) => writer.text(html.slice(start, end)),
    ontextentity: code => writer.text(String.fromCodePoint(code)),
    ...unheard,
  }
}

class Writer {
  private readonly pictures: Pictures
  private readonly written: string[] = []
  private readonly stack: string[] = []
  private readonly counts = new Map<string, number>()
  private elements = 0
  private unread = ''
  /** Text since the last element, escaped as a whole: a tokenizer may give it letter by letter. */
  private pending = ''
  private wantsRemote = false

  constructor(pictures: Pictures) {
    this.pictures = pictures
  }

  open(given: string, attributes: Attributes): void {
    if (this.unread !== '') return
    if (allowed.unread.has(given)) this.unread = given
    const tag = allowed.renamed[given] ?? given
    if (!allowed.elements.has(tag) || this.elements >= mostElements) return
    this.elements += 1
    if (tag === 'img') return this.picture(attributes)
    if (allowed.empty.has(tag)) return this.write(`<${tag}${written(attributes)}>`)
    this.endBefore(tag)
    if (this.stack.length >= deepest) return
    this.stack.push(tag)
    this.counts.set(tag, (this.counts.get(tag) ?? 0) + 1)
    this.write(`<${tag}${tag === 'a' ? link(attributes) : ''}${written(attributes)}>`)
  }

  close(given: string): void {
    if (this.unread !== '') {
      if (given === this.unread) this.unread = ''
      return
    }
    const tag = allowed.renamed[given] ?? given
    if (!this.counts.get(tag)) return
    while (this.pop() !== tag);
  }

  text(text: string): void {
    if (this.unread === '') this.pending += text
  }

  finished(): Sanitised {
    while (this.stack.length > 0) this.pop()
    this.write('')
    return { html: this.written.join(''), wantsRemote: this.wantsRemote }
  }

  private pop(): string {
    const tag = this.stack.pop()!
    this.counts.set(tag, this.counts.get(tag)! - 1)
    this.write(`</${tag}>`)
    return tag
  }

  private endBefore(tag: string): void {
    const ended = allowed.endedBy[tag]
    while (ended?.has(this.stack.at(-1) ?? '')) this.pop()
  }

  private picture(attributes: Attributes): void {
    const source = sourceOf(attributes.get('src') ?? '')
    const alt = attribute('alt', (attributes.get('alt') ?? '').slice(0, 500))
    const url = source?.kind === 'enclosed' ? this.pictures.enclosed(source.contentId) : source?.url
    if (source?.kind === 'remote') {
      if (isSpeck(attributes)) return
      this.wantsRemote = true
      if (!this.pictures.remote) return this.write(`<img${alt}${written(attributes)}>`)
    }
    if (url) this.write(`<img${attribute('src', url)}${alt}${written(attributes)}>`)
  }

  private write(piece: string): void {
    if (this.pending !== '') this.written.push(escaped(this.pending))
    this.pending = ''
    this.written.push(piece)
  }
}

/** A mail's links open in a tab of their own, which learns nothing of the desk; where they lead is told on hovering. */
function link(attributes: Attributes): string {
  const href = safeLink(attributes.get('href') ?? '')
  if (!href) return ''
  return `${attribute('href', href)} target="_blank" rel="noopener noreferrer nofollow"${attribute('title', href)}`
}

function written(attributes: Attributes): string {
  let all = ''
  for (const [name, value] of attributes) {
    if (name === 'style') {
      const styles = safeStyles(value)
      if (styles) all += attribute('style', styles)
    } else if (Object.hasOwn(allowed.attributes, name) && allowed.attributes[name]!.test(value.trim())) {
      all += attribute(name, value.trim())
    }
  }
  return all
}

const isSpeck = (attributes: Attributes) =>
  ['width', 'height'].some(name => Number.parseInt(attributes.get(name) ?? '', 10) < speck)

const attribute = (name: string, value: string) => ` ${name}="${escaped(value)}"`

const escaped = (text: string) =>
  text
    .replaceAll('\0', '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('`', '&#96;')
