// Who wants no more mails of a kind: the address in each such mail that says so, and what comes of it.
import { NoticeKind } from '../../../../contract/outbound-mail.ts'
import type { Context, ReadContext } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'

const purpose = 'unsubscribe'

/** Where the reader of a mail asks for no more of its kind, without signing in. Names nobody to whoever sees it. */
export function unsubscribeUrl(
  { secrets, publicUrl }: Pick<ReadContext, 'secrets' | 'publicUrl'>,
  address: string,
  kind: NoticeKind,
): string {
  const token = secrets.encrypt(purpose, Buffer.from(`${kind} ${address}`)).toString('base64url')
  return `${publicUrl}/unsubscribe?token=${token}`
}

/** Who asks for no more of what. Throws `not_found` for a token that isn't ours. */
export function wishIn(
  { secrets }: Pick<ReadContext, 'secrets'>,
  token: string,
): { kind: NoticeKind; address: string } {
  try {
    const text = secrets.decrypt(purpose, Buffer.from(token, 'base64url')).toString()
    const space = text.indexOf(' ')
    return { kind: NoticeKind.parse(text.slice(0, space)), address: text.slice(space + 1) }
  } catch {
    throw notFound()
  }
}

/** Ends the mails that a token names, for whoever has it. Throws `not_found`. */
export async function suppress(ctx: Context, token: string): Promise<void> {
  const { kind, address } = wishIn(ctx, token)
  await ctx.db
    .insertInto('mail_suppressions')
    .values({ kind, address: address.toLowerCase(), created_at: ctx.now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Whether nothing of a kind may go to an address. */
export async function isSuppressed(ctx: ReadContext, address: string, kind: NoticeKind): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('mail_suppressions')
    .select('kind')
    .where('address', '=', address.toLowerCase())
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row !== undefined
}
