// The multiparts that a line may still belong to, found by the line and not by asking each: fifty may be open at once.
import type { Part } from './outline.ts'

export class OpenParts {
  private readonly parts: { part: Part; boundary: string }[] = []
  private depths = new Map<string, number>()

  get depth(): number {
    return this.parts.length
  }

  at(depth: number): Part {
    return this.parts[depth]!.part
  }

  push(part: Part, boundary: string): void {
    this.parts.push({ part, boundary })
    this.depths.set(boundary, this.parts.length - 1)
  }

  /** Closes all but the outer `depth` ones. */
  closeTo(depth: number): void {
    if (depth === this.parts.length) return
    this.parts.length = depth
    // An inner one may have had the same boundary as one that is still open.
    this.depths = new Map(this.parts.map(({ boundary }, at) => [boundary, at]))
  }

  /** Whose boundary a line is, without its two dashes and the blanks at its end. */
  find(line: string): { depth: number; closes: boolean } | null {
    const opens = this.depths.get(line)
    if (opens !== undefined) return { depth: opens, closes: false }
    const closes = line.endsWith('--') ? this.depths.get(line.slice(0, -2)) : undefined
    return closes === undefined ? null : { depth: closes, closes: true }
  }
}
