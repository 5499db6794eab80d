// Who writes from a mail address. Writing a name into From proves nothing: proven and unproven writers are different people.
import type { Context, Statement } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { inserting } from '../../platform/rows.ts'
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
 * The customers who write from addresses: for each always the same one, never one who came another way, such as by chat with
 * this address typed in. Gives their ids in the order of the writers.
 */
export async function customersOfAddresses(ctx: Context, writers: readonly Writer[]): Promise<string[]> {
  const wanted = writers.map(writer => ({ ...writer, address: writer.address.toLowerCase() }))
  const known = await find(ctx, wanted)
  const strangers = new Map(wanted.filter(one => !known.has(keyOf(one))).map(one => [keyOf(one), one]))
  greet(ctx, [...known.values()])
  // In one order everywhere, so that two never wait for each other.
  const inOrder = [...strangers].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one)
  for (const [key, id] of await add(ctx, inOrder)) known.set(key, id)
  return wanted.map(one => known.get(keyOf(one))!)
}

type Address = Pick<Writer, 'address' | 'proven'>

const keyOf = ({ address, proven }: Address) => `${address} ${proven}`

async function find(ctx: Context, wanted: readonly Address[]): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map()
  const addresses = [...new Set(wanted.map(({ address }) => address))]
  const rows = await ctx.run<Address & { customer_id: string }>(findAddresses, [addresses])
  const asked = new Set(wanted.map(keyOf))
  return new Map(rows.map(row => [keyOf(row), row.customer_id] as const).filter(([key]) => asked.has(key)))
}

const findAddresses: Statement = {
  name: 'find_customer_addresses',
  text: 'select address, proven, customer_id from customer_addresses where address = any($1)',
}

function greet(ctx: Context, ids: string[]): void {
  if (ids.length === 0) return
  ctx.send(noteSeen, [ids, ctx.now])
}

// In one order everywhere, here as well.
const noteSeen: Statement = {
  name: 'note_customers_seen',
  text: `with seen as (select id from customers where id = any($1::uuid[]) order by id for no key update)
    update customers c set seen_at = $2 from seen where c.id = seen.id`,
}

/** Whoever was added by somebody else in this moment is the one who was added; the row made for a newcomer goes. */
async function add(ctx: Context, strangers: readonly Writer[]): Promise<Map<string, string>> {
  if (strangers.length === 0) return new Map()
  const rows = strangers.map(one => ({ id: newId(), one }))
  const [created_at, seen_at] = [ctx.now, ctx.now]
  ctx.send(...insertCustomers(rows.map(({ id, one: { locale } }) => ({ id, locale, created_at, seen_at }))))
  const added = await ctx.run<{ customer_id: string }>(
    ...insertAddresses(
      rows.map(({ id, one: { address, proven } }) => ({ address, proven, customer_id: id, created_at })),
    ),
  )
  const mine = new Set(added.map(({ customer_id }) => customer_id))
  const fresh = rows.filter(({ id }) => mine.has(id))
  if (fresh.length > 0) {
    const profiles = fresh.map(({ id, one: { name, address } }) => ({
      customer_id: id,
      name: shownName(name),
      email: address,
    }))
    ctx.send(...insertProfiles(profiles))
  }
  const ids = new Map(fresh.map(({ id, one }) => [keyOf(one), id]))
  const late = rows.filter(({ id }) => !mine.has(id))
  if (late.length === 0) return ids
  const spare = late.map(({ id }) => id)
  await ctx.db.deleteFrom('customers').where('id', 'in', spare).execute()
  const theirs = await find(
    ctx,
    late.map(({ one }) => one),
  )
  return new Map([...ids, ...theirs])
}

const insertCustomers = inserting('customers', ['id', 'locale', 'created_at', 'seen_at'])
const insertAddresses = inserting(
  'customer_addresses',
  ['address', 'proven', 'customer_id', 'created_at'],
  'customer_id',
  'address, proven',
)
const insertProfiles = inserting('customer_profiles', ['customer_id', 'name', 'email'])

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
