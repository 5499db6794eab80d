// Tells line by line what of an import was not understood or left out.
import type { ReportCode, ReportLine } from './imported-article.ts'

const mostLines = 10_000
const longestDetail = 200

/** As a database can hold it: a cut may go through the middle of a character. */
const kept = (text: string): string => text.slice(0, longestDetail).replaceAll('\0', '').toWellFormed()

/** Where in an import something is. */
export type Place = (code: ReportCode, detail?: string, line?: number | null) => void

export class Report {
  readonly lines: ReportLine[] = []

  /** For one file, or one item of it. */
  at(file: string, item: string | null = null): Place {
    return (code, detail = '', line = null) => {
      if (this.lines.length >= mostLines) return
      this.lines.push({ file: kept(file), item: item && kept(item), line, code, detail: kept(detail) })
    }
  }
}
