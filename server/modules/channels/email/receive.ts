// Takes a mail over: kept whole and written down before anybody is told "accepted"; it is read afterwards.
import { createHash } from 'node:crypto'
import type { MailSource } from '../../../../contract/email.ts'
import { batched } from '../../../platform/batch.ts'
import { type Context, type Desk, system } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { inserting } from '../../../platform/rows.ts'
import { dropBytes, isSmall, type MailBytes, placeBytes } from './mail-bytes.ts'

export interface Arrival {
  mailboxId: string
  source: MailSource
  raw: Buffer
  envelopeFrom: string | null
  envelopeTo: string[]
  /** The server that handed it over. */
  peer: { ip: string | null; name: string | null }
  /** In bytes, where the mail was too large and `raw` is its headers alone. */
  wholeSize?: number
}

const headerBytes = 64 * 1024

/**
 * Keeps a mail; resolves once it is committed. The same mail again, also by another way, is kept once: `id` is then null.
 * @param also what has to be committed with it, also for one that was there already
 * @throws what the storage, the database and `also` throw
 */
export async function receive(
  desk: Desk,
  arrival: Arrival,
  also?: (ctx: Context) => Promise<void>,
): Promise<{ id: string | null }> {
  const mail = { arrival, bytes: await placeBytes(desk.storage, arrival.raw) }
  // A file stays when this fails: a commit whose answer was lost has kept the mail, and the sender will say it again.
  const id = also
    ? await desk.transact(system('email'), async ctx => {
        const [kept] = await keep(ctx, [mail])
        await also(ctx)
        return kept!
      })
    : await keepInBatch(desk, mail)
  if (!id && !(await isKept(desk, mail.bytes))) await dropBytes(desk.storage, mail.bytes)
  return { id }
}

/** It was there already because this very one is: its commit was not heard of. */
async function isKept(desk: Desk, { storage_key }: MailBytes): Promise<boolean> {
  if (storage_key === null) return false
  const rows = desk.read(system('email')).db.selectFrom('mails').select('id')
  return (await rows.where('storage_key', '=', storage_key).executeTakeFirst()) !== undefined
}

interface Placed {
  arrival: Arrival
  bytes: MailBytes
}

/** Many senders at once cost one commit. */
const keepInBatch = batched<Placed, string | null>('email', async (ctx, mails) =>
  (await keep(ctx, mails)).map(result => ({ result })),
)

/** Writes them down, and has them looked at; gives the id of each, null for one that was there already. */
async function keep(ctx: Context, mails: readonly Placed[]): Promise<(string | null)[]> {
  const rows = mails.map(({ arrival, bytes }) => ({
    id: newId(),
    mailbox_id: arrival.mailboxId,
    digest: digestOf(arrival.raw),
    ...bytes,
    size: arrival.raw.length,
    source: arrival.source,
    envelope_from: arrival.envelopeFrom,
    envelope_to: arrival.envelopeTo,
    peer_ip: arrival.peer.ip,
    peer_name: arrival.peer.name,
    received_at: ctx.now,
    whole_size: arrival.wholeSize ?? null,
    state: 'received',
    node_id: isSmall(arrival.raw) ? ctx.worker : null,
  }))
  const inserted = await ctx.run<{ id: string }>(...insertMails(rows))
  const fresh = new Set(inserted.map(({ id }) => id))
  haveRead(
    ctx,
    rows.filter(({ id }) => fresh.has(id)),
  )
  return rows.map(({ id }) => (fresh.has(id) ? id : null))
}

const insertMails = inserting(
  'mails',
  [
    'id',
    'mailbox_id',
    'digest',
    'raw',
    'storage_key',
    'size',
    'source',
    'envelope_from',
    'envelope_to',
    'peer_ip',
    'peer_name',
    'received_at',
    'whole_size',
    'state',
    'node_id',
  ],
  'id',
  'digest',
)

/** Small ones together, by this node; a large one by itself, so that few of them are in memory at once. */
function haveRead(ctx: Context, rows: readonly { id: string; node_id: string | null }[]): void {
  const ours = rows.filter(({ node_id }) => node_id !== null)
  if (ours.length > 0) ctx.enqueueOwn('readMails', { mailIds: ours.map(({ id }) => id) })
  for (const { id, node_id } of rows) if (node_id === null) ctx.enqueue('readMail', { mailId: id })
}

/** Of Message-ID and body, for each server on the way adds lines at the top; of all of it where there is no Message-ID. */
export function digestOf(raw: Buffer): Buffer {
  const end = raw.indexOf('\r\n\r\n')
  const headers = raw.toString('latin1', 0, Math.min(end < 0 ? raw.length : end, headerBytes))
  const messageId = /^message-id:\s*(\S{1,998})/im.exec(headers)?.[1]
  const hash = createHash('sha256')
  if (messageId && end >= 0) hash.update(`${messageId}\n`).update(raw.subarray(end))
  else hash.update(raw)
  return hash.digest()
}
