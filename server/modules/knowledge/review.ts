// From a draft to what may be published: somebody asks, somebody else decides.
import type { ReviewStep } from '../../../contract/articles.ts'
import { actorId, type Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { screen } from '../safety/index.ts'
import { lockArticle, lockText, type TextAddress, type TextRecord } from './access.ts'
import { authorsOf } from './authors.ts'
import { after } from './rules.ts'

interface Decided {
  revision: number
  note?: string | undefined
}

/** @throws AppError stale_version when somebody has saved meanwhile, wrong_step, not_found */
export async function submitText(
  ctx: Context,
  address: TextAddress,
  { revision, note }: Decided,
): Promise<void> {
  const { text } = await lockText(ctx, address, revision)
  await setState(ctx, text, after(text.state, 'submitted'))
  await record(ctx, address, { step: 'submitted', revision, note })
}

/** @throws AppError stale_version, wrong_step, not_found */
export async function askChanges(
  ctx: Context,
  address: TextAddress,
  { revision, note }: Decided,
): Promise<void> {
  const { text } = await lockText(ctx, address, revision)
  await setState(ctx, text, after(text.state, 'changes_asked'))
  await record(ctx, address, { step: 'changes_asked', revision, note })
}

/** @throws AppError own_work for whoever wrote any of what isn't published yet; stale_version, wrong_step, not_found */
export async function approveText(
  ctx: Context,
  address: TextAddress,
  { revision, note }: Decided,
): Promise<void> {
  const { text } = await lockText(ctx, address, revision)
  const state = after(text.state, 'approved')
  // A program is no second pair of eyes, and may be its author's own.
  if (ctx.actor.kind !== 'staff') throw new AppError('forbidden')
  const authors = await authorsOf(ctx, address, (text.published ?? 0) + 1, text.newest)
  if (authors.includes(ctx.actor.id)) throw new AppError('own_work')
  await setState(ctx, text, state)
  await record(ctx, address, { step: 'approved', revision, note })
}

/**
 * Says that all of an article still holds: its next review is due an interval from now, and no change affects it any more.
 * @throws AppError forbidden for a program, not_found
 */
export async function confirmArticle(ctx: Context, id: string): Promise<void> {
  if (ctx.actor.kind !== 'staff') throw new AppError('forbidden')
  const { version } = await lockArticle(ctx, id)
  await ctx.db
    .updateTable('articles')
    .set({ reviewed_at: ctx.now, affected_note: null, affected_at: null, version: version + 1 })
    .where('id', '=', id)
    .execute()
  await record(ctx, { articleId: id, locale: null }, { step: 'confirmed', revision: null })
  ctx.emit('knowledge.changed', { articleIds: [id] })
}

/** Puts articles on their owners' lists because something that they tell of has changed. Unknown ones don't matter. */
export async function markAffected(
  ctx: Context,
  { articleIds, note }: { articleIds: string[]; note: string },
): Promise<{ marked: number }> {
  const kept = screen(note).text
  const rows = await ctx.db
    .updateTable('articles')
    .set(eb => ({ affected_note: kept, affected_at: ctx.now, version: eb('version', '+', 1) }))
    .where('id', 'in', articleIds)
    .where('archived_at', 'is', null)
    .returning('id')
    .execute()
  for (const { id } of rows)
    await record(ctx, { articleId: id, locale: null }, { step: 'affected', revision: null, note: kept })
  return { marked: rows.length }
}

const setState = (ctx: Context, { article_id, locale }: TextRecord, state: TextRecord['state']) =>
  ctx.db
    .updateTable('article_texts')
    .set({ state })
    .where('article_id', '=', article_id)
    .where('locale', '=', locale)
    .execute()

/** Writes down who took a step. */
export async function record(
  ctx: Context,
  { articleId, locale }: { articleId: string; locale: string | null },
  { step, revision, note }: { step: ReviewStep['step']; revision: number | null; note?: string | undefined },
): Promise<void> {
  await ctx.db
    .insertInto('article_reviews')
    .values({
      id: newId(),
      article_id: articleId,
      locale,
      revision,
      step,
      staff_id: ctx.actor.kind === 'staff' ? actorId(ctx.actor) : null,
      at: ctx.now,
      note: note ? screen(note).text : null,
    })
    .execute()
}
