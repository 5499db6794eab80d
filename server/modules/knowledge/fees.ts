// What deposits and withdrawals cost and how much they have to be, in one place for articles, search and the bot.
import type { Fee, SaveFee } from '../../../contract/knowledge.ts'
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
  const row = {
    asset: wanted.asset,
    network: wanted.network,
    deposit: wanted.deposit,
    withdrawal: wanted.withdrawal,
    least_deposit: wanted.leastDeposit,
    least_withdrawal: wanted.leastWithdrawal,
    note: JSON.stringify(wanted.note),
    updated_at: ctx.now,
    updated_by: ctx.actor.kind === 'staff' ? actorId(ctx.actor) : null,
  }
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

export async function deleteFee(ctx: Context, id: string): Promise<void> {
  const deleted = await ctx.db.deleteFrom('fees').where('id', '=', id).executeTakeFirst()
  if (deleted.numDeletedRows === 0n) throw notFound()
  await audit(ctx, 'fee.deleted', { kind: 'fee', id }, {})
  ctx.emit('knowledge.changed', { articleIds: [] })
}
