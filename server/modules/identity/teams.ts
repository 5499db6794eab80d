// Teams: names for groups of colleagues. A deleted one stays in the table for what remembers it.
import type { Team, WriteTeam } from '../../../contract/identity.ts'
import type { Context, ReadContext } from '../../platform/context.ts'
import { AppError, isUniqueViolation, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { teamToChange } from './access.ts'
import { audit } from './audit.ts'

const about = (id: string) => ({ kind: 'team', id })

/** All teams by name, with their members. */
export async function teamList(ctx: ReadContext, id?: string): Promise<{ teams: Team[] }> {
  let query = ctx.db
    .selectFrom('teams')
    .select(['id', 'name', 'public_names', 'created_at'])
    .select(eb =>
      eb
        .selectFrom('team_members')
        .whereRef('team_id', '=', 'teams.id')
        .select(({ fn, ref }) => fn.agg<string[] | null>('array_agg', [ref('staff_id')]).as('ids'))
        .as('member_ids'),
    )
    .where('deleted_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
  if (id) query = query.where('id', '=', id)
  const teams = (await query.execute()).map(row => ({
    id: row.id,
    name: row.name,
    publicNames: row.public_names,
    memberIds: row.member_ids ?? [],
    createdAt: row.created_at.toISOString(),
  }))
  return { teams }
}

const team = async (ctx: ReadContext, id: string): Promise<Team> => (await teamList(ctx, id)).teams[0]!

const nameTaken = (error: unknown) => {
  throw isUniqueViolation(error) ? new AppError('already_exists') : error
}

const stored = (names: WriteTeam['publicNames'] = {}) => JSON.stringify(names)

/** @throws already_exists */
export async function createTeam(ctx: Context, { name, publicNames }: WriteTeam): Promise<Team> {
  const id = newId()
  await ctx.db
    .insertInto('teams')
    .values({ id, name, public_names: stored(publicNames), created_at: ctx.now })
    .execute()
    .catch(nameTaken)
  await audit(ctx, 'team.created', about(id), { name })
  ctx.emit('team.changed', { teamId: id })
  return team(ctx, id)
}

/** @throws not_found, already_exists */
export async function renameTeam(ctx: Context, id: string, { name, publicNames }: WriteTeam): Promise<Team> {
  const before = await teamToChange(ctx, id)
  const set = { name, ...(publicNames && { public_names: stored(publicNames) }) }
  await ctx.db.updateTable('teams').set(set).where('id', '=', id).execute().catch(nameTaken)
  await audit(ctx, 'team.renamed', about(id), { before: before.name, after: name })
  ctx.emit('team.changed', { teamId: id })
  return team(ctx, id)
}

/**
 * Makes exactly these people the members of a team.
 * @throws not_found (the team, or somebody)
 */
export async function setTeamMembers(ctx: Context, id: string, memberIds: readonly string[]): Promise<Team> {
  await teamToChange(ctx, id)
  const wanted = [...new Set(memberIds)]
  const known = wanted.length
    ? await ctx.db.selectFrom('staff').select('id').where('id', 'in', wanted).execute()
    : []
  if (known.length < wanted.length) throw notFound()
  const present = new Set((await team(ctx, id)).memberIds)
  const left = [...present].filter(staffId => !wanted.includes(staffId))
  const joined = wanted.filter(staffId => !present.has(staffId))
  if (left.length > 0)
    await ctx.db.deleteFrom('team_members').where('team_id', '=', id).where('staff_id', 'in', left).execute()
  if (joined.length > 0)
    await ctx.db
      .insertInto('team_members')
      .values(joined.map(staff_id => ({ team_id: id, staff_id })))
      .onConflict(conflict => conflict.doNothing())
      .execute()
  if (left.length + joined.length > 0) await tell(ctx, id, { left, joined })
  return team(ctx, id)
}

async function tell(ctx: Context, id: string, changed: { left: string[]; joined: string[] }): Promise<void> {
  await audit(ctx, 'team.members_changed', about(id), changed)
  ctx.emit('team.changed', { teamId: id })
  for (const staffId of [...changed.left, ...changed.joined]) ctx.emit('staff.changed', { staffId })
}

/** @throws not_found */
export async function deleteTeam(ctx: Context, id: string): Promise<void> {
  const { name } = await teamToChange(ctx, id)
  await ctx.db.updateTable('teams').set({ deleted_at: ctx.now }).where('id', '=', id).execute()
  const members = await ctx.db
    .deleteFrom('team_members')
    .where('team_id', '=', id)
    .returning('staff_id')
    .execute()
  await audit(ctx, 'team.deleted', about(id), { name })
  ctx.emit('team.deleted', { teamId: id })
  for (const { staff_id } of members) ctx.emit('staff.changed', { staffId: staff_id })
}
