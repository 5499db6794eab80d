// One-time links: the first administrator's, invitations, password resets. Kept as hashes, used once, and not for long.
import type { Context, ReadContext } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { hashSecret, newId, newSecret } from '../../platform/ids.ts'
import type { OneTimeLinksTable } from './tables.ts'

export type LinkKind = OneTimeLinksTable['kind']

/** Seconds that a link of each kind is good for. */
export const goodFor: Record<LinkKind, number> = { welcome: 24 * 3_600, invitation: 72 * 3_600, reset: 3_600 }

/** The page of the console that each kind leads to. */
const pages: Record<LinkKind, string> = { welcome: '/welcome', invitation: '/invitation', reset: '/reset' }

export const linkUrl = (kind: LinkKind, token: string, publicUrl: string): string =>
  `${publicUrl}${pages[kind]}?token=${encodeURIComponent(token)}`

export interface MadeLink {
  id: string
  token: string
  expiresAt: Date
}

/** Makes a link; `for` names whom it is for, as far as that is known by now. */
export async function makeLink(
  ctx: Pick<Context, 'db' | 'now'>,
  kind: LinkKind,
  about: Partial<Pick<OneTimeLinksTable, 'staff_id' | 'email' | 'role' | 'created_by'>> & {
    team_ids?: string[]
  } = {},
): Promise<MadeLink> {
  const made = {
    id: newId(),
    token: newSecret(`blst_${kind}`),
    expiresAt: new Date(ctx.now.getTime() + goodFor[kind] * 1_000),
  }
  const row = {
    id: made.id,
    kind,
    token_hash: hashSecret(made.token),
    created_at: ctx.now,
    expires_at: made.expiresAt,
  }
  const nobodyYet = { staff_id: null, email: null, role: null, created_by: null, team_ids: [] }
  await ctx.db
    .insertInto('one_time_links')
    .values({ ...nobodyYet, ...about, ...row })
    .execute()
  return made
}

export interface Link {
  id: string
  staff_id: string | null
  email: string | null
  role: OneTimeLinksTable['role']
  team_ids: string[]
  expires_at: Date
}

const columns = ['id', 'staff_id', 'email', 'role', 'team_ids', 'expires_at'] as const

/**
 * Finds a link that is still good, without using it.
 * @throws token_invalid when there is no such link, link_used when it is over
 */
export async function findLink(
  { db, now }: Pick<ReadContext, 'db' | 'now'>,
  kind: LinkKind,
  token: string,
): Promise<Link> {
  const link = await db
    .selectFrom('one_time_links')
    .select([...columns, 'used_at'])
    .where('kind', '=', kind)
    .where('token_hash', '=', hashSecret(token))
    .executeTakeFirst()
  if (!link) throw new AppError('token_invalid')
  if (link.used_at || link.expires_at <= now) throw new AppError('link_used')
  return link
}

/**
 * Uses a link up: of several who try at once, one gets it.
 * @throws token_invalid, link_used
 */
export async function takeLink(ctx: Context, kind: LinkKind, token: string): Promise<Link> {
  const taken = await ctx.db
    .updateTable('one_time_links')
    .set({ used_at: ctx.now })
    .where('kind', '=', kind)
    .where('token_hash', '=', hashSecret(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .returning(columns)
    .executeTakeFirst()
  if (taken) return taken
  await findLink(ctx, kind, token)
  throw new AppError('link_used')
}

const sealPurpose = 'one_time_link'

/** A token in a form that may be stored until somebody sends it. */
export const sealToken = ({ secrets }: Pick<Context, 'secrets'>, token: string): string =>
  secrets.encrypt(sealPurpose, Buffer.from(token)).toString('base64url')

export const openToken = ({ secrets }: Pick<Context, 'secrets'>, sealed: string): string =>
  secrets.decrypt(sealPurpose, Buffer.from(sealed, 'base64url')).toString()

/**
 * What a mail with a link needs: where to, in which language, and the address to open. Null when the link is over, so
 * that nobody is sent something useless.
 */
export async function linkForMail(
  ctx: Pick<Context, 'db' | 'now' | 'secrets' | 'publicUrl'>,
  { linkId, sealedToken }: { linkId: string; sealedToken: string },
): Promise<{ to: string; locale: string | null; url: string } | null> {
  const row = await ctx.db
    .selectFrom('one_time_links as link')
    .leftJoin('staff', 'staff.id', 'link.staff_id')
    .select(['link.kind', 'link.email', 'staff.email as staff_email', 'staff.locale'])
    .where('link.id', '=', linkId)
    .where('link.used_at', 'is', null)
    .where('link.expires_at', '>', ctx.now)
    .executeTakeFirst()
  const to = row?.staff_email ?? row?.email
  if (!row || !to) return null
  return { to, locale: row.locale, url: linkUrl(row.kind, openToken(ctx, sealedToken), ctx.publicUrl) }
}
