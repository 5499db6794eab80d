// Canned replies: kept by leads and editors, used by everybody who answers.
import type { Insertable } from 'kysely'
import type { z } from 'zod'
import type { CannedReply, SaveCannedReply } from '../../../contract/automation.ts'
import { actorId, type Context, may, type ReadContext } from '../../platform/context.ts'
import { AppError, isUniqueViolation, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { teamById } from '../identity/index.ts'
import { screen } from '../safety/index.ts'
import type { CannedRepliesTable } from './tables.ts'

type Wanted = z.output<typeof SaveCannedReply>

/** Those of the reader's teams and of none, or all for who keeps them; in one language and in no language, or in all. */
export async function listCannedReplies(ctx: ReadContext, locale?: string): Promise<CannedReply[]> {
  let query = ctx.db.selectFrom('canned_replies').selectAll().orderBy('shortcut')
  if (!may(ctx.actor, 'canned_replies.write')) {
    const teamIds = ctx.actor.kind === 'staff' ? [...ctx.actor.teamIds] : []
    query = query.where(eb =>
      eb.or([eb('team_id', 'is', null), ...teamIds.map(id => eb('team_id', '=', id))]),
    )
  }
  if (locale) query = query.where(eb => eb.or([eb('locale', '=', locale), eb('locale', 'is', null)]))
  return (await query.execute()).map(row => ({
    id: row.id,
    shortcut: row.shortcut,
    title: row.title,
    body: row.body,
    locale: row.locale,
    teamId: row.team_id,
    updatedAt: row.updated_at.toISOString(),
  }))
}

/** Makes a new one, or changes the one with `id`. Throws `already_exists` when its shortcut is taken. */
export async function saveCannedReply(ctx: Context, wanted: Wanted, id?: string): Promise<{ id: string }> {
  if (wanted.teamId && !(await teamById(ctx, wanted.teamId))) throw notFound()
  const { teamId: team_id, shortcut, locale } = wanted
  const texts = { title: screen(wanted.title).text, body: screen(wanted.body).text }
  const row = { shortcut, locale, team_id, ...texts, updated_at: ctx.now }
  try {
    if (id === undefined) return await insert(ctx, row)
    const changed = await ctx.db
      .updateTable('canned_replies')
      .set(row)
      .where('id', '=', id)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw notFound()
    return { id }
  } catch (error) {
    throw isUniqueViolation(error) ? new AppError('already_exists') : error
  }
}

async function insert(
  ctx: Context,
  row: Omit<Insertable<CannedRepliesTable>, 'id' | 'created_by'>,
): Promise<{ id: string }> {
  const id = newId()
  const author = ctx.actor.kind === 'staff' ? actorId(ctx.actor) : null
  if (!author) throw new AppError('forbidden')
  await ctx.db
    .insertInto('canned_replies')
    .values({ ...row, id, created_by: author })
    .execute()
  return { id }
}

export async function deleteCannedReply(ctx: Context, id: string): Promise<void> {
  const deleted = await ctx.db.deleteFrom('canned_replies').where('id', '=', id).executeTakeFirst()
  if (deleted.numDeletedRows === 0n) throw notFound()
}
