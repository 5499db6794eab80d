// What deposits and withdrawals cost and how much they have to be, in one place for articles, search and the bot.
import type { Fee, FeeLine, SaveFee } from '../../../contract/knowledge.ts'
import { actorId, type Context, type ReadContext } from '../../platform/context.ts'
import { AppError, isUniqueViolation, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { audit } from '../identity/index.ts'

/** By asset and network; those of one asset only, if it is given. */
export async function listFees({ db }: Pick<ReadContext, 'db'>, asset?: string): Promise<Fee[]> {
  let query = db.selectFrom('fees').selectAll().orderBy('asset').orderBy('network')
  if (asset !== undefined) query = query.where('asset', '=', asset)
  return (await query.execute()).map(row => ({
    id: row.id,
    asset: row.asset,
    network: row.network,
    deposit: row.deposit,
    withdrawal: row.withdrawal,
    leastDeposit: row.least_deposit,
    leastWithdrawal: row.least_withdrawal,
    note: row.note,
    updatedAt: row.updated_at.toISOString(),
  }))
}

/** @throws AppError already_exists when there is one for the asset and the network, not_found */
export async function saveFee(ctx: Context, wanted: SaveFee, id?: string): Promise<{ id: string }> {
  const row = { ...rowOf(ctx, wanted), note: JSON.stringify(wanted.note) }
  const kept = id ?? newId()
  try {
    if (id === undefined)
      await ctx.db
        .insertInto('fees')
        .values({ ...row, id: kept })
        .execute()
    else {
      const changed = await ctx.db.updateTable('fees').set(row).where('id', '=', id).executeTakeFirst()
      if (changed.numUpdatedRows === 0n) throw notFound()
    }
  } catch (error) {
    throw isUniqueViolation(error) ? new AppError('already_exists') : error
  }
  await audit(ctx, 'fee.saved', { kind: 'fee', id: kept }, { ...wanted })
  ctx.emit('knowledge.changed', { articleIds: [] })
  return { id: kept }
}

/** Adds lines, and replaces the amounts of those that are there already: all of them or none. */
export async function saveFees(ctx: Context, lines: readonly FeeLine[]): Promise<{ saved: number }> {
  await ctx.db
    .insertInto('fees')
    .values(lines.map(line => ({ ...rowOf(ctx, line), id: newId(), note: '{}' })))
    .onConflict(conflict =>
      conflict.columns(['asset', 'network']).doUpdateSet(eb => ({
        deposit: eb.ref('excluded.deposit'),
        withdrawal: eb.ref('excluded.withdrawal'),
        least_deposit: eb.ref('excluded.least_deposit'),
        least_withdrawal: eb.ref('excluded.least_withdrawal'),
        updated_at: eb.ref('excluded.updated_at'),
        updated_by: eb.ref('excluded.updated_by'),
      })),
    )
    .execute()
  await audit(ctx, 'fees.saved', { kind: 'fee', id: null }, { fees: lines })
  ctx.emit('knowledge.changed', { articleIds: [] })
  return { saved: lines.length }
}

const rowOf = (ctx: Context, line: FeeLine) => ({
  asset: line.asset,
  network: line.network,
  deposit: line.deposit,
  withdrawal: line.withdrawal,
  least_deposit: line.leastDeposit,
  least_withdrawal: line.leastWithdrawal,
  updated_at: ctx.now,
  updated_by: ctx.actor.kind === 'staff' ? actorId(ctx.actor) : null,
})

export async function deleteFee(ctx: Context, id: string): Promise<void> {
  const deleted = await ctx.db.deleteFrom('fees').where('id', '=', id).returningAll().executeTakeFirst()
  if (!deleted) throw notFound()
  await audit(ctx, 'fee.deleted', { kind: 'fee', id }, { before: deleted })
  ctx.emit('knowledge.changed', { articleIds: [] })
}
