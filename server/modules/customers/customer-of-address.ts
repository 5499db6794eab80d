// Who writes from a mail address. Writing a name into From proves nothing: proven and unproven writers are different people.
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { shownName } from './rules.ts'

export interface Writer {
  /** One plain address. */
  address: string
  /** Whether the mail is proven to be from that address. */
  proven: boolean
  name: string | null
  locale: string
}

/**
 * The customer who writes from an address: always the same one, never one who came another way, such as by chat with this
 * address typed in. Gives the id.
 */
export async function customerOfAddress(ctx: Context, writer: Writer): Promise<string> {
  const address = writer.address.toLowerCase()
  const id = newId()
  await ctx.db
    .insertInto('customers')
    .values({ id, locale: writer.locale, created_at: ctx.now, seen_at: ctx.now })
    .execute()
  const added = await ctx.db
    .insertInto('customer_addresses')
    .values({ address, proven: writer.proven, customer_id: id, created_at: ctx.now })
    .onConflict(conflict => conflict.doNothing())
    .returning('customer_id')
    .executeTakeFirst()
  if (!added) return knownWriter(ctx, address, writer.proven, id)
  await ctx.db
    .insertInto('customer_profiles')
    .values({ customer_id: id, name: shownName(writer.name), email: address })
    .execute()
  return id
}

/** The one who was there already; the row made for a newcomer goes. */
async function knownWriter(ctx: Context, address: string, proven: boolean, spare: string): Promise<string> {
  await ctx.db.deleteFrom('customers').where('id', '=', spare).execute()
  const { customer_id: id } = await ctx.db
    .selectFrom('customer_addresses')
    .select('customer_id')
    .where('address', '=', address)
    .where('proven', '=', proven)
    .executeTakeFirstOrThrow()
  await ctx.db.updateTable('customers').set({ seen_at: ctx.now }).where('id', '=', id).execute()
  return id
}

/** The addresses that customers write from, or are written to, in lower case, by customer. */
export async function addressesOf(ctx: Pick<Context, 'db'>, customerId: string): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('customer_addresses')
    .select('address')
    .where('customer_id', '=', customerId)
    .unionAll(
      ctx.db
        .selectFrom('customer_profiles')
        .select(eb => eb.fn.coalesce('email', eb.val('')).as('address'))
        .where('customer_id', '=', customerId),
    )
    .execute()
  return new Set(rows.map(({ address }) => address.toLowerCase()).filter(Boolean))
}
