// Starting and ending sessions. Only the hash of a token is kept; whoever reads the database can't sign in with it.
import type { Context } from '../../platform/context.ts'
import { hashSecret, newId, newSecret } from '../../platform/ids.ts'
import { Answer, type Caller } from '../../platform/routes.ts'
import { cookieFor } from './cookie.ts'

const hour = 3_600
export const idleSeconds = 12 * hour
export const longestSeconds = 7 * 24 * hour

export interface StartedSession {
  id: string
  token: string
}

/** Starts a session for somebody who has proven who they are. */
export async function startSession(
  ctx: Context,
  staffId: string,
  caller: Pick<Caller, 'ip' | 'userAgent'>,
  secondFactor: boolean,
): Promise<StartedSession> {
  const started = { id: newId(), token: newSecret('blst_session') }
  await ctx.db
    .insertInto('staff_sessions')
    .values({
      id: started.id,
      token_hash: hashSecret(started.token),
      staff_id: staffId,
      second_factor: secondFactor,
      ip: caller.ip,
      user_agent: caller.userAgent,
      created_at: ctx.now,
      seen_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + idleSeconds * 1_000),
    })
    .execute()
  return started
}

/** Ends the sessions of a member of staff, all or those of `which`; their sockets close. Gives how many there were. */
export async function endSessions(
  ctx: Context,
  staffId: string,
  which: { only?: string; except?: string } = {},
): Promise<number> {
  let ending = ctx.db
    .updateTable('staff_sessions')
    .set({ ended_at: ctx.now })
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
  if (which.only) ending = ending.where('id', '=', which.only)
  if (which.except) ending = ending.where('id', '!=', which.except)
  const ended = await ending.returning('id').execute()
  if (ended.length > 0) ctx.emit('session.ended', { sessionIds: ended.map(({ id }) => id) })
  return ended.length
}

/** An answer that makes the browser use a session from now on. */
export const withSession = <T>(body: T, { token }: StartedSession, publicUrl: string): Answer<T> =>
  new Answer(body, { 'set-cookie': cookieFor(token, publicUrl, longestSeconds) })
