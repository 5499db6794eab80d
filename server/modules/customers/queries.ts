// Who customers are, for themselves and for later modules.
import type { Customer } from '../../../contract/customers.ts'
import type { ReadContext } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'

/**
 * Names, addresses and whether the exchange vouches, by id; ids that nobody has are left out. Whoever calls has checked
 * that its reader may see these customers.
 */
export async function profilesOf(
  ctx: Pick<ReadContext, 'db'>,
  ids: readonly string[],
): Promise<Map<string, Customer>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('customers')
    .leftJoin('customer_profiles', 'customer_profiles.customer_id', 'customers.id')
    .select(eb => [
      'customers.id',
      'customers.locale',
      'customer_profiles.name',
      'customer_profiles.email',
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

/** @throws AppError not_found */
export async function customerOf(ctx: Pick<ReadContext, 'db'>, id: string): Promise<Customer> {
  const customer = (await profilesOf(ctx, [id])).get(id)
  if (!customer) throw notFound()
  return customer
}
