// Words that mean the same, in all languages together: those that come with the desk, and what it has made of them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v5 } from 'uuid'
import type { Concept, SaveConcept } from '../../../contract/knowledge.ts'
import type { Context, ReadContext } from '../../platform/context.ts'
import { AppError, isUniqueViolation, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { parseConcepts } from '../../text/concepts.ts'
import { audit } from '../identity/index.ts'

type Shipped = Omit<Concept, 'changed'>

const file = join(import.meta.dirname, '../../../content/concepts.txt')
const namespace = '0c0e3c5e-3f0b-5a0e-9d3e-5f6b7c1a2d4e'
let shippedOnes: ReadonlyMap<string, Shipped> | undefined

/** By id. An upgrade may bring others; what the desk has changed stays as it is. */
function shipped(): ReadonlyMap<string, Shipped> {
  if (shippedOnes) return shippedOnes
  const { concepts } = parseConcepts(readFileSync(file, 'utf8'))
  return (shippedOnes = new Map(
    concepts.map(({ name, weight, words }) => {
      const id = v5(name, namespace)
      return [id, { id, name, weight, words, shipped: true }]
    }),
  ))
}

/** By name. */
export async function listConcepts({ db }: Pick<ReadContext, 'db'>): Promise<Concept[]> {
  const rows = await db.selectFrom('concepts').selectAll().execute()
  const changed = new Set(rows.map(({ id }) => id))
  const own = rows
    .filter(({ removed }) => !removed)
    .map(({ id, name, weight, words }) => ({
      ...{ id, name, weight, words },
      shipped: shipped().has(id),
      changed: shipped().has(id),
    }))
  const asShipped = [...shipped().values()].filter(({ id }) => !changed.has(id))
  return [...own, ...asShipped.map(one => ({ ...one, changed: false }))].sort((one, other) =>
    one.name < other.name ? -1 : 1,
  )
}

/** @throws AppError already_exists when the name is taken, not_found */
export async function saveConcept(ctx: Context, wanted: SaveConcept, id?: string): Promise<{ id: string }> {
  const all = await listConcepts(ctx)
  const others = all.filter(one => one.id !== id)
  if (others.some(({ name }) => name === wanted.name)) throw new AppError('already_exists')
  if (id !== undefined && !(await isThere(ctx, id))) throw notFound()
  const kept = id ?? newId()
  try {
    await write(ctx, kept, { ...wanted, removed: false })
    const before = all.find(one => one.id === id)
    await audit(ctx, 'concept.saved', { kind: 'concept', id: kept }, { before, after: wanted })
  } catch (error) {
    throw isUniqueViolation(error) ? new AppError('already_exists') : error
  }
  return { id: kept }
}

/** One that came with the desk can be had back by `restoreConcept`. Throws not_found. */
export async function deleteConcept(ctx: Context, id: string): Promise<void> {
  const before = (await listConcepts(ctx)).find(one => one.id === id)
  if (!before) throw notFound()
  await audit(ctx, 'concept.deleted', { kind: 'concept', id }, { before })
  const one = shipped().get(id)
  if (one) await write(ctx, id, { ...one, removed: true })
  else {
    await ctx.db.deleteFrom('concepts').where('id', '=', id).execute()
    ctx.emit('concepts.changed', {})
  }
}

/** As it came with the desk. Throws not_found where it didn't, or hasn't been changed. */
export async function restoreConcept(ctx: Context, id: string): Promise<void> {
  if (!shipped().has(id)) throw notFound()
  const deleted = await ctx.db.deleteFrom('concepts').where('id', '=', id).executeTakeFirst()
  if (deleted.numDeletedRows === 0n) throw notFound()
  ctx.emit('concepts.changed', {})
}

async function isThere({ db }: Context, id: string): Promise<boolean> {
  const row = await db.selectFrom('concepts').select('removed').where('id', '=', id).executeTakeFirst()
  return row ? !row.removed : shipped().has(id)
}

async function write(
  ctx: Context,
  id: string,
  { name, weight, words, removed }: SaveConcept & { removed: boolean },
): Promise<void> {
  const row = { name, weight, words: JSON.stringify(words), removed, updated_at: ctx.now }
  await ctx.db
    .insertInto('concepts')
    .values({ ...row, id })
    .onConflict(conflict => conflict.column('id').doUpdateSet(row))
    .execute()
  ctx.emit('concepts.changed', {})
}
