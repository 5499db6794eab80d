// Who reads the pages of the site. A token of the exchange opens exactly the customer it names; a mailbox opens those who
// write from its address, and nobody who only said it was theirs.
import type { CustomerActor, Desk } from '../../platform/context.ts'
import { nobody } from '../../platform/context.ts'
import { customersOfAddresses } from './customer-of-address.ts'
import { takeLink } from './mail-links.ts'
import { openSession } from './open-session.ts'
import { activeSession, createSession, endSession, type Session } from './session-rows.ts'

export interface SiteReader {
  /**
   * As whom they act. Of a mailbox: the customer whom its mails prove, then, where there is one, the customer of what came
   * in under its address without proof. The two stay different people.
   */
  actors: [CustomerActor, ...CustomerActor[]]
  /** The mailbox that opened the session; null when the exchange did. */
  address: string | null
}

/** Who is signed in with a token of the site's cookie; undefined for nobody. Tokens of the widget's visitors are none. */
export async function readerOf(desk: Desk, token: string): Promise<SiteReader | undefined> {
  const ctx = desk.read(nobody)
  const session = await activeSession(ctx, token)
  if (!session || (!session.verified && session.address === null)) return undefined
  const usual = actorOf(session, session.customerId)
  if (session.address === null) return { actors: [usual], address: null }
  const unproven = await ctx.db
    .selectFrom('customer_addresses')
    .select('customer_id')
    .where('address', '=', session.address)
    .where('proven', '=', false)
    .execute()
  const others = unproven.map(({ customer_id: id }) => actorOf(session, id))
  return { actors: [usual, ...others], address: session.address }
}

const actorOf = ({ verified, id: sessionId }: Session, id: string): CustomerActor => ({
  kind: 'customer',
  id,
  verified,
  sessionId,
})

export interface SiteSession {
  token: string
  expiresAt: Date
}

/**
 * Opens the session of the customer whom the exchange names; the session before it ends, unless it is the same customer's.
 * @throws AppError token_invalid, token_expired, token_reused
 */
export async function enterByToken(
  desk: Desk,
  identity: string,
  before: string | undefined,
  locale: string,
): Promise<SiteSession> {
  const { token, expiresAt } = await openSession(desk, { identity, visitorToken: before }, locale)
  return { token, expiresAt: new Date(expiresAt) }
}

/**
 * Uses a link in a mail up and opens the session of its mailbox; the session before it ends.
 * @throws AppError token_invalid, link_used
 */
export function enterByLink(
  desk: Desk,
  link: string,
  before: string | undefined,
): Promise<{ session: SiteSession; number: number | null }> {
  return desk.transact(nobody, async ctx => {
    const { address, locale, request_number: number } = await takeLink(ctx, link)
    const old = await activeSession(ctx, before)
    if (old) await endSession(ctx, old.id)
    const [customerId] = await customersOfAddresses(ctx, [{ address, proven: true, name: null, locale }])
    const { token, session } = await createSession(ctx, customerId!, false, address)
    return { session: { token, expiresAt: session.expiresAt }, number }
  })
}

/** Signs out: the token is worth nothing afterwards. */
export async function leaveSite(desk: Desk, token: string | undefined): Promise<void> {
  await desk.transact(nobody, async ctx => {
    const session = await activeSession(ctx, token)
    if (session) await endSession(ctx, session.id)
  })
}
