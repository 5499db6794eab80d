// Sessions as rows: found by the hash of their token, extended, ended. The token itself is never stored.
import type { Context, Desk, ReadContext, Statement } from '../../platform/context.ts'
import { type CustomerActor, nobody } from '../../platform/context.ts'
import { hashSecret, newId, newSecret } from '../../platform/ids.ts'

const day = 24 * 60 * 60 * 1000

/** How a session was opened: by nothing, by a token of the exchange, or by a link in a mail. */
export type Way = 'anonymous' | 'verified' | 'mail'
const lifetimes: Record<Way, number> = { anonymous: 365 * day, verified: day / 2, mail: 7 * day }

const prefixes: Record<Way, string> = { anonymous: 'blst_visit', verified: 'blst_cust', mail: 'blst_mail' }
export const looksVerified = (token: string): boolean => token.startsWith(`${prefixes.verified}_`)
const looksLikeOurs = (token: string) =>
  Object.values(prefixes).some(prefix => token.startsWith(`${prefix}_`))

export interface Session {
  id: string
  customerId: string
  verified: boolean
  /** The mailbox through which it was opened. */
  address: string | null
  expiresAt: Date
}

const wayOf = ({ verified, address }: Pick<Session, 'verified' | 'address'>): Way =>
  address !== null ? 'mail' : verified ? 'verified' : 'anonymous'

const findActive: Statement = {
  name: 'find_customer_session',
  text: `select id, customer_id as "customerId", verified, address, expires_at as "expiresAt" from customer_sessions
    where token_hash = $1 and ended_at is null and expires_at > $2`,
}

/** The open session of a token, if it has one. */
export async function activeSession(
  ctx: Pick<ReadContext, 'run' | 'now'>,
  token: string | undefined,
): Promise<Session | undefined> {
  if (!token || !looksLikeOurs(token)) return undefined
  const [session] = await ctx.run<Session>(findActive, [hashSecret(token), ctx.now])
  return session
}

const remembered = new WeakMap<Desk, Map<string, { session: Session; until: number }>>()
const rememberedMs = 1_000
const mostRemembered = 20_000

/**
 * Whose token this is, of those that clients use: a customer, or nobody. A session that was seen a second ago is not looked up again; one that
 * ends is forgotten at once on every node that hears of it, and within that second on any.
 */
export async function authenticateCustomer(
  desk: Desk,
  token: string,
): Promise<CustomerActor | typeof nobody> {
  const sessions = remembered.get(desk) ?? new Map<string, { session: Session; until: number }>()
  remembered.set(desk, sessions)
  const known = sessions.get(token)
  const fresh = known && known.until > performance.now() && known.session.expiresAt > desk.clock()
  const session = fresh ? known.session : await activeSession(desk.read(nobody), token)
  // A link in a mail opens the pages of the site, where it is known what it proves, and nothing else.
  if (!session || session.address !== null) return nobody
  if (!fresh) {
    if (sessions.size >= mostRemembered) sessions.clear()
    sessions.set(token, { session, until: performance.now() + rememberedMs })
  }
  return { kind: 'customer', id: session.customerId, verified: session.verified, sessionId: session.id }
}

/** Has sessions looked up again. */
export function forgetSessions(desk: Desk): void {
  remembered.get(desk)?.clear()
}

/** A new session and its token; `address` is the mailbox that opened it. */
export async function createSession(
  ctx: Context,
  customerId: string,
  verified: boolean,
  address: string | null = null,
) {
  const way = wayOf({ verified, address })
  const token = newSecret(prefixes[way])
  const expiresAt = new Date(ctx.now.getTime() + lifetimes[way])
  const session = { id: newId(), customerId, verified, address, expiresAt }
  await ctx.db
    .insertInto('customer_sessions')
    .values({
      id: session.id,
      token_hash: hashSecret(token),
      customer_id: customerId,
      verified,
      address,
      created_at: ctx.now,
      expires_at: expiresAt,
    })
    .execute()
  await endInTime(ctx, session)
  return { token, session }
}

/** Lets a session last its full time again, from now on. */
export async function extendSession(ctx: Context, session: Session): Promise<Session> {
  const expiresAt = new Date(ctx.now.getTime() + lifetimes[wayOf(session)])
  await ctx.db
    .updateTable('customer_sessions')
    .set({ expires_at: expiresAt })
    .where('id', '=', session.id)
    .execute()
  const extended = { ...session, expiresAt }
  await endInTime(ctx, extended)
  return extended
}

// An open socket asks nobody whether its session has run out, so the end has to come to it.
async function endInTime(ctx: Context, { id, verified, expiresAt }: Session): Promise<void> {
  if (verified) await ctx.enqueueAt(`customer-session:${id}`, expiresAt, 'endCustomerSession', { id })
}

/** Ends a session everywhere: its token is nobody's from now on, and its open connections are closed. */
export async function endSession(ctx: Context, sessionId: string): Promise<void> {
  const ended = await ctx.db
    .updateTable('customer_sessions')
    .set({ ended_at: ctx.now })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .returning(['customer_id', 'verified'])
    .executeTakeFirst()
  if (!ended) return
  ctx.emit('customer_session.ended', { sessionId, customerId: ended.customer_id })
  if (ended.verified) await ctx.enqueueAt(`customer-session:${sessionId}`, null, 'endCustomerSession', {})
}
