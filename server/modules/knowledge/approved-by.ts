// Has many texts public at once, with whoever took them over as their reviewer.
import { actorId, type Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import type { TextAddress } from './access.ts'

/** Writes down that the first revision of each was approved and published. */
export async function approvedBy(ctx: Context, texts: readonly TextAddress[]): Promise<void> {
  if (texts.length === 0) return
  const staff_id = ctx.actor.kind === 'staff' ? actorId(ctx.actor) : null
  const rows = texts.flatMap(({ articleId: article_id, locale }) =>
    (['approved', 'published'] as const).map(step => ({
      id: newId(),
      article_id,
      locale,
      revision: 1,
      step,
      staff_id,
      at: ctx.now,
      note: null,
    })),
  )
  await ctx.db.insertInto('article_reviews').values(rows).execute()
}
