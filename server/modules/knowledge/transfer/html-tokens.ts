// Reads HTML one element after the other: a tokenizer, as the package's parser and those of a DOM aren't linear.
import { Tokenizer } from 'htmlparser2'

export type Attributes = ReadonlyMap<string, string>

export interface Reader {
  /** `line` counts from 1; `isClosed` where it ends with a slash. */
  open: (tag: string, attributes: Attributes, line: number, isClosed: boolean) => void
  close: (tag: string) => void
  text: (text: string) => void
}

/** Names come small and values with their entities read. Linear. */
export function readHtml(html: string, reader: Reader): void {
  let [tag, name, start] = ['', '', 0]
  let attributes = new Map<string, string>()
  let value: string[] = []
  const lineAt = lineCounter(html)
  const opened = (isClosed: boolean) => reader.open(tag, attributes, lineAt(start), isClosed)
  const ignored = () => {}
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onopentagname: (from, end) => {
        tag = html.slice(from, end).toLowerCase()
        start = from
        attributes = new Map()
      },
      onattribname: (from, end) => {
        name = html.slice(from, end).toLowerCase()
        value = []
      },
      onattribdata: (from, end) => value.push(html.slice(from, end)),
      onattribentity: code => value.push(String.fromCodePoint(code)),
      onattribend: () => void (attributes.has(name) || attributes.set(name, value.join(''))),
      onopentagend: () => opened(false),
      onselfclosingtag: () => opened(true),
      onclosetag: (from, end) => reader.close(html.slice(from, end).toLowerCase()),
      ontext: (from, end) => reader.text(html.slice(from, end)),
      ontextentity: code => reader.text(String.fromCodePoint(code)),
      oncdata: ignored,
      oncomment: ignored,
      ondeclaration: ignored,
      onprocessinginstruction: ignored,
      onend: ignored,
      isInForeignContext: () => false,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
}

/** For places that come one behind the other. */
function lineCounter(html: string): (index: number) => number {
  let [line, next] = [1, html.indexOf('\n')]
  return index => {
    while (next >= 0 && next < index) {
      line += 1
      next = html.indexOf('\n', next + 1)
    }
    return line
  }
}
