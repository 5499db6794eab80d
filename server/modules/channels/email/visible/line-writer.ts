// Collects text from HTML into lines, as a browser would break them.
import type { Line, Mark } from './lines.ts'

export class LineWriter {
  /** What is known of the text that comes next. */
  mark: Mark | undefined
  private readonly lines: Line[] = []
  private parts: string[] = []
  private marked: Mark | undefined
  private spaced = false
  private apart = false

  /** The number of lines that are complete. */
  get length(): number {
    return this.lines.length
  }

  write(text: string, preformatted: boolean): void {
    if (preformatted) this.writePreformatted(text)
    else this.writeWords(text)
  }

  private writePreformatted(text: string): void {
    const [first = '', ...rest] = text.split(/\r\n|\r|\n/)
    this.put(first)
    for (const line of rest) {
      this.newLine()
      this.put(line)
    }
  }

  private writeWords(text: string): void {
    const words = text.split(/\s+/)
    for (const [index, word] of words.entries()) {
      if (index > 0) this.spaced = true
      this.put(word)
    }
  }

  private put(text: string): void {
    if (text === '') return
    if (this.parts.length === 0) this.begin()
    else if (this.spaced) this.parts.push(' ')
    this.spaced = false
    this.parts.push(text)
  }

  private begin(): void {
    if (this.apart && this.lines.length > 0 && this.lines.at(-1)!.text !== '')
      this.lines.push({ text: '', mark: this.mark })
    this.apart = false
    this.marked = this.mark
  }

  space(): void {
    this.spaced = true
  }

  /** Ends the line, also an empty one. */
  newLine(): void {
    this.lines.push({ text: this.parts.join(''), mark: this.parts.length > 0 ? this.marked : this.mark })
    this.parts = []
    this.spaced = false
  }

  /** Ends the line if anything is on it. */
  freshLine(): void {
    if (this.parts.length > 0) this.newLine()
    this.spaced = false
  }

  /** What comes next stands apart from what came before. */
  paragraph(): void {
    this.freshLine()
    this.apart = true
  }

  /** From here on everything is quoted. */
  end(): void {
    this.freshLine()
    this.lines.push({ text: '', mark: 'end' })
  }

  /** The lines from `from` on turn out to say who wrote when, unless more than `most` have text. */
  remark(from: number, most: number): void {
    this.freshLine()
    // Told by the count alone, so that no nesting makes this slow.
    if (this.lines.length - from > 4 * most) return
    const lines = this.lines.slice(from)
    if (lines.filter(({ text }) => text !== '').length > most) return
    for (const line of lines) if (line.text !== '') line.mark = 'attribution'
  }

  finished(): Line[] {
    this.freshLine()
    return this.lines
  }
}
