// Asking somebody in: by a link that goes out by mail, or is handed over when the desk can't send any.
import type { Invitation, Invite } from '../../../contract/identity.ts'
import type { Context, ReadContext } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { existingTeams, refuseHigherRole, staffByEmail } from './access.ts'
import { audit } from './audit.ts'
import { linkUrl, makeLink, sealToken } from './links.ts'

const about = (id: string) => ({ kind: 'invitation', id })

/**
 * Invites somebody; an earlier invitation to the same address is void.
 * @throws already_exists, forbidden, not_found (a team)
 */
export async function invite(
  ctx: Context,
  { email, role, teamIds }: Invite,
): Promise<{ invitation: Invitation; link: string | null }> {
  refuseHigherRole(ctx.actor, role)
  const teams = await existingTeams(ctx, teamIds)
  if (await staffByEmail(ctx, email)) throw new AppError('already_exists')
  await ctx.db
    .deleteFrom('one_time_links')
    .where('kind', '=', 'invitation')
    .where(eb => eb(eb.fn('lower', ['email']), '=', eb.fn('lower', [eb.val(email)])))
    .where('used_at', 'is', null)
    .execute()
  const created_by = ctx.actor.kind === 'staff' ? ctx.actor.id : null
  const { id, token } = await makeLink(ctx, 'invitation', { email, role, team_ids: teams, created_by })
  await audit(ctx, 'invitation.created', about(id), { role, teamIds: teams })
  if (ctx.mail.configured) ctx.emit('invitation.created', { linkId: id, sealedToken: sealToken(ctx, token) })
  const link = ctx.mail.configured ? null : linkUrl('invitation', token, ctx.publicUrl)
  const invitation = (await openInvitations(ctx)).invitations.find(open => open.id === id)!
  return { invitation, link }
}

/** The invitations that can still be accepted, the latest first. */
export async function openInvitations(
  ctx: Pick<ReadContext, 'db' | 'now'>,
): Promise<{ invitations: Invitation[] }> {
  const rows = await ctx.db
    .selectFrom('one_time_links')
    .select(['id', 'email', 'role', 'team_ids', 'created_at', 'expires_at'])
    .where('kind', '=', 'invitation')
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .orderBy('id', 'desc')
    .execute()
  const invitations = rows.map(row => ({
    id: row.id,
    email: row.email!,
    role: row.role!,
    teamIds: row.team_ids,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }))
  return { invitations }
}

/** @throws not_found when there is no such invitation any more */
export async function revokeInvitation(ctx: Context, id: string): Promise<void> {
  const revoked = await ctx.db
    .deleteFrom('one_time_links')
    .where('kind', '=', 'invitation')
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (revoked.numDeletedRows === 0n) throw notFound()
  await audit(ctx, 'invitation.revoked', about(id))
}
