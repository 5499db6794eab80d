// Files that old programs wrote into the text of a mail.

export interface Uuencoded {
  /** The text without the files. */
  text: string
  files: { name: string; content: Uint8Array }[]
}

const begin = /^begin(?:-base64)? [0-7]{3,4} (\S.{0,254})$/

/** Takes the files out; one that was broken off counts too. Linear. */
export function takeUuencoded(text: string): Uuencoded {
  if (!/^begin(?:-base64)? [0-7]{3,4} /m.test(text)) return { text, files: [] }
  const lines = text.split('\n')
  const kept: string[] = []
  const files: Uuencoded['files'] = []
  for (let at = 0; at < lines.length; at++) {
    const found = begin.exec(lines[at]!.trimEnd())
    const end = found ? endOf(lines, at + 1) : at
    if (!found || end === at + 1) {
      kept.push(lines[at]!)
      continue
    }
    files.push({ name: found[1]!, content: decodeLines(lines.slice(at + 1, end)) })
    at = isEnd(lines[end]) ? end : end - 1
  }
  return { text: kept.join('\n'), files }
}

/** What people wrote around the files. Linear. */
export const withoutUuencoded = (text: string): string => takeUuencoded(text).text

/** A part that is encoded as a whole, whether or not its first line says so. */
export function undoUuencode(text: string): Uint8Array {
  const named = takeUuencoded(text).files[0]
  if (named) return named.content
  const lines = text.split('\n').map(line => line.trimEnd())
  const from = lines.findIndex(line => line !== '')
  return from < 0 ? new Uint8Array(0) : decodeLines(lines.slice(from, endOf(lines, from)))
}

const isEnd = (line: string | undefined) => line?.trim() === 'end'

/** The first line that isn't data. */
function endOf(lines: readonly string[], from: number): number {
  let at = from
  while (at < lines.length && isData(lines[at]!.trimEnd())) at++
  return at
}

function isData(line: string): boolean {
  if (line === '' || line.length > 90 || isEnd(line)) return false
  const groups = Math.ceil(lengthOf(line) / 3) * 4
  // Spaces at the end get lost on the way, and some programs add a check sum.
  return line.length - 1 <= groups + 2 && /^[\x20-\x60]+$/.test(line)
}

const lengthOf = (line: string) => (line.charCodeAt(0) - 32) & 63

function decodeLines(lines: readonly string[]): Uint8Array {
  const pieces = lines.map(line => {
    const length = lengthOf(line)
    const groups = line.slice(1).padEnd(Math.ceil(length / 3) * 4, ' ')
    const bytes = new Uint8Array(Math.ceil(length / 3) * 3)
    for (let group = 0; group * 3 < length; group++) {
      const [a, b, c, d] = [0, 1, 2, 3].map(index => (groups.charCodeAt(group * 4 + index) - 32) & 63)
      bytes.set([(a! << 2) | (b! >> 4), (b! << 4) | (c! >> 2), (c! << 6) | d!], group * 3)
    }
    return bytes.subarray(0, length)
  })
  return Buffer.concat(pieces)
}
