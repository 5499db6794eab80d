// Administering people: staff, invitations, resets, teams.
import { z } from 'zod'
import { Done, done, Id } from '../../../contract/common.ts'
import * as shapes from '../../../contract/identity.ts'
import { type Route, route } from '../../platform/routes.ts'
import { acceptInvitation, lookAtLink } from './accept-invitation.ts'
import { invite, openInvitations, revokeInvitation } from './invite.ts'
import { confirmReset, requestReset, resetLinkFor } from './reset-password.ts'
import { staffList } from './staff.ts'
import { endSessionsOf, removeSecondFactorOf, updateStaff } from './update-staff.ts'

const tag = 'Staff'
const params = z.object({ id: Id })

export const staffRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/staff',
    allow: 'staff.read',
    summary: 'Everybody who works here',
    tag,
    answer: shapes.StaffList,
    read: ctx => staffList(ctx),
  }),
  route({
    method: 'PATCH',
    path: '/api/staff/{id}',
    allow: 'staff.write',
    summary: 'Change a colleague',
    tag,
    params,
    body: shapes.UpdateStaff,
    answer: shapes.StaffMember,
    write: (ctx, { params, body }) => updateStaff(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/api/staff/{id}/end-sessions',
    allow: 'staff.write',
    summary: 'Sign a colleague out everywhere',
    tag,
    params,
    answer: Done,
    write: async (ctx, { params }) => {
      await endSessionsOf(ctx, params.id)
      return done
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/staff/{id}/second-factor',
    allow: 'staff.write',
    summary: "Remove a colleague's second factor",
    tag,
    params,
    answer: Done,
    write: async (ctx, { params }) => {
      await removeSecondFactorOf(ctx, params.id)
      return done
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/{id}/reset-link',
    allow: 'staff.write',
    summary: 'Make a link for a new password, to hand over',
    tag,
    params,
    answer: shapes.HandOverLink,
    write: (ctx, { params }) => resetLinkFor(ctx, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/invitations',
    allow: 'staff.write',
    summary: 'Open invitations',
    tag,
    answer: shapes.Invitations,
    read: ctx => openInvitations(ctx),
  }),
  route({
    method: 'POST',
    path: '/api/invitations',
    allow: 'staff.write',
    summary: 'Invite a colleague',
    tag,
    body: shapes.Invite,
    answer: shapes.Invited,
    write: (ctx, { body }) => invite(ctx, body),
  }),
  route({
    method: 'DELETE',
    path: '/api/invitations/{id}',
    allow: 'staff.write',
    summary: 'Revoke an invitation',
    tag,
    params,
    answer: Done,
    write: async (ctx, { params }) => {
      await revokeInvitation(ctx, params.id)
      return done
    },
  }),
  route({
    method: 'POST',
    path: '/api/invitations/accept',
    allow: 'public',
    summary: 'Accept an invitation and sign in',
    tag,
    body: shapes.AcceptInvitation,
    answer: Done,
    direct: (desk, _, { body, caller }) => acceptInvitation(desk, body, caller),
  }),
  route({
    method: 'POST',
    path: '/api/links/look',
    allow: 'public',
    summary: 'Whether a one-time link is still good, and for whom',
    tag,
    body: shapes.LookAtLink,
    answer: shapes.LinkDetails,
    read: (ctx, { body }) => lookAtLink(ctx, body),
  }),
  route({
    method: 'POST',
    path: '/api/password-resets',
    allow: 'public',
    summary: 'Ask for a new password; the answer is the same for every address',
    tag,
    body: shapes.RequestReset,
    answer: Done,
    direct: (desk, _, { body, caller }) => requestReset(desk, body.email, caller),
  }),
  route({
    method: 'POST',
    path: '/api/password-resets/confirm',
    allow: 'public',
    summary: 'Set a new password by a link',
    tag,
    body: shapes.ConfirmReset,
    answer: Done,
    direct: (desk, _, { body, caller }) => confirmReset(desk, body, caller),
  }),
]
