// Wipes files that belong to nothing: whatever was written for a transaction that was never committed.
import { type ReadContext, type Statement, system } from '../../../platform/context.ts'
import type { Job, Schedule } from '../../../platform/jobs.ts'
import { keysOfAttachments } from '../../safety/index.ts'

const keptMs = 86_400_000
const atOnce = 500
const author = system('removeStrayFiles')

/** Looks at the next few files of the storage, and has the others looked at by the next job. */
const removeStrayFiles: Job = async (desk, { after }) => {
  const files = await desk.storage.list(after === undefined ? null : String(after), atOnce)
  const ctx = desk.read(author)
  const began = await databaseBegan(ctx)
  // Files from before are another database's, and somebody may only have named the wrong one.
  const old = files.filter(({ ageMs, writtenAt }) => ageMs > keptMs && writtenAt > began)
  const used = await keysInUse(
    ctx,
    old.map(({ key }) => key),
  )
  const strays = old.filter(({ key }) => !used.has(key))
  for (const { key } of strays) await desk.storage.remove(key)
  if (strays.length > 0)
    desk.log.info({ files: strays.length }, 'files that belonged to nothing were removed')
  const last = files.at(-1)
  if (last && files.length === atOnce) {
    await desk.transact(author, async next => next.enqueue('removeStrayFiles', { after: last.key }))
  }
}

const firstMigration: Statement = {
  name: 'first_migration',
  text: 'select min(applied_at) as began from migrations',
}

async function databaseBegan(ctx: ReadContext): Promise<Date> {
  const [row] = await ctx.run<{ began: Date }>(firstMigration, [])
  return row!.began
}

const writtenDown: Statement = {
  name: 'storage_keys_of_mails',
  text: `select storage_key as key from mails where storage_key = any($1)
    union all select unnest(file_keys) from mail_imports where file_keys && $1`,
}

/** Of these keys, those of files that somebody has written down. */
async function keysInUse(ctx: ReadContext, keys: string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const ofMails = await ctx.run<{ key: string }>(writtenDown, [keys])
  const ofAttachments = await keysOfAttachments(ctx, keys)
  return new Set([...ofMails.map(({ key }) => key), ...ofAttachments])
}

export const jobs: Record<string, Job> = { removeStrayFiles }

export const schedule: Schedule = {
  removeStrayFiles: { everySeconds: 86_400, task: 'removeStrayFiles' },
}
