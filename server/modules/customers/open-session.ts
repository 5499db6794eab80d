// Opens or continues a customer's session. What was proven decides who this is; a token made up by its sender proves nothing.
import type { CustomerSession, OpenSession } from '../../../contract/customers.ts'
import { type Context, type Desk, nobody } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Claims } from './claims.ts'
import { customerOf } from './queries.ts'
import {
  activeSession,
  createSession,
  endSession,
  extendSession,
  looksVerified,
  type Session,
} from './session-rows.ts'
import { verifiedCustomer } from './verified-customer.ts'
import { verifyIdentity } from './verify-identity.ts'

/**
 * With `identity`: the session of exactly the customer it names. Without: the session that `visitorToken` opened, or a new
 * anonymous customer.
 * @throws AppError token_invalid, token_expired, token_reused; never another customer instead
 */
export async function openSession(
  desk: Desk,
  { visitorToken, identity, locale }: OpenSession,
  usualLocale: string,
): Promise<CustomerSession> {
  if (identity === undefined) {
    return desk.transact(nobody, ctx => continueOrStart(ctx, visitorToken, locale, usualLocale))
  }
  const claims = await verifyIdentity(desk.read(nobody), identity)
  return desk.transact(nobody, ctx => openVerified(ctx, claims, visitorToken, locale ?? usualLocale))
}

async function continueOrStart(
  ctx: Context,
  token: string | undefined,
  locale: string | undefined,
  usualLocale: string,
): Promise<CustomerSession> {
  const session = await activeSession(ctx, token)
  // One that a mail opened is the site's, and lasts no longer than it did.
  if (session?.address === null && token) {
    await seen(ctx, session.customerId, locale)
    // Only the exchange can make a verified session last longer.
    return answer(ctx, token, session.verified ? session : await extendSession(ctx, session))
  }
  if (token && looksVerified(token)) throw new AppError('token_expired')
  const started = await createSession(ctx, await anonymousCustomer(ctx, locale ?? usualLocale), false)
  return answer(ctx, started.token, started.session)
}

async function openVerified(
  ctx: Context,
  claims: Claims,
  token: string | undefined,
  locale: string,
): Promise<CustomerSession> {
  await useOnce(ctx, claims)
  const customerId = await verifiedCustomer(ctx, claims, locale)
  const before = await activeSession(ctx, token)
  if (before && token && before.verified && before.customerId === customerId) {
    return answer(ctx, token, await extendSession(ctx, before))
  }
  if (before) await endSession(ctx, before.id)
  const opened = await createSession(ctx, customerId, true)
  return answer(ctx, opened.token, opened.session)
}

async function useOnce(ctx: Context, { jti, exp }: Claims): Promise<void> {
  const used = await ctx.db
    .insertInto('used_token_ids')
    .values({ jti, expires_at: new Date(exp * 1000) })
    .onConflict(conflict => conflict.doNothing())
    .returning('jti')
    .executeTakeFirst()
  if (!used) throw new AppError('token_reused')
}

async function anonymousCustomer(ctx: Context, locale: string): Promise<string> {
  const id = newId()
  await ctx.db.insertInto('customers').values({ id, locale, created_at: ctx.now, seen_at: ctx.now }).execute()
  return id
}

async function seen(ctx: Context, customerId: string, locale: string | undefined): Promise<void> {
  await ctx.db
    .updateTable('customers')
    .set({ seen_at: ctx.now, ...(locale && { locale }) })
    .where('id', '=', customerId)
    .execute()
}

async function answer(ctx: Context, token: string, session: Session): Promise<CustomerSession> {
  const customer = await customerOf(ctx, session.customerId)
  return { token, customer, expiresAt: session.expiresAt.toISOString() }
}
