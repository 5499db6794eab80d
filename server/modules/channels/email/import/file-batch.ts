// Files a few old mails: mails, conversations and the place up to which the import is done, in one transaction.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import { limits } from '../../../../../contract/common.ts'
import type { MailState } from '../../../../../contract/email.ts'
import type { Context, Desk, Statement } from '../../../../platform/context.ts'
import { type ImportedThread, importMessages, untouchedImports } from '../../../conversations/index.ts'
import { screen } from '../../../safety/index.ts'
import { automaticTag, writer } from '../file-mail.ts'
import { dropBytes } from '../mail-bytes.ts'
import { detailsOf } from '../mark-mails.ts'
import type { ParsedMail } from '../parse/mail.ts'
import type { Readable } from '../reading.ts'
import type { Batch, OldMail } from './fetch-batch.ts'
import { type Gathered, gather, type Known } from './gather.ts'
import type { ImportRow } from './import-rows.ts'
import type { ListedMail } from './listing.ts'
import {
  type Filing,
  isPage,
  meetCustomers,
  type Page,
  pageOf,
  type Sorted,
  sortOut,
  unproven,
} from './page.ts'
import { author, type ImportPost, noteImport } from './post.ts'

/** On conversations that were held before the desk was there. */
const importedTag = 'imported'
const longestAheadMs = 86_400_000
const mailBegan = Date.UTC(1980)

/**
 * Nothing of it is there before all is, and then the import is done up to the last of the `listed`.
 * @throws NotGoing, or what storage and database throw
 */
export async function fileBatch(
  desk: Desk,
  post: ImportPost,
  filing: Filing,
  batch: Batch,
  { listed, perSecond }: { listed: readonly ListedMail[]; perSecond: number | null },
): Promise<void> {
  const sorted: Sorted[] = []
  for (const old of batch.fresh) {
    sorted.push(sortOut(filing, old))
    // Whoever writes just now comes in between.
    await nextTurn()
  }
  await meetCustomers(desk, filing, sorted)
  const pages: Page[] = []
  for (const one of sorted) {
    if (isPage(one)) pages.push(await pageOf(desk, filing, one))
    await nextTurn()
  }
  const kept = await desk.transact(author, async ctx => {
    const inserted = await insertMails(ctx, post, filing, sorted, pages)
    const threads = await fileAll(
      ctx,
      filing,
      pages.filter(({ sorted: { old } }) => inserted.has(old.id)),
    )
    await noteFaults(ctx, post, filing.row, batch, inserted)
    const counts = { ...countsOf(batch, sorted, inserted), ...threads }
    await noteImport(ctx, post, {
      ...placeOf(listed.at(-1)!),
      ...adding(counts),
      per_second: perSecond,
    })
    return inserted
  })
  for (const { id, bytes } of batch.fresh) if (!kept.has(id)) await dropBytes(desk.storage, bytes)
}

/** The ids of those that nobody else has kept in this moment. */
async function insertMails(
  ctx: Context,
  { importId }: ImportPost,
  { row }: Filing,
  sorted: Sorted[],
  pages: Page[],
): Promise<Set<string>> {
  if (sorted.length === 0) return new Set()
  const refused = new Map(pages.map(page => [page.sorted.old.id, page.refused]))
  const rows = sorted.map(one => ({
    id: one.old.id,
    mailbox_id: row.mailbox_id,
    digest: one.old.digest,
    ...one.old.bytes,
    size: one.old.raw.length,
    source: 'import' as const,
    envelope_from: null,
    envelope_to: [],
    peer_ip: null,
    peer_name: null,
    received_at: one.old.arrivedAt,
    whole_size: null,
    state: stateOf(one),
    message_id: one.readable?.mail.messageId ?? null,
    import_id: importId,
    ...(one.readable && { details: JSON.stringify(toldOf(one.readable, one, refused.get(one.old.id))) }),
  }))
  const inserted = await ctx.db
    .insertInto('mails')
    .values(rows)
    .onConflict(conflict => conflict.column('digest').doNothing())
    .returning('id')
    .execute()
  return new Set(inserted.map(({ id }) => id))
}

const stateOf = ({ readable, side }: Sorted): MailState =>
  side ? 'filed' : readable ? 'ignored' : 'unreadable'

function toldOf({ mail }: Readable, { side }: Sorted, refused: string[] = []) {
  const reason = side ? undefined : mail.bounce ? 'bounce' : 'automatic'
  return detailsOf(mail, unproven, {
    state: 'filed',
    conversationId: null,
    seq: null,
    reason,
    refused,
  })
}

async function fileAll(ctx: Context, filing: Filing, pages: Page[]): Promise<{ conversations: number }> {
  const answered = await answeredMails(ctx, pages)
  const untouched = await untouchedImports(
    ctx,
    answered.map(({ conversationId }) => conversationId),
  )
  const known = new Map(
    answered.flatMap(({ messageId, conversationId }): [string, Known][] => {
      const conversation = untouched.get(conversationId)
      return conversation ? [[messageId, { conversationId, customerId: conversation.customer_id }]] : []
    }),
  )
  const gathered = gather(pages, known)
  const places = await importMessages(
    ctx,
    gathered.map(thread =>
      threadOf(filing, thread, thread.into === null ? null : untouched.get(thread.into)!),
    ),
  )
  const filed = gathered.flatMap(({ letters }, index) =>
    letters.map(({ sorted: { old } }, at) => ({
      id: old.id,
      conversation_id: places[index]!.conversationId,
      seq: places[index]!.seqs[at],
    })),
  )
  if (filed.length > 0) ctx.send(placeMails, [JSON.stringify(filed)])
  return { conversations: gathered.filter(({ into }) => into === null).length }
}

/** Of imports: what the desk itself exchanged with somebody is not added to. */
async function answeredMails(
  ctx: Context,
  pages: Page[],
): Promise<{ messageId: string; conversationId: string }[]> {
  const ids = [...new Set(pages.flatMap(({ answers }) => answers))]
  if (ids.length === 0) return []
  const rows = await ctx.db
    .selectFrom('mails')
    .select(['message_id', 'conversation_id'])
    .where('message_id', 'in', ids)
    .where('conversation_id', 'is not', null)
    .where('source', '=', 'import')
    .execute()
  return rows.map(row => ({ messageId: row.message_id!, conversationId: row.conversation_id! }))
}

function threadOf(
  { row, defaultLocale }: Filing,
  { customerId, letters }: Gathered<Page>,
  into: ImportedThread['into'],
): ImportedThread {
  const [first] = letters
  const { readable, side, old } = first!.sorted
  const isHuman = side.from === 'desk' || readable.mail.automatic === 'no'
  return {
    into,
    customer: writer(customerId, old.id),
    channel: 'email',
    subject: screen(readable.mail.subject).text.slice(0, limits.subject) || null,
    locale: readable.mail.language ?? defaultLocale,
    teamId: row.team_id,
    tags: isHuman ? [importedTag] : [automaticTag, importedTag],
    priority: isHuman ? 1 : 0,
    messages: letters.map(({ sorted, body, files, secretsRemoved }) => ({
      clientId: sorted.old.id,
      from:
        sorted.side.from === 'customer' ? 'customer' : { name: sorted.readable.mail.from?.name || row.name },
      at: writtenAt(sorted.readable.mail, sorted.old),
      body,
      attachmentIds: files,
      secretsRemoved,
    })),
  }
}

/** A date that can't be is somebody's clock; then it counts when the mail arrived. */
function writtenAt({ date }: ParsedMail, { arrivedAt }: OldMail): Date {
  const isLikely = date && date.getTime() > mailBegan && date.getTime() < arrivedAt.getTime() + longestAheadMs
  return isLikely ? date : arrivedAt
}

const placeMails: Statement = {
  name: 'place_imported_mails',
  text: `update mails set conversation_id = r.conversation_id, seq = r.seq
    from json_to_recordset($1::json) as r(id uuid, conversation_id uuid, seq int) where mails.id = r.id`,
}

async function noteFaults(
  ctx: Context,
  { importId }: ImportPost,
  { folders }: ImportRow,
  { fresh, withheld }: Batch,
  kept: ReadonlySet<string>,
): Promise<void> {
  const read = fresh.flatMap(one => (one.reason && kept.has(one.id) ? [{ ...one, reason: one.reason }] : []))
  const faults = [...read, ...withheld.map(one => ({ ...one, id: null }))]
  if (faults.length === 0) return
  await ctx.db
    .insertInto('mail_import_faults')
    .values(
      faults.map(({ folder, uid, arrivedAt, size, reason, id }) => ({
        import_id: importId,
        folder: folders[folder]!,
        uid,
        arrived_at: arrivedAt,
        size,
        reason,
        mail_id: id,
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

function countsOf({ fresh, withheld, again, skipped }: Batch, sorted: Sorted[], kept: ReadonlySet<string>) {
  const states = [...sorted.filter(({ old }) => kept.has(old.id)).map(stateOf), ...again]
  const count = (state: string) => states.filter(one => one === state).length
  return {
    filed: count('filed'),
    automatic: count('ignored'),
    unreadable: count('unreadable') + withheld.length,
    skipped: skipped + fresh.length - kept.size,
  }
}

type Counts = ReturnType<typeof countsOf> & { conversations: number }

const adding = (counts: Counts) =>
  Object.fromEntries(
    Object.entries(counts).map(([column, n]) => [column, sql<number>`${sql.ref(column)} + ${n}`]),
  )

const placeOf = ({ arrivedAt, folder, uid }: ListedMail) => ({
  cursor_at: arrivedAt,
  cursor_folder: folder,
  cursor_uid: uid,
})
