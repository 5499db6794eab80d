// Words that mean the same, in all languages together: what lets a question find an article that says it otherwise.
import type { Concept, SaveConcept } from '../../../contract/knowledge.ts'
import type { Context, ReadContext } from '../../platform/context.ts'
import { AppError, isUniqueViolation, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'

export const listConcepts = ({ db }: Pick<ReadContext, 'db'>): Promise<Concept[]> =>
  db.selectFrom('concepts').select(['id', 'name', 'words']).orderBy('name').execute()

/** @throws AppError already_exists when the name is taken, not_found */
export async function saveConcept(
  ctx: Context,
  { name, words }: SaveConcept,
  id?: string,
): Promise<{ id: string }> {
  const row = { name, words: JSON.stringify(words), updated_at: ctx.now }
  const kept = id ?? newId()
  try {
    if (id === undefined)
      await ctx.db
        .insertInto('concepts')
        .values({ ...row, id: kept })
        .execute()
    else {
      const changed = await ctx.db.updateTable('concepts').set(row).where('id', '=', id).executeTakeFirst()
      if (changed.numUpdatedRows === 0n) throw notFound()
    }
  } catch (error) {
    throw isUniqueViolation(error) ? new AppError('already_exists') : error
  }
  ctx.emit('concepts.changed', {})
  return { id: kept }
}

export async function deleteConcept(ctx: Context, id: string): Promise<void> {
  const deleted = await ctx.db.deleteFrom('concepts').where('id', '=', id).executeTakeFirst()
  if (deleted.numDeletedRows === 0n) throw notFound()
  ctx.emit('concepts.changed', {})
}
