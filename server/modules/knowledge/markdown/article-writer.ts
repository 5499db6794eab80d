// Gathers what becomes of an article: HTML, words, and what is found on the way, each within bounds.
import type {
  ArticleLink,
  ArticleOptions,
  ArticlePicture,
  Fault,
  FaultCode,
  Heading,
} from './article-options.ts'
import { escaped } from './escape.ts'

const mostFaults = 200
/** A link that is defined once can be named often, so addresses have a measure of their own. */
const mostOfAddresses = 400_000

export class ArticleWriter {
  readonly options: ArticleOptions
  readonly links: ArticleLink[] = []
  readonly pictures: ArticlePicture[] = []
  readonly faults: Fault[] = []
  readonly headings: readonly Heading[]
  /** In the body, from 1. */
  line = 1
  private readonly html: string[] = []
  private readonly words: string[] = []
  private readonly ids: ReadonlySet<string>
  private addresses = 0

  constructor(options: ArticleOptions, headings: readonly Heading[]) {
    this.options = options
    this.headings = headings
    this.ids = new Set(headings.map(({ id }) => id))
  }

  hasHeading(id: string): boolean {
    return this.ids.has(id)
  }

  /** HTML of this folder's own. */
  write(html: string): void {
    this.html.push(html)
  }

  text(text: string): void {
    this.html.push(escaped(text))
    this.words.push(text)
  }

  /** Ends a line of the words. */
  endLine(): void {
    this.words.push('\n')
  }

  /** Words that stand apart without a line of their own. */
  endCell(): void {
    this.words.push(' ')
  }

  fault(code: FaultCode, detail: string): void {
    if (this.faults.length >= mostFaults) return
    const line = this.line + (this.options.firstLine ?? 1) - 1
    this.faults.push({ code, line, detail: detail.slice(0, 200) })
  }

  /** Whether there is still room for an address of this length. */
  hasRoom(address: string): boolean {
    this.addresses += address.length
    if (this.addresses <= mostOfAddresses) return true
    if (this.faults.at(-1)?.code !== 'too_many_links') this.fault('too_many_links', address)
    return false
  }

  finished(): { html: string; text: string } {
    const lines = this.words.join('').split('\n')
    const kept = lines.map(line => line.replaceAll(/\s+/g, ' ').trim()).filter(line => line !== '')
    return { html: this.html.join(''), text: kept.join('\n') }
  }
}
