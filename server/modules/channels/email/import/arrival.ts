// When an old mail out of a file arrived, as far as its headers tell: servers and writers noted it, each in their way.
import { readDate } from '../parse/date.ts'

const asctime = /([a-z]{3}) +(\d{1,2}) +(\d{1,2}:\d\d(?::\d\d)?)(?: +([a-z]{1,5}|[+-]\d{4}))? +(\d{4})/i

/**
 * By the server that took it in, else by its writer, else by whoever put it into the file; what is not before `limit` can't be
 * true. Null when nobody tells.
 * @param head the line “From …” and the headers
 */
export function arrivalOf(head: Buffer, limit: Date): Date | null {
  const text = head.toString('latin1')
  const end = /\n\r?\n/.exec(text)?.index ?? text.length
  const headers = text.slice(0, end)
  const received = fieldIn(headers, 'received')
  const told = [
    received === null ? null : readDate(received.slice(received.lastIndexOf(';') + 1)),
    readDate(fieldIn(headers, 'date')),
    readFromLine(headers.slice(0, headers.indexOf('\n'))),
  ]
  return told.find(date => date !== null && date < limit) ?? null
}

/** The first field of a name, with its further lines. */
function fieldIn(headers: string, name: 'received' | 'date'): string | null {
  return fields[name].exec(headers)?.[1] ?? null
}

const fields = {
  received: /^received:([^\n]*(?:\n[ \t][^\n]*)*)/im,
  date: /^date:([^\n]*(?:\n[ \t][^\n]*)*)/im,
}

function readFromLine(line: string): Date | null {
  const [, month, day, time, zone, year] = asctime.exec(line) ?? []
  return year ? readDate(`${day} ${month} ${year} ${time} ${zone ?? ''}`) : null
}
