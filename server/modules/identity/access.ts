// The only way to a member of staff or a team that somebody wants to change: load, lock and check in one.
import { type Role, rolePermissions } from '../../../contract/permissions.ts'
import { type Actor, type Context, may, type ReadContext } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'

/** Whether the actor holds all that a role may: nobody hands out, or takes over, more than they have. */
export const coversRole = (actor: Actor, role: Role): boolean =>
  rolePermissions[role].every(permission => may(actor, permission))

/** @throws forbidden */
export function refuseHigherRole(actor: Actor, role: Role): void {
  if (!coversRole(actor, role)) throw new AppError('forbidden')
}

const columns = ['id', 'name', 'email', 'role', 'disabled_at', 'totp_confirmed_at'] as const

/**
 * A member of staff, locked, whom the actor may administer.
 * @throws not_found, forbidden
 */
export async function staffToChange(ctx: Context, id: string) {
  const staff = await ctx.db
    .selectFrom('staff')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!staff) throw notFound()
  refuseHigherRole(ctx.actor, staff.role)
  return staff
}

/**
 * A team, locked.
 * @throws not_found
 */
export async function teamToChange(ctx: Context, id: string) {
  const team = await ctx.db
    .selectFrom('teams')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!team) throw notFound()
  return team
}

/**
 * Makes sure that all these teams exist; gives them without repetition.
 * @throws not_found
 */
export async function existingTeams(
  { db }: Pick<ReadContext, 'db'>,
  ids: readonly string[],
): Promise<string[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const found = await db
    .selectFrom('teams')
    .select('id')
    .where('id', 'in', wanted)
    .where('deleted_at', 'is', null)
    .execute()
  if (found.length < wanted.length) throw notFound()
  return wanted
}

/** Whoever has this address, however it is spelled. */
export const staffByEmail = ({ db }: Pick<ReadContext, 'db'>, email: string) =>
  db
    .selectFrom('staff')
    .selectAll()
    .where(eb => eb(eb.fn('lower', ['email']), '=', eb.fn('lower', [eb.val(email)])))
    .executeTakeFirst()

export type StaffRow = NonNullable<Awaited<ReturnType<typeof staffByEmail>>>
