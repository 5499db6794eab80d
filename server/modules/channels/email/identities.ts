// Names under which a mailbox also answers, as administrators keep them: for a team, or to be chosen.
import type { z } from 'zod'
import type { SaveIdentity } from '../../../../contract/outbound-mail.ts'
import type { Context } from '../../../platform/context.ts'
import { AppError, isUniqueViolation, notFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { teamById } from '../../identity/index.ts'
import { mailboxById } from './mailboxes.ts'

type Wanted = z.output<typeof SaveIdentity>

/** Throws `not_found`; `already_exists` where the mailbox has another one for the team. */
export async function addIdentity(ctx: Context, mailboxId: string, wanted: Wanted): Promise<{ id: string }> {
  if (!(await mailboxById(ctx, mailboxId))) throw notFound()
  const id = newId()
  const row = { ...(await rowOf(ctx, wanted)), id, mailbox_id: mailboxId, created_at: ctx.now }
  await ctx.db.insertInto('sender_identities').values(row).execute().catch(refuseSecond)
  return { id }
}

/** Throws `not_found`; `already_exists` where the mailbox has another one for the team. */
export async function changeIdentity(ctx: Context, id: string, wanted: Wanted): Promise<void> {
  const changed = await ctx.db
    .updateTable('sender_identities')
    .set(await rowOf(ctx, wanted))
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
    .catch(refuseSecond)
  if (changed.numUpdatedRows === 0n) throw notFound()
}

/** What was sent under it stays. Throws `not_found`. */
export async function removeIdentity(ctx: Context, id: string): Promise<void> {
  const removed = await ctx.db
    .updateTable('sender_identities')
    .set({ removed_at: ctx.now })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (removed.numUpdatedRows === 0n) throw notFound()
}

async function rowOf(ctx: Context, { name, address, teamId, signatures }: Wanted) {
  if (teamId && !(await teamById(ctx, teamId))) throw notFound()
  const said = Object.entries(signatures).filter(([, text]) => text !== '')
  const row = { name, address: address.toLowerCase(), team_id: teamId }
  return { ...row, signatures: JSON.stringify(Object.fromEntries(said)) }
}

function refuseSecond(error: unknown): never {
  throw isUniqueViolation(error) ? new AppError('already_exists') : error
}
