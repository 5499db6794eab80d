// Finds customers by what people know of them: name, mail address, or the exchange's id; whole, or how it begins.
import type { ReadContext, Statement } from '../../platform/context.ts'

/** Of each way to be known. */
const mostCandidates = 200
const shortest = 2
const longest = 254

/** Ids of customers whom a text names, exact matches first, at most some hundreds; whoever calls checks which its reader may see. */
export async function customersLike(ctx: Pick<ReadContext, 'run'>, text: string): Promise<string[]> {
  const wanted = text.trim().replaceAll('\0', '')
  if (wanted.length < shortest || wanted.length > longest) return []
  const rows = await ctx.run<{ id: string }>(findCustomers, [wanted, mostCandidates])
  return rows.map(({ id }) => id)
}

/** A range by bytes is what an index of patterns knows, whatever `%` and `_` the text holds. */
const begins = (column: string, wanted: string) =>
  `${column} ~>=~ ${wanted} and ${column} ~<~ (${wanted} || U&'\\+10FFFF')`

const findCustomers: Statement = {
  name: 'find_customers',
  text: `select id from (
      (select customer_id as id, subject = $1 as exact from customer_identities where ${begins('subject', '$1')}
        order by subject using ~<~ limit $2)
      union all
      (select customer_id, lower(email) = lower($1) from customer_profiles where ${begins('lower(email)', 'lower($1)')}
        order by lower(email) using ~<~ limit $2)
      union all
      (select customer_id, address = lower($1) from customer_addresses where ${begins('address', 'lower($1)')}
        order by address using ~<~ limit $2)
      union all
      (select customer_id, lower(name) = lower($1) from customer_profiles where ${begins('lower(name)', 'lower($1)')}
        order by lower(name) using ~<~ limit $2)
      union all
      (select customer_id, false from customer_profiles where ${begins(`lower(substring(name from ' (.*)$'))`, 'lower($1)')}
        order by lower(substring(name from ' (.*)$')) using ~<~ limit $2)
    ) as found
    group by id order by bool_or(exact) desc, id desc limit 2 * $2::int`,
}
