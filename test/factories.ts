// People for tests, made by the same commands that make them in a desk.
import type { Permission, Role } from '../contract/permissions.ts'
import { openSession } from '../server/modules/customers/open-session.ts'
import { createSession } from '../server/modules/customers/session-rows.ts'
import { verifiedCustomer } from '../server/modules/customers/verified-customer.ts'
import { createApiKey } from '../server/modules/identity/api-keys.ts'
import { permissionsOf } from '../server/modules/identity/authenticate.ts'
import { cookieName } from '../server/modules/identity/cookie.ts'
import { createStaff as hire } from '../server/modules/identity/create-staff.ts'
import { hashPassword } from '../server/modules/identity/password-hash.ts'
import { startSession } from '../server/modules/identity/sessions.ts'
import { type Actor, type Context, system } from '../server/platform/context.ts'
import { newId } from '../server/platform/ids.ts'
import type { TestDesk } from './harness.ts'

export interface Staff {
  id: string
  name: string
  email: string
  role: Role
}

export interface Customer {
  id: string
  name: string | null
  verified: boolean
}

export interface Key {
  id: string
  secret: string
}

type Headers = Record<string, string>

let made = 0
const transact = <T>(desk: TestDesk, work: (ctx: Context) => Promise<T>, actor: Actor = system('test')) =>
  desk.app.desk.transact(actor, work)

export interface NewStaff extends Partial<Omit<Staff, 'id'>> {
  locale?: string
  teamIds?: string[]
  /** Only who has one can sign in at the door; `desk.as` needs none. */
  password?: string
}

/** A member of staff; an agent unless another role is given. */
export async function createStaff(desk: TestDesk, given: NewStaff = {}): Promise<Staff> {
  const n = ++made
  const { locale = 'en', teamIds = [], password, ...about } = given
  const staff = { name: `Agent ${n}`, email: `agent${n}@desk.test`, role: 'agent' as Role, ...about }
  const passwordHash = password ? await hashPassword(password) : 'none'
  const id = await transact(desk, ctx => hire(ctx, { ...staff, locale, teamIds, passwordHash }))
  return { id, ...staff }
}

/** A customer who is known by a token, or verified by the exchange. */
export async function createCustomer(
  desk: TestDesk,
  given: Partial<Omit<Customer, 'id'>> & { email?: string; locale?: string } = {},
): Promise<Customer> {
  const { name = null, verified = false, email = null, locale = 'en' } = given
  if (verified) {
    const now = Math.floor(desk.clock().getTime() / 1000)
    const claims = { sub: newId(), jti: newId(), iat: now, exp: now + 300, aud: 'ballast', name, email }
    const id = await transact(desk, ctx => verifiedCustomer(ctx, claims, locale))
    return { id, name, verified }
  }
  const { token, customer } = await openSession(desk.app.desk, { locale }, locale)
  if (name || email) {
    const { status } = await desk.nobody.patch(
      '/api/customer/me',
      { name, email },
      { headers: bearer(token) },
    )
    if (status !== 200) throw new Error(`the customer was not named: ${status}`)
  }
  return { id: customer.id, name, verified }
}

/** An API key of this member of staff, who must have the permissions. */
export async function createKey(desk: TestDesk, by: Staff, permissions: Permission[]): Promise<Key> {
  const actor: Actor = {
    kind: 'staff',
    id: by.id,
    name: by.name,
    permissions: permissionsOf(by.role),
    teamIds: [],
    sessionId: newId(),
  }
  const { key, secret } = await transact(
    desk,
    ctx => createApiKey(ctx, { name: 'test', permissions, expiresAt: null }),
    actor,
  )
  return { id: key.id, secret }
}

/** Signs a member of staff in, both factors done, and gives what their browser would send. */
export async function staffHeaders(desk: TestDesk, { id }: Staff): Promise<Headers> {
  const caller = { ip: '127.0.0.1', userAgent: 'test' }
  const { token } = await transact(desk, ctx => startSession(ctx, id, caller, true))
  return { cookie: `${cookieName(desk.options.publicUrl)}=${token}` }
}

/** Opens a session for a customer and gives what the widget would send. */
export async function customerHeaders(desk: TestDesk, { id, verified }: Customer): Promise<Headers> {
  const { token } = await transact(desk, ctx => createSession(ctx, id, verified))
  return bearer(token)
}

export const keyHeaders = async (_: TestDesk, { secret }: Key): Promise<Headers> => bearer(secret)

const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` })
