// Who customers are, for themselves and for later modules.
import type { Customer } from '../../../contract/customers.ts'
import type { ReadContext } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'

/** A customer as the desk knows them: what they don't see of themselves, too. */
export interface Profile extends Customer {
  tier: string | null
}

/**
 * Names, addresses and whether the exchange vouches, by id; ids that nobody has are left out. Whoever calls has checked
 * that its reader may see these customers.
 */
export async function profilesOf(
  ctx: Pick<ReadContext, 'db'>,
  ids: readonly string[],
): Promise<Map<string, Profile>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('customers')
    .leftJoin('customer_profiles', 'customer_profiles.customer_id', 'customers.id')
    .select(eb => [
      'customers.id',
      'customers.locale',
      'customer_profiles.name',
      'customer_profiles.email',
      'customer_profiles.tier',
      eb
        .exists(
          eb
            .selectFrom('customer_identities')
            .select('customer_identities.subject')
            .whereRef('customer_identities.customer_id', '=', 'customers.id'),
        )
        .as('verified'),
    ])
    .where('customers.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(row => [row.id, { ...row, verified: Boolean(row.verified) }]))
}

/** Tiers by customer; those without one are left out. */
export async function tiersOf(
  { db }: Pick<ReadContext, 'db'>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('customer_profiles')
    .select(['customer_id', 'tier'])
    .where('customer_id', 'in', [...new Set(ids)])
    .where('tier', 'is not', null)
    .execute()
  return new Map(rows.map(row => [row.customer_id, row.tier!]))
}

/** @throws AppError not_found */
export async function customerOf(ctx: Pick<ReadContext, 'db'>, id: string): Promise<Customer> {
  const profile = (await profilesOf(ctx, [id])).get(id)
  if (!profile) throw notFound()
  const { tier: _, ...customer } = profile
  return customer
}
