// What other modules may know of staff and teams: names and whether they are still there, nothing more.
import type { Role } from '../../../contract/permissions.ts'
import type { Actor, ReadContext, StaffActor } from '../../platform/context.ts'
import { permissionsOf } from './authenticate.ts'

type Reader = Pick<ReadContext, 'db'>

/** The names of all staff by id, also of those who have left. */
export async function staffNames({ db }: Reader): Promise<Map<string, string>> {
  const rows = await db.selectFrom('staff').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The names of all teams by id, also of deleted ones. */
export async function teamNames({ db }: Reader): Promise<Map<string, string>> {
  const rows = await db.selectFrom('teams').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What customers know teams as in a language, by id; without those that have no name for them. */
export async function publicTeamNames(
  { db }: Reader,
  ids: readonly string[],
  locale: string,
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('teams')
    .select(['id', 'public_names'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(
    rows.flatMap(({ id, public_names: names }) =>
      Object.hasOwn(names, locale) ? [[id, names[locale]!] as const] : [],
    ),
  )
}

export interface Colleague {
  id: string
  name: string
  role: Role
  disabled: boolean
}

/** One member of staff, or undefined. */
export async function staffById({ db }: Reader, id: string): Promise<Colleague | undefined> {
  const row = await db
    .selectFrom('staff')
    .select(['id', 'name', 'role', 'disabled_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id: row.id, name: row.name, role: row.role, disabled: row.disabled_at !== null }
}

/** Whoever works here under an address; undefined also for one who has left. */
export const staffByEmail = (
  { db }: Reader,
  email: string,
): Promise<{ id: string; name: string } | undefined> =>
  db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where(eb => eb.fn('lower', ['email']), '=', email.toLowerCase())
    .where('disabled_at', 'is', null)
    .executeTakeFirst()

/** Who stands behind what is done: the member of staff, or whoever made the key; null where it is nobody's own doing. */
export async function staffBehind({ db }: Reader, actor: Actor): Promise<string | null> {
  if (actor.kind === 'staff') return actor.id
  if (actor.kind !== 'key') return null
  const row = await db
    .selectFrom('api_keys')
    .select('created_by')
    .where('id', '=', actor.id)
    .executeTakeFirst()
  return row?.created_by ?? null
}

/** One team that still exists, or undefined. */
export const teamById = ({ db }: Reader, id: string): Promise<{ id: string; name: string } | undefined> =>
  db
    .selectFrom('teams')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()

/** The teams of several members of staff, by their id. */
export async function teamIdsByStaff(
  { db }: Reader,
  staffIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (staffIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('team_members')
    .selectAll()
    .where('staff_id', 'in', [...staffIds])
    .execute()
  const teams = new Map<string, string[]>()
  for (const { staff_id: id, team_id: team } of rows) teams.set(id, [...(teams.get(id) ?? []), team])
  return teams
}

/** The leads of a team, by id; where it has none, or for no team, all leads. Nobody who has left. */
export async function leadsOf({ db }: Reader, teamId: string | null): Promise<string[]> {
  const leads = await db
    .selectFrom('staff')
    .leftJoin('team_members', join =>
      join.onRef('team_members.staff_id', '=', 'staff.id').on('team_members.team_id', '=', teamId),
    )
    .select(['staff.id', 'team_members.team_id'])
    .where('role', '=', 'lead')
    .where('disabled_at', 'is', null)
    .orderBy('staff.id')
    .execute()
  const ofTeam = leads.filter(({ team_id: team }) => team !== null)
  return (ofTeam.length > 0 ? ofTeam : leads).map(({ id }) => id)
}

/** Who is in a team, by id. Nobody who has left. */
export async function membersOf({ db }: Reader, teamId: string): Promise<string[]> {
  const members = await db
    .selectFrom('team_members')
    .innerJoin('staff', 'staff.id', 'team_members.staff_id')
    .select('staff.id')
    .where('team_members.team_id', '=', teamId)
    .where('disabled_at', 'is', null)
    .orderBy('staff.id')
    .execute()
  return members.map(({ id }) => id)
}

/** Somebody in whose name something is done later, as they may act by now; undefined for one who has left. */
export async function actorForStaff(reader: Reader, id: string): Promise<StaffActor | undefined> {
  const colleague = await staffById(reader, id)
  if (!colleague || colleague.disabled) return undefined
  const teamIds = (await teamIdsByStaff(reader, [id])).get(id) ?? []
  const { name, role } = colleague
  return { kind: 'staff', id, name, permissions: permissionsOf(role), teamIds, sessionId: '' }
}
