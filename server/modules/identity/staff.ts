// Who works here, as colleagues and as administrators see it. Secrets are not even selected.
import type { StaffMember } from '../../../contract/identity.ts'
import { may, type ReadContext } from '../../platform/context.ts'

/** All staff by name, those who have left included; addresses only for those who administer staff. */
export async function staffList(ctx: ReadContext, id?: string): Promise<{ staff: StaffMember[] }> {
  let query = ctx.db
    .selectFrom('staff')
    .select(['id', 'name', 'email', 'role', 'totp_confirmed_at', 'disabled_at', 'created_at'])
    .select(eb =>
      eb
        .selectFrom('team_members')
        .whereRef('staff_id', '=', 'staff.id')
        .select(({ fn, ref }) => fn.agg<string[] | null>('array_agg', [ref('team_id')]).as('ids'))
        .as('team_ids'),
    )
    .orderBy('name')
    .orderBy('id')
  if (id) query = query.where('id', '=', id)
  const seesAddresses = may(ctx.actor, 'staff.write')
  const staff = (await query.execute()).map(row => ({
    id: row.id,
    name: row.name,
    email: seesAddresses ? row.email : null,
    role: row.role,
    teamIds: row.team_ids ?? [],
    twoFactor: row.totp_confirmed_at !== null,
    disabled: row.disabled_at !== null,
    createdAt: row.created_at.toISOString(),
  }))
  return { staff }
}

export async function staffMember(ctx: ReadContext, id: string): Promise<StaffMember> {
  return (await staffList(ctx, id)).staff[0]!
}
