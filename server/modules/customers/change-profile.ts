// What customers say about themselves. Of verified ones, only the exchange says who they are.
import type { ChangeProfile, Customer } from '../../../contract/customers.ts'
import type { Context } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { customerOf } from './queries.ts'
import { shownName } from './rules.ts'

/**
 * Changes the acting customer's own profile.
 * @throws AppError forbidden when a verified customer gives a name or an address
 */
export async function changeProfile(ctx: Context, { locale, ...profile }: ChangeProfile): Promise<Customer> {
  const { actor } = ctx
  if (actor.kind !== 'customer') throw notFound()
  const isProfileGiven = profile.name !== undefined || profile.email !== undefined
  if (actor.verified && isProfileGiven) throw new AppError('forbidden')
  if (isProfileGiven) await saveProfile(ctx, actor.id, profile)
  if (locale) await ctx.db.updateTable('customers').set({ locale }).where('id', '=', actor.id).execute()
  ctx.emit('customer.changed', { customerId: actor.id })
  return customerOf(ctx, actor.id)
}

/** Keeps a name or address given in passing, such as before a chat; of verified customers they are ignored. */
export async function noteContact(
  ctx: Context,
  given: { name?: string | null; email?: string | null },
): Promise<void> {
  if (ctx.actor.kind !== 'customer' || ctx.actor.verified || (!given.name && !given.email)) return
  const { name, email } = given
  await saveProfile(ctx, ctx.actor.id, { ...(name && { name }), ...(email && { email }) })
  ctx.emit('customer.changed', { customerId: ctx.actor.id })
}

async function saveProfile(ctx: Context, customerId: string, given: Omit<ChangeProfile, 'locale'>) {
  const profile = {
    ...(given.name !== undefined && { name: shownName(given.name) }),
    ...(given.email !== undefined && { email: given.email }),
  }
  await ctx.db
    .insertInto('customer_profiles')
    .values({ customer_id: customerId, name: null, email: null, ...profile })
    .onConflict(conflict => conflict.column('customer_id').doUpdateSet(profile))
    .execute()
}
