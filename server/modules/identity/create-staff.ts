// The one way a member of staff comes to be, whoever asked them in.
import type { Role } from '../../../contract/permissions.ts'
import type { Context } from '../../platform/context.ts'
import { AppError, isUniqueViolation } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { aboutStaff, audit } from './audit.ts'

export interface NewStaff {
  name: string
  email: string
  role: Role
  locale: string
  passwordHash: string
  teamIds?: string[]
}

/**
 * Creates a member of staff; gives the id.
 * @throws already_exists when the address is somebody's already
 */
export async function createStaff(ctx: Context, given: NewStaff, ip: string | null = null): Promise<string> {
  const { name, email, role, locale, passwordHash } = given
  const id = newId()
  await ctx.db
    .insertInto('staff')
    .values({ id, name, email, role, locale, password_hash: passwordHash, created_at: ctx.now })
    .execute()
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? new AppError('already_exists') : error
    })
  if (given.teamIds?.length) {
    // A team that was deleted since somebody was asked into it is left out.
    await ctx.db
      .insertInto('team_members')
      .columns(['team_id', 'staff_id'])
      .expression(eb =>
        eb
          .selectFrom('teams')
          .select(['id as team_id', eb.val(id).as('staff_id')])
          .where('id', 'in', given.teamIds!)
          .where('deleted_at', 'is', null),
      )
      .execute()
  }
  ctx.emit('staff.created', { staffId: id })
  await audit(ctx, 'staff.created', aboutStaff(id), { role }, ip)
  return id
}
