// Markdown from elsewhere, as this desk takes it: no pictures from other servers, no HTML that would do something.
import { destinationOf, fileOf } from '../markdown/links.ts'
import type { Place } from './report.ts'

const picture = /!\[([^\]\n]{0,500})\]\(\s{0,9}<?([^\s)<>]{1,2000})>?([^)\n]{0,500})\)/g
const link = /(?<!!)\[([^\]\n]{0,500})\]\(\s{0,9}<?([^\s)<>]{1,2000})>?((?:\s[^)\n]{0,500})?)\)/g
const fence = /^ {0,3}(`{3,}|~{3,})/
/** Nothing of what is between their ends is anybody's to read. */
const harmful = /<(script|style|iframe|object|svg|math|template|noscript)\b/i
const tag = /<\/?[a-z][a-z0-9-]{0,20}(?:[\s/][^<>\n]{0,500})?>/i

/** `linkOf` gives the slug of an article for an address that leads to one, null for all others. Linear. */
export function cleanMarkdown(
  markdown: string,
  place: Place,
  linkOf: (href: string) => string | null,
  firstLine = 1,
): string {
  const cleaned: string[] = []
  let open: string | null = null
  let harm: string | null = null
  markdown.split('\n').forEach((given, index) => {
    const [, mark] = fence.exec(given) ?? []
    const at = firstLine + index
    if (harm === null && mark !== undefined && (open === null || closes(mark, open, given))) {
      open = open === null ? mark : null
      cleaned.push(given)
      return
    }
    if (open !== null) return cleaned.push(given)
    const { line, within } = withoutHarm(given, harm, element => place('element_left_out', element, at))
    if (line !== '' || given === '') cleaned.push(cleanLine(line, place, linkOf, at))
    harm = within
  })
  return cleaned.join('\n')
}

const closes = (mark: string, open: string, line: string) =>
  mark[0] === open[0] && mark.length >= open.length && line.trim() === mark

/** The line without elements that do something, `within` being the one that goes on in the next line. */
function withoutHarm(
  given: string,
  before: string | null,
  found: (element: string) => void,
): { line: string; within: string | null } {
  let [kept, rest, within, isCode] = ['', given, before, false]
  for (;;) {
    if (within !== null) {
      const end = new RegExp(`</${within}\\s{0,9}>`, 'i').exec(rest)
      if (!end) return { line: kept, within }
      rest = rest.slice(end.index + end[0].length)
      within = null
    }
    const start = harmful.exec(rest)
    if (!start) return { line: kept + rest, within: null }
    const text = rest.slice(0, start.index)
    // What is between backticks is shown as it is.
    if (text.split('`').length % 2 === 0) isCode = !isCode
    kept += isCode ? text + start[0] : text
    rest = rest.slice(start.index + start[0].length)
    if (isCode) continue
    within = start[1]!.toLowerCase()
    found(within)
  }
}

function cleanLine(line: string, place: Place, linkOf: (href: string) => string | null, at: number): string {
  if (line.length > 20_000) return line
  const [found] = tag.exec(line.replaceAll(/`[^`]{0,500}`/g, '')) ?? []
  if (found !== undefined && !/^<https?$/i.test(found)) place('html_as_text', found, at)
  const pictured = line.replaceAll(picture, (whole, alt: string, address: string) => {
    if (fileOf(address)) return whole
    if (/^data:/i.test(address)) place('embedded_picture', alt, at)
    else if (!/^https?:/i.test(address)) {
      place('local_picture', address, at)
      return whole
    } else place('remote_picture', address, at)
    return /^https:/i.test(address) ? `[${alt.trim() || 'Picture'}](${address})` : alt
  })
  return pictured.replaceAll(link, (whole, words: string, address: string, title: string) => {
    const slug = linkOf(address)
    if (slug !== null) return `[${words}](${slug}${title})`
    if (destinationOf(address) === null) place('unsafe_link', address, at)
    return whole
  })
}
