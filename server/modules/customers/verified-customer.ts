// The customer whom the exchange names: the same one every time, and never one who was anonymous before.
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import type { Claims } from './claims.ts'
import { shownName } from './rules.ts'

/** An installation serves one exchange; a further issuer would be a further name here. */
const issuer = 'exchange'

/** Finds or adds the customer and takes over what the exchange says about them. Gives the id. */
export async function verifiedCustomer(ctx: Context, claims: Claims, locale: string): Promise<string> {
  const id = (await known(ctx, claims.sub)) ?? (await added(ctx, claims.sub, claims.locale ?? locale))
  await ctx.db
    .updateTable('customers')
    .set({ seen_at: ctx.now, ...(claims.locale && { locale: claims.locale }) })
    .where('id', '=', id)
    .execute()
  const profile = {
    name: shownName(claims.name),
    email: claims.email ?? null,
    tier: shownName(claims.tier),
    attributes: claims.attributes ?? {},
  }
  const { before } = await ctx.db
    .insertInto('customer_profiles')
    .values({ customer_id: id, ...profile })
    .onConflict(conflict => conflict.column('customer_id').doUpdateSet(profile))
    // A statement sees what stood there before it.
    .returning(eb =>
      eb.selectFrom('customer_profiles as p').select('p.tier').where('p.customer_id', '=', id).as('before'),
    )
    .executeTakeFirstOrThrow()
  if (before !== profile.tier) {
    ctx.emit('tier.changed', { customerId: id })
    ctx.emit('customer.changed', { customerId: id })
  }
  return id
}

async function known(ctx: Context, subject: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('customer_identities')
    .select('customer_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.customer_id
}

/** Two tabs of a new customer may arrive together: the second waits and finds what the first one made. */
async function added(ctx: Context, subject: string, locale: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${issuer} ${subject}`}, 0))`.execute(ctx.db)
  const meanwhile = await known(ctx, subject)
  if (meanwhile) return meanwhile
  const id = newId()
  await ctx.db.insertInto('customers').values({ id, locale, created_at: ctx.now, seen_at: ctx.now }).execute()
  await ctx.db
    .insertInto('customer_identities')
    .values({ issuer, subject, customer_id: id, created_at: ctx.now })
    .execute()
  return id
}
