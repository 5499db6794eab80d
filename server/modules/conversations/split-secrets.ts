// A secret that was sent in pieces: the message that completes it takes out the earlier pieces, wherever they are kept.
import { redactRanges } from '../../../rules/secrets.ts'
import { SPLIT_LOOKBACK } from '../../../rules/split-secrets.ts'
import { actorId, type Context, type Statement } from '../../platform/context.ts'
import { mayComplete, screenTogether } from '../safety/index.ts'
import { previewOf } from './rules.ts'
import type { EntryRow, NewEntry, Writing } from './write.ts'

/** A message or note that is about to be written. */
export interface Piece {
  writing: Writing
  entry: NewEntry
}

/** What its sender wrote before: in the database, or in this very batch. */
type Earlier = { stored: EntryRow; body: string } | { stored?: undefined; entry: NewEntry; body: string }

const desk = { kind: 'system', name: 'safety' } as const
/** Entries of a conversation that are looked through for those of one sender. */
const mostBetween = 200

/** Redacts, among the pieces and before them, what only together is a secret. Asks the database for suspects alone. */
export async function redactSplitSecrets(ctx: Context, pieces: readonly Piece[]): Promise<void> {
  const suspects = pieces.filter(({ entry }) => mayComplete(entry.body ?? ''))
  if (suspects.length === 0) return
  const senders = [...new Map(suspects.map(piece => [senderOf(piece), piece])).values()]
  const stored = await readEarlier(ctx, senders)
  for (const piece of suspects) {
    const before = piece.writing.entries.slice(0, piece.writing.entries.indexOf(piece.entry))
    const inBatch = before.filter(entry => isText(entry) && senderOf({ ...piece, entry }) === senderOf(piece))
    const earlier: Earlier[] = [
      ...(stored.get(senderOf(piece)) ?? []),
      ...inBatch.map(entry => ({ entry, body: entry.body ?? '' })),
    ]
    await redact(ctx, piece, earlier.slice(-SPLIT_LOOKBACK))
  }
}

const isText = ({ kind }: NewEntry) => kind === 'message' || kind === 'note'
const writerOf = ({ by, author }: NewEntry) => by?.customerId ?? actorId(author)
const senderOf = ({ writing, entry }: Piece) => `${writing.row.id} ${writerOf(entry)}`

async function redact(ctx: Context, { writing, entry }: Piece, earlier: Earlier[]): Promise<void> {
  const found = screenTogether(
    earlier.map(({ body }) => body),
    entry.body ?? '',
  )
  if (!found) return
  for (const [index, one] of earlier.entries()) {
    const ranges = found.earlier.filter(range => range.index === index)
    if (ranges.length === 0) continue
    const body = redactRanges(one.body, ranges)
    if (one.stored) await replaceStored(ctx, writing, one.stored, body)
    else one.entry.body = body
    one.body = body
  }
  entry.body = redactRanges(entry.body ?? '', found.current)
  if (!writing.entries.some(({ code }) => code === 'secret_removed'))
    writing.entries.push({ kind: 'line', author: desk, code: 'secret_removed' })
}

/** Everybody's view follows the edit; no earlier version keeps what it replaces. */
async function replaceStored(ctx: Context, writing: Writing, stored: EntryRow, body: string): Promise<void> {
  const { conversation_id: id, seq, internal, attachment_ids: files } = stored
  writing.entries.push({ kind: 'edit', author: desk, target: seq, body, internal })
  const replaced = previewOf(stored.body, files.length)
  if (!internal && writing.row.public_preview === replaced)
    writing.row = { ...writing.row, public_preview: previewOf(body, files.length) }
  await ctx.db.deleteFrom('entry_versions').where('conversation_id', '=', id).where('seq', '=', seq).execute()
  await ctx.db
    .updateTable('entries')
    .set({ body })
    .where('conversation_id', '=', id)
    .where('kind', '=', 'edit')
    .where('target', '=', seq)
    .execute()
  await ctx.db
    .updateTable('entries')
    .set({ body, edited_at: ctx.now })
    .where('conversation_id', '=', id)
    .where('seq', '=', seq)
    .execute()
}

async function readEarlier(ctx: Context, senders: readonly Piece[]): Promise<Map<string, Earlier[]>> {
  const rows = await ctx.run<EntryRow & { n: number }>(readLastOfSenders, [
    senders.map(({ writing }) => writing.row.id),
    senders.map(({ entry }) => writerOf(entry)),
    senders.map(({ writing }) => writing.row.seq - mostBetween),
    SPLIT_LOOKBACK,
  ])
  const earlier = new Map<string, Earlier[]>()
  for (const { n, ...stored } of rows) {
    const sender = senderOf(senders[n - 1]!)
    const one = { stored: stored as EntryRow, body: stored.body }
    earlier.set(sender, [...(earlier.get(sender) ?? []), one])
  }
  return earlier
}

const readLastOfSenders: Statement = {
  name: 'read_last_of_senders',
  text: `select w.n::int, e.* from unnest($1::uuid[], $2::uuid[], $3::int[]) with ordinality as w(conversation_id, author_id, after, n)
    cross join lateral (
      select * from entries where conversation_id = w.conversation_id and author_id = w.author_id and seq > w.after
        and kind in ('message', 'note') and deleted_at is null order by seq desc limit $4
    ) as e
    order by w.n, e.seq`,
}
