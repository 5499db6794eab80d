// A conversation as a text file, with no more in it than its reader may see.

import type {
  Complexity,
  CustomerEntry,
  Priority,
  StaffEntry,
  Status,
  Topic,
} from '../../../contract/conversations.ts'
import { fill, stringsFor } from '../../../locales/index.ts'
import { lineKey } from '../../../locales/lines.ts'
import type { ReadContext } from '../../platform/context.ts'
import { Download } from '../../platform/routes.ts'
import { loadConversation } from './access.ts'
import { directoryFor } from './directory.ts'
import { readEntries } from './queries.ts'
import { toCustomerEntry, toStaffEntry } from './shapes.ts'

type Line = Extract<CustomerEntry | StaffEntry, { kind: 'line' }>

const pageSize = 500

/** The transcript in the reader's language, as a download. */
export async function transcript(ctx: ReadContext, id: string, locale: string): Promise<Download> {
  const row = await loadConversation(ctx, id)
  const lines = [`${row.number}${row.subject ? ` · ${row.subject}` : ''}`, '']
  for (let after = 0; ; ) {
    const entries = await readEntries(ctx, id, { after, limit: pageSize })
    const directory = await directoryFor(ctx, [row], entries)
    const shape = ctx.actor.kind === 'customer' ? toCustomerEntry : toStaffEntry
    lines.push(...entries.flatMap(entry => toLine(shape(entry, directory), locale)))
    if (entries.length < pageSize) break
    after = entries.at(-1)!.seq
  }
  return new Download(`${lines.join('\n')}\n`, {
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `attachment; filename="conversation-${row.number}.txt"`,
    'content-security-policy': "sandbox; default-src 'none'",
  })
}

function toLine(entry: CustomerEntry | StaffEntry, locale: string): string[] {
  const at = stamp(entry.at)
  const texts = stringsFor(locale)
  if (entry.kind === 'line') return [`[${at} UTC] — ${lineSentence(entry, locale)}`]
  if (entry.kind !== 'message' && entry.kind !== 'note') return []
  if (entry.deletedAt) return []
  const who = entry.author.name ?? fill(locale, texts.authors[entry.author.kind])
  const files = entry.attachments.map(file => `📎 ${file.name} (${file.size} B)`)
  const kind = entry.kind === 'note' ? ` (${fill(locale, texts.authors.note)})` : ''
  return [`[${at} UTC] ${who}${kind}: ${[entry.body, ...files].filter(Boolean).join('\n')}`]
}

function lineSentence({ code, values }: Line, locale: string): string {
  const { authors, complexities, lines, priorities, statuses, topics } = stringsFor(locale)
  const { by, complexity, number, priority, status, topic, until } = values
  return fill(locale, lines[lineKey(code, values)], {
    ...values,
    by: by || fill(locale, authors.system),
    // A number that names a conversation is not counted.
    ...(number !== undefined && { number: String(number) }),
    ...(priority && { priority: fill(locale, priorities[priority as Priority]) }),
    ...(complexity && { complexity: fill(locale, complexities[complexity as Complexity]) }),
    ...(status && { status: fill(locale, statuses[status as Status]) }),
    ...(topic && { topic: fill(locale, topics[topic as Topic]) }),
    ...(typeof until === 'string' && { until: `${stamp(until)} UTC` }),
  })
}

const stamp = (instant: string): string => instant.slice(0, 19).replace('T', ' ')
