// What is known of imports of old mail, and what administrators are shown of it.
import type { MailImport, UnreadableMail } from '../../../../../contract/mail-import.ts'
import type { ReadContext } from '../../../../platform/context.ts'

const mostImports = 100
const mostUnreadable = 500

const allImports = (ctx: Pick<ReadContext, 'db'>) =>
  ctx.db
    .selectFrom('mail_imports')
    .innerJoin('mailboxes', 'mailboxes.id', 'mail_imports.mailbox_id')
    .selectAll('mail_imports')
    .select(['mailboxes.address', 'mailboxes.name', 'mailboxes.team_id'])

/** An import and its mailbox. */
export const importById = (ctx: Pick<ReadContext, 'db'>, id: string) =>
  allImports(ctx).where('mail_imports.id', '=', id).executeTakeFirst()

export type ImportRow = NonNullable<Awaited<ReturnType<typeof importById>>>

/** The newest first. */
export async function listImports(ctx: ReadContext): Promise<MailImport[]> {
  const rows = await allImports(ctx)
    .orderBy('mail_imports.created_at', 'desc')
    .orderBy('mail_imports.id', 'desc')
    .limit(mostImports)
    .execute()
  return rows.map(shape)
}

/** How many mails were looked at. */
export const doneOf = ({ filed, automatic, skipped, unreadable }: ImportRow): number =>
  filed + automatic + skipped + unreadable

function shape(row: ImportRow): MailImport {
  const done = doneOf(row)
  const isRunning = row.state === 'running'
  const left = row.total === null || !row.per_second ? null : (row.total - done) / row.per_second
  return {
    id: row.id,
    mailboxId: row.mailbox_id,
    address: row.address,
    source: row.host === null ? 'files' : 'server',
    host: row.host,
    user: row.username,
    folders: row.folders,
    since: row.since?.toISOString() ?? null,
    until: row.until.toISOString(),
    state: row.state,
    createdAt: row.created_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    total: row.total,
    done,
    filed: row.filed,
    automatic: row.automatic,
    skipped: row.skipped,
    unreadable: row.unreadable,
    conversations: row.conversations,
    perSecond: isRunning ? row.per_second : null,
    secondsLeft: isRunning && left !== null ? Math.max(0, Math.round(left)) : null,
    fault: row.fault,
    retryAt: row.retry_at?.toISOString() ?? null,
  }
}

/** The mails of an import that could not be read, by arrival; the first few hundred. */
export async function listUnreadable(ctx: ReadContext, importId: string): Promise<UnreadableMail[]> {
  const rows = await ctx.db
    .selectFrom('mail_import_faults')
    .selectAll()
    .where('import_id', '=', importId)
    .orderBy('arrived_at')
    .orderBy('uid')
    .limit(mostUnreadable)
    .execute()
  return rows.map(({ folder, uid, arrived_at, size, reason, mail_id }) => ({
    folder,
    uid,
    arrivedAt: arrived_at.toISOString(),
    size,
    reason,
    mailId: mail_id,
  }))
}
