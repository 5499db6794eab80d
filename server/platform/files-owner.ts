// Whose the folder of files is: the database has an id, and the folder names the same one.
import type { ReadContext, Statement } from './context.ts'

const readId: Statement = { name: 'files_owner', text: 'select id from files_owner' }

/** The database's id. */
export async function filesOwner(ctx: Pick<ReadContext, 'run'>): Promise<string> {
  const [row] = await ctx.run<{ id: string }>(readId, [])
  return row!.id
}
