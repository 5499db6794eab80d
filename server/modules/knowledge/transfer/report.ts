// Tells line by line what of an import was not understood or left out.
import type { ReportCode, ReportLine } from './imported-article.ts'

const mostLines = 10_000
const longestDetail = 200

/** Where in an import something is. */
export type Place = (code: ReportCode, detail?: string, line?: number | null) => void

export class Report {
  readonly lines: ReportLine[] = []

  /** For one file, or one item of it. */
  at(file: string, item: string | null = null): Place {
    return (code, detail = '', line = null) => {
      if (this.lines.length >= mostLines) return
      this.lines.push({ file, item, line, code, detail: detail.slice(0, longestDetail) })
    }
  }
}
