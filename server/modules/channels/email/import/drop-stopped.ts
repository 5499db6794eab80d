// The copies of files whose import somebody stopped are wiped after a while: nobody may have that many bytes lie there for ever.
import type { Context, Desk } from '../../../../platform/context.ts'
import type { Job } from '../../../../platform/jobs.ts'
import { author } from './post.ts'

const keptMs = 30 * 86_400_000
const timerOf = (id: string) => `dropImport:${id}`

export const dropLater = (ctx: Context, id: string): Promise<void> =>
  ctx.enqueueAt(timerOf(id), new Date(ctx.now.getTime() + keptMs), 'dropImport', { id })

export const dropNever = (ctx: Context, id: string): Promise<void> =>
  ctx.enqueueAt(timerOf(id), null, 'dropImport', {})

/** Does nothing to one that reads from a server, which can be continued at any time. */
const dropImport: Job = (desk: Desk, { id }) =>
  desk.transact(author, async ctx => {
    const stopped = await ctx.db
      .selectFrom('mail_imports')
      .select(['id', 'file_keys'])
      .where('id', '=', String(id))
      .where('state', '=', 'stopped')
      .where('file_keys', 'is not', null)
      .forUpdate()
      .executeTakeFirst()
    if (!stopped) return
    await ctx.db
      .updateTable('mail_imports')
      .set({ state: 'dropped', ended_at: ctx.now, file_keys: null })
      .where('id', '=', stopped.id)
      .execute()
    for (const key of stopped.file_keys!) ctx.enqueue('removeFile', { key })
  })

export const jobs: Record<string, Job> = { dropImport }
