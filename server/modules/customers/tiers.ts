// What the exchange calls its customers: which tiers there are, and who is in one.
import type { ReadContext, Statement } from '../../platform/context.ts'

/** The customers in a tier, for a question that asks for more; whoever calls has checked what its reader may see. */
export const customersInTier = ({ db }: Pick<ReadContext, 'db'>, tier: string) =>
  db.selectFrom('customer_profiles').select('customer_id').where('tier', '=', tier)

/** The tiers that customers are in, at most 100, in the order of their letters. */
export const tiersInUse = async (ctx: Pick<ReadContext, 'run'>): Promise<string[]> =>
  (await ctx.run<{ tier: string }>(findTiers, [])).map(({ tier }) => tier)

/** From each to the next by the index: there are a million customers, and a handful of tiers. */
const findTiers: Statement = {
  name: 'find_tiers',
  text: `with recursive named (tier) as (
      (select tier from customer_profiles where tier is not null order by tier limit 1)
      union all
      select (select p.tier from customer_profiles p where p.tier > named.tier order by p.tier limit 1)
      from named where named.tier is not null
    )
    select tier from named where tier is not null limit 100`,
}
