// An empty desk has nobody who could invite: whoever reads the terminal gets a link, or creates the account there.

import { done } from '../../../contract/common.ts'
import type { Welcome } from '../../../contract/identity.ts'
import { type Desk, nobody, type ReadContext, system } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import type { Answer, Caller } from '../../platform/routes.ts'
import { audit } from './audit.ts'
import { createStaff } from './create-staff.ts'
import { findLink, linkUrl, makeLink, takeLink } from './links.ts'
import { refuseWeak } from './password.ts'
import { hashPassword } from './password-hash.ts'
import { startSession, withSession } from './sessions.ts'

const author = system('first administrator')

/** Whether nobody works here yet. */
export async function isEmpty({ db }: Pick<ReadContext, 'db'>): Promise<boolean> {
  return !(await db.selectFrom('staff').select('id').limit(1).executeTakeFirst())
}

/** Makes the link that creates the first administrator, good for 24 hours; null when there is staff already. */
export function firstAdministratorLink(desk: Desk, publicUrl = desk.publicUrl): Promise<string | null> {
  return desk.transact(author, async ctx => {
    if (!(await isEmpty(ctx))) return null
    await ctx.db.deleteFrom('one_time_links').where('kind', '=', 'welcome').execute()
    const { id, token } = await makeLink(ctx, 'welcome')
    await audit(ctx, 'welcome_link.created', { kind: 'welcome_link', id })
    return linkUrl('welcome', token, publicUrl)
  })
}

/**
 * Creates the first administrator by the link, and signs them in.
 * @throws token_invalid, link_used, weak_password
 */
export async function welcome(desk: Desk, given: Welcome, caller: Caller): Promise<Answer<typeof done>> {
  await findLink(desk.read(nobody), 'welcome', given.token)
  refuseWeak(given.password, given, desk.publicUrl)
  const passwordHash = await hashPassword(given.password)
  const started = await desk.transact(author, async ctx => {
    await takeLink(ctx, 'welcome', given.token)
    if (!(await isEmpty(ctx))) throw new AppError('link_used')
    const administrator = { ...given, role: 'administrator' as const, locale: caller.locale, passwordHash }
    const id = await createStaff(ctx, administrator, caller.ip)
    return startSession(ctx, id, caller, false)
  })
  return withSession(done, started, desk.publicUrl)
}

/**
 * Creates an administrator from the terminal; gives the id.
 * @throws weak_password, already_exists
 */
export async function createAdministrator(
  desk: Desk,
  given: { email: string; name: string; password: string },
): Promise<string> {
  refuseWeak(given.password, given, desk.publicUrl)
  const passwordHash = await hashPassword(given.password)
  return desk.transact(system('create-admin'), ctx =>
    createStaff(ctx, { ...given, role: 'administrator', locale: 'en', passwordHash }),
  )
}
