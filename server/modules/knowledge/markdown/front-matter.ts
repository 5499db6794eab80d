// The head of an article's file: YAML between two lines of three hyphens.
import { Document, isSeq, parseDocument } from 'yaml'

/** Texts, or lists of texts; numbers and dates are texts as written. */
export type Head = Map<string, string | string[]>

export interface FrontMatterFault {
  code: 'not_closed' | 'too_long' | 'bad_yaml' | 'bad_field'
  line: number
  detail: string
}

export interface Matter {
  /** Empty where there is none, or none that can be read. */
  head: Head
  body: string
  /** The line at which the body begins. */
  bodyLine: number
  faults: FrontMatterFault[]
}

const longest = 20_000
const deepestFlow = 20

/** Never throws; linear in the length. Aliases, tags and nested maps are faults. */
export function readFrontMatter(given: string): Matter {
  const text = given.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n')
  if (!text.startsWith('---\n')) return { head: new Map(), body: text, bodyLine: 1, faults: [] }
  const end = text.startsWith('---\n', 4) ? 3 : text.indexOf('\n---\n', 3)
  const closed = end < 0 && text.endsWith('\n---') ? text.length - 4 : end
  if (closed < 0) {
    return { head: new Map(), body: text, bodyLine: 1, faults: [{ code: 'not_closed', line: 1, detail: '' }] }
  }
  const front = text.slice(4, Math.max(4, closed + 1))
  const bodyLine = front.split('\n').length + 2
  return { ...readHead(front), body: text.slice(closed + 5), bodyLine }
}

/** The same that `readFrontMatter` reads; empty texts and lists are left out. */
export function writeFrontMatter(head: Iterable<[string, string | string[]]>, body: string): string {
  const document = new Document(Object.fromEntries([...head].filter(([, value]) => value.length > 0)))
  const related = document.get('related', true)
  if (isSeq(related)) related.flow = true
  return `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}---\n\n${body}\n`
}

type ReadHead = Pick<Matter, 'head' | 'faults'>

function readHead(front: string): ReadHead {
  const head: Head = new Map()
  if (front.length > longest) return failed('too_long', 2, `${front.length}`)
  if (nestsDeep(front)) return failed('bad_yaml', 2, 'nested too deep')
  try {
    const document = parseDocument(front, { schema: 'failsafe', prettyErrors: true, uniqueKeys: true })
    const [error] = document.errors
    if (error) return failed('bad_yaml', (error.linePos?.[0].line ?? 1) + 1, error.message.split('\n', 1)[0]!)
    const read: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 0 })
    if (read === null || read === '') return { head, faults: [] }
    return read instanceof Map ? fieldsOf(read, front) : failed('bad_yaml', 2, 'not a list of fields')
  } catch (error) {
    return failed('bad_yaml', 2, error instanceof Error ? error.message.slice(0, 200) : '')
  }
}

const failed = (code: FrontMatterFault['code'], line: number, detail: string): ReadHead => ({
  head: new Map(),
  faults: [{ code, line, detail }],
})

/** The parser calls itself for each of them. */
function nestsDeep(front: string): boolean {
  const lines = front.split('\n')
  return lines.some(
    line =>
      /^(?:[-?:] *){20}/.test(line.trimStart()) || (line.match(/[[{]/g)?.length ?? 0) > 20 * deepestFlow,
  )
}

function fieldsOf(read: Map<unknown, unknown>, front: string): ReadHead {
  const head: Head = new Map()
  const faults: FrontMatterFault[] = []
  for (const [key, value] of read) {
    if (typeof key === 'string' && typeof value === 'string') head.set(key, value)
    else if (typeof key === 'string' && Array.isArray(value) && value.every(one => typeof one === 'string')) {
      head.set(key, value)
    } else
      faults.push({ code: 'bad_field', line: lineOf(String(key), front), detail: String(key).slice(0, 100) })
  }
  return { head, faults }
}

function lineOf(key: string, front: string): number {
  return (
    Math.max(
      0,
      front.split('\n').findIndex(line => line.startsWith(`${key}:`)),
    ) + 2
  )
}
