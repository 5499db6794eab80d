// Whoever holds an invitation becomes a colleague, with a name and a password of their own.
import { done } from '../../../contract/common.ts'
import type { AcceptInvitation, LookAtLink } from '../../../contract/identity.ts'
import { type Desk, nobody, type ReadContext, system } from '../../platform/context.ts'
import type { Answer, Caller } from '../../platform/routes.ts'
import { audit } from './audit.ts'
import { createStaff } from './create-staff.ts'
import { findLink, takeLink } from './links.ts'
import { refuseWeak } from './password.ts'
import { hashPassword } from './password-hash.ts'
import { startSession, withSession } from './sessions.ts'

/**
 * Accepts an invitation and signs the new colleague in.
 * @throws token_invalid, link_used, weak_password, already_exists
 */
export async function acceptInvitation(
  desk: Desk,
  { token, name, password }: AcceptInvitation,
  caller: Caller,
): Promise<Answer<typeof done>> {
  const { email } = await findLink(desk.read(nobody), 'invitation', token)
  refuseWeak(password, { name, email: email! }, desk.publicUrl)
  const passwordHash = await hashPassword(password)
  const started = await desk.transact(system('invitation'), async ctx => {
    const link = await takeLink(ctx, 'invitation', token)
    const person = { name, email: link.email!, role: link.role!, locale: caller.locale, passwordHash }
    const id = await createStaff(ctx, { ...person, teamIds: link.team_ids }, caller.ip)
    await audit(ctx, 'invitation.accepted', { kind: 'invitation', id: link.id }, { staffId: id }, caller.ip)
    return startSession(ctx, id, caller, false)
  })
  return withSession(done, started, desk.publicUrl)
}

/**
 * What the page behind a link has to show before it is used.
 * @throws token_invalid, link_used
 */
export async function lookAtLink(
  ctx: ReadContext,
  { kind, token }: LookAtLink,
): Promise<{ email: string | null; expiresAt: string }> {
  const link = await findLink(ctx, kind, token)
  return { email: link.email, expiresAt: link.expires_at.toISOString() }
}
