// Folders of text as one archive, and back. Archives from outside may be made to swell, or hold what is no text.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { largest } from './caps.ts'
import type { Files } from './imported-article.ts'
import type { Report } from './report.ts'

const mostFiles = 50_000
const isText = /\.(md|markdown|html?|json)$/i
/** What systems put beside files for themselves. */
const isAside = /(^|\/)(__MACOSX\/|\.)/

/** Texts by path as a ZIP. */
export const packed = (files: Files): Uint8Array =>
  zipSync(Object.fromEntries(Array.from(files, ([path, text]) => [path, strToU8(text)])), { level: 6 })

/** The texts of a ZIP by their paths. Never throws: what can't be unpacked is told in the report. */
export function unpacked(name: string, bytes: Uint8Array, report: Report): Map<string, string> {
  let [size, count] = [0, 0]
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name: path, originalSize }) => {
        if (!isText.test(path) || isAside.test(path)) return false
        if (size + originalSize > largest.all || count >= mostFiles) {
          report.at(path)(count >= mostFiles ? 'too_many' : 'too_large', `${originalSize}`)
          return false
        }
        size += originalSize
        count += 1
        return true
      },
    })
    return new Map(Object.entries(entries).map(([path, content]) => [path, strFromU8(content)]))
  } catch (error) {
    report.at(name)('not_understood', (error as Error).message)
    return new Map()
  }
}
