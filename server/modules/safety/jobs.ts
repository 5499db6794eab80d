// Files that nobody sent are not kept.
import { system } from '../../platform/context.ts'
import type { Job } from '../../platform/jobs.ts'
import { removeAttachments } from './attach.ts'

const keptUnsent = 24 * 60 * 60 * 1000
const atOnce = 500

/** Wipes files that were uploaded a day ago and never sent, until there are none. */
const removeUnsentFiles: Job = async desk => {
  const removeSome = () =>
    desk.transact(system('removeUnsentFiles'), async ctx => {
      const rows = await ctx.db
        .selectFrom('attachments')
        .select('id')
        .where('conversation_id', 'is', null)
        .where('created_at', '<', new Date(ctx.now.getTime() - keptUnsent))
        .limit(atOnce)
        .forUpdate()
        .skipLocked()
        .execute()
      await removeAttachments(
        ctx,
        null,
        rows.map(row => row.id),
      )
      return rows.length
    })
  while ((await removeSome()) === atOnce);
}

const removeFile: Job = (desk, { key }) => desk.storage.remove(String(key))

export const jobs = { removeUnsentFiles, removeFile }

export const schedule = { removeUnsentFiles: { everySeconds: 3_600, task: 'removeUnsentFiles' } }
