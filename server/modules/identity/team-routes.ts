// Teams.
import { z } from 'zod'
import { Done, done, Id } from '../../../contract/common.ts'
import * as shapes from '../../../contract/identity.ts'
import { type Route, route } from '../../platform/routes.ts'
import { createTeam, deleteTeam, renameTeam, setTeamMembers, teamList } from './teams.ts'

const tag = 'Teams'
const params = z.object({ id: Id })

export const teamRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/teams',
    allow: 'staff.read',
    summary: 'All teams with their members',
    tag,
    answer: shapes.Teams,
    read: ctx => teamList(ctx),
  }),
  route({
    method: 'POST',
    path: '/api/teams',
    allow: 'teams.write',
    summary: 'Create a team',
    tag,
    body: shapes.WriteTeam,
    answer: shapes.Team,
    write: (ctx, { body }) => createTeam(ctx, body),
  }),
  route({
    method: 'PATCH',
    path: '/api/teams/{id}',
    allow: 'teams.write',
    summary: 'Rename a team',
    tag,
    params,
    body: shapes.WriteTeam,
    answer: shapes.Team,
    write: (ctx, { params, body }) => renameTeam(ctx, params.id, body),
  }),
  route({
    method: 'PUT',
    path: '/api/teams/{id}/members',
    allow: 'teams.write',
    summary: 'Say who is in a team',
    tag,
    params,
    body: shapes.SetTeamMembers,
    answer: shapes.Team,
    write: (ctx, { params, body }) => setTeamMembers(ctx, params.id, body.memberIds),
  }),
  route({
    method: 'DELETE',
    path: '/api/teams/{id}',
    allow: 'teams.write',
    summary: 'Delete a team',
    tag,
    params,
    answer: Done,
    write: async (ctx, { params }) => {
      await deleteTeam(ctx, params.id)
      return done
    },
  }),
]
