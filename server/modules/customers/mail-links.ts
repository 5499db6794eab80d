// One-time links to a customer's requests: whoever opens one reads the mailbox. Nothing tells whether an address is known.
import { sql } from 'kysely'
import { type Context, type Desk, nobody, type ReadContext } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { hashSecret, newId } from '../../platform/ids.ts'
import { addressKey, countAttempt } from '../identity/index.ts'

const purpose = 'customer_link'
const goodForSeconds = 30 * 60
const perAddress = 5
const perCaller = 20
const hour = 3_600
/** Mails in an hour to addresses that nobody ever proved: made-up ones must not make the desk write to strangers. */
const unprovenPerHour = 200

export interface LinkWish {
  address: string
  locale: string
  /** The request to show then. */
  number: number | null
}

/**
 * Notes that somebody wants a link. Whether the address is known is found out later, where nobody is waiting.
 * @throws AppError too_many_requests
 */
export async function askForLink(desk: Desk, wish: LinkWish, ip: string): Promise<void> {
  const address = wish.address.toLowerCase()
  const mailbox = hashSecret(address).toString('base64url')
  await countAttempt(desk, [
    { key: `customer-link:${mailbox}`, most: perAddress, seconds: hour },
    { key: `customer-link-from:${addressKey(ip)}`, most: perCaller, seconds: hour },
  ])
  await desk.transact(nobody, async ctx => {
    const id = newId()
    await ctx.db
      .insertInto('customer_links')
      .values({
        id,
        address,
        locale: wish.locale,
        request_number: wish.number,
        created_at: ctx.now,
        expires_at: new Date(ctx.now.getTime() + goodForSeconds * 1_000),
      })
      .execute()
    ctx.emit('customer_link.asked', { linkId: id })
  })
}

/**
 * What the mail with a link needs; null when there is nobody to send it to: to addresses that never wrote to the desk, and
 * to more than so many that nobody proved, it sends nothing.
 */
export async function linkToMail(
  ctx: Context,
  linkId: string,
): Promise<{ to: string; locale: string; url: string } | null> {
  const link = await stillGood(ctx, linkId)
  if (!link) return null
  const known = await ctx.db
    .selectFrom('customer_addresses')
    .select('proven')
    .where('address', '=', link.address)
    .execute()
  if (known.length === 0) return null
  const isProven = known.some(({ proven }) => proven)
  if (!isProven && !link.mailed_at && (await mailedToUnproven(ctx)) >= unprovenPerHour) return null
  await ctx.db.updateTable('customer_links').set({ mailed_at: ctx.now }).where('id', '=', linkId).execute()
  const url = `${ctx.publicUrl}/requests/open?token=${tokenOf(ctx, linkId)}`
  return { to: link.address, locale: link.locale, url }
}

async function mailedToUnproven(ctx: Context): Promise<number> {
  const { n } = await ctx.db
    .selectFrom('customer_links as link')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('mailed_at', '>', new Date(ctx.now.getTime() - hour * 1_000))
    .where(
      sql<boolean>`not exists (select from customer_addresses a where a.address = link.address and a.proven)`,
    )
    .executeTakeFirstOrThrow()
  return n
}

/**
 * Whether a link can be used, without using it: programs that look into mails open links, too.
 * @throws AppError token_invalid, link_used
 */
export async function lookAtLink(ctx: ReadContext, token: string): Promise<void> {
  if (!(await stillGood(ctx, idIn(ctx, token)))) throw new AppError('link_used')
}

/**
 * Uses a link up: of several who try at once, one gets it.
 * @throws AppError token_invalid, link_used
 */
export async function takeLink(
  ctx: Context,
  token: string,
): Promise<{ address: string; locale: string; request_number: number | null }> {
  const taken = await ctx.db
    .updateTable('customer_links')
    .set({ used_at: ctx.now })
    .where('id', '=', idIn(ctx, token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .returning(['address', 'locale', 'request_number'])
    .executeTakeFirst()
  if (!taken) throw new AppError('link_used')
  return taken
}

const stillGood = ({ db, now }: ReadContext, id: string) =>
  db
    .selectFrom('customer_links')
    .select(['address', 'locale', 'mailed_at'])
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()

const tokenOf = ({ secrets }: Pick<ReadContext, 'secrets'>, id: string) =>
  `${id}.${secrets.sign(purpose, id)}`

const shape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/

function idIn({ secrets }: Pick<ReadContext, 'secrets'>, token: string): string {
  const [, id = '', signature = ''] = shape.exec(token) ?? []
  if (!id || !secrets.verify(purpose, id, signature)) throw new AppError('token_invalid')
  return id
}
