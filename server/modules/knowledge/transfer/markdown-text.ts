// Words become Markdown that means these words and nothing else.

/** Within a line. */
export const escapedText = (text: string): string =>
  text
    .replaceAll(/[\\`*[\]]/g, '\\$&')
    .replaceAll(/<(?=[a-z/!?])/gi, '\\<')
    .replaceAll(/~(?=~)/g, '\\~')
    .replaceAll(/\{(?=\{)/g, '{\\')
    .replaceAll(/&(?=#?\w{1,31};)/g, '\\&')
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')

const atStart = /^(?:(#{1,6}|[-+])(?=\s|$)|>|=+$|-{2,}|[-:|][-:|\s]*$|\|)/
const number = /^(\d{1,9})([.)])(?=\s|$)/

/** Lines of a paragraph, none of which begins like a block of another kind. */
export const escapedLines = (text: string): string =>
  text
    .split('\n')
    .map(line => line.trim().replace(number, '$1\\$2').replace(atStart, '\\$&'))
    .join('\n')

/** Between as many backticks as it needs. */
export function codeSpan(code: string): string {
  const text = code.replaceAll(/\s+/g, ' ').trim()
  if (text === '') return ''
  const mark = '`'.repeat(longestRun(text) + 1)
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return mark + space + text + space + mark
}

/** Between fences that are longer than any in it. */
export function codeBlock(code: string, language: string): string {
  const text = code.replace(/^\n/, '').trimEnd()
  const mark = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return text === '' ? '' : `${mark}${language}\n${text}\n${mark}`
}

const longestRun = (text: string): number => {
  let longest = 0
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  return longest
}

/** Each line after something, empty ones without its spaces. */
export const prefixed = (text: string, prefix: string): string =>
  text
    .split('\n')
    .map(line => (line === '' ? prefix.trimEnd() : prefix + line))
    .join('\n')

/** A list item: its lines stand under the first one. */
export const item = (marker: string, text: string): string =>
  text === '' ? marker.trimEnd() : marker + prefixed(text, ' '.repeat(marker.length)).slice(marker.length)
