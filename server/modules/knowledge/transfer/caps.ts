// How much one import may hold. Beyond, it is told in the report and left out.
import { longestBody } from '../markdown/render.ts'
import type { Files } from './imported-article.ts'
import type { Place, Report } from './report.ts'

export const mostArticles = 20_000
const mostFiles = 50_000
/** Characters of one text file, of an export in one file, and of all files. */
export const largest = { text: 2_000_000, json: 100_000_000, all: 200_000_000 } as const

/** The files that are small enough, in the order of their paths. */
export function withinCaps(files: Files, one: number, report: Report): [path: string, text: string][] {
  const kept: [string, string][] = []
  let all = 0
  for (const [path, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (kept.length >= mostFiles) report.at(path)('too_many')
    else if (text.length > one || all + text.length > largest.all)
      report.at(path)('too_large', `${text.length}`)
    else {
      all += text.length
      kept.push([path, text])
    }
  }
  return kept
}

/** Whether a body can be an article's. */
export function fits(body: string, place: Place): boolean {
  if (body.length > longestBody) place('body_too_long', `${body.length}`)
  return body.length <= longestBody
}
