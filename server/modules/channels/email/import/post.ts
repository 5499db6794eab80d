// One import in the hands of one node: whatever is written about it is written only as long as that holds and nobody stopped it.
import type { UpdateObject } from 'kysely'
import { type Context, type Desk, system } from '../../../../platform/context.ts'
import type { Tables } from '../../../../platform/db.ts'
import { type ImportRow, importById } from './import-rows.ts'

export interface ImportPost {
  importId: string
  /** The node that reads. */
  nodeId: string
}

/** Somebody stopped the import, or another node has it. */
export class NotGoing extends Error {}

export const author = system('import')

/** Throws NotGoing. */
export async function loadImport(desk: Desk, { importId, nodeId }: ImportPost): Promise<ImportRow> {
  const row = await importById(desk.read(author), importId)
  if (row?.node_id !== nodeId || row.state !== 'running') throw new NotGoing()
  return row
}

/** Throws NotGoing, which ends the transaction. */
export async function noteImport(
  ctx: Context,
  { importId, nodeId }: ImportPost,
  set: UpdateObject<Tables, 'mail_imports'>,
): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('mail_imports')
    .set(set)
    .where('id', '=', importId)
    .where('node_id', '=', nodeId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new NotGoing()
}

/** Lets another node, or this one again, have it at once. */
export const giveUpImport = (desk: Desk, { importId, nodeId }: ImportPost): Promise<void> =>
  desk.transact(author, async ctx => {
    await ctx.db
      .updateTable('mail_imports')
      .set({ node_id: null })
      .where('id', '=', importId)
      .where('node_id', '=', nodeId)
      .execute()
  })
