// People for tests. As soon as a command exists that makes such a thing, the factory calls it instead of writing rows.
import type { Permission, Role } from '../contract/permissions.ts'
import { hashSecret, newId, newSecret } from '../server/platform/ids.ts'
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

let made = 0

/** A member of staff who can sign in; an agent unless another role is given. */
export async function createStaff(desk: TestDesk, given: Partial<Omit<Staff, 'id'>> = {}): Promise<Staff> {
  const n = ++made
  const staff: Staff = {
    id: newId(),
    name: `Agent ${n}`,
    email: `agent${n}@desk.test`,
    role: 'agent',
    ...given,
  }
  await desk.pool.query('insert into staff (id, name, email, role, created_at) values ($1, $2, $3, $4, $5)', [
    staff.id,
    staff.name,
    staff.email,
    staff.role,
    desk.clock(),
  ])
  return staff
}

/** A customer who is known by a token, or verified by the exchange. */
export async function createCustomer(
  desk: TestDesk,
  { name = null, verified = false }: Partial<Omit<Customer, 'id'>> = {},
): Promise<Customer> {
  const id = newId()
  const now = desk.clock()
  await desk.pool.query('insert into customers (id, created_at, seen_at) values ($1, $2, $2)', [id, now])
  if (name)
    await desk.pool.query('insert into customer_profiles (customer_id, name) values ($1, $2)', [id, name])
  if (verified) {
    await desk.pool.query(
      `insert into customer_identities (issuer, subject, customer_id, created_at) values ('exchange', $1, $2, $3)`,
      [`subject-${id}`, id, now],
    )
  }
  return { id, name, verified }
}

/** An API key with the given permissions. */
export async function createKey(desk: TestDesk, by: Staff, permissions: Permission[]): Promise<Key> {
  const key = { id: newId(), secret: newSecret('blk') }
  await desk.pool.query(
    `insert into api_keys (id, name, prefix, key_hash, permissions, created_by, created_at)
     values ($1, 'test', $2, $3, $4, $5, $6)`,
    [key.id, key.secret.slice(0, 8), hashSecret(key.secret), permissions, by.id, desk.clock()],
  )
  return key
}

/** Signs a member of staff in, both factors done, and gives what their browser would send. */
export async function staffHeaders(desk: TestDesk, { id }: Staff): Promise<Record<string, string>> {
  const token = newSecret('bls')
  await desk.pool.query(
    `insert into staff_sessions (id, token_hash, staff_id, second_factor, ip, user_agent, created_at, seen_at, expires_at)
     values ($1, $2, $3, true, '127.0.0.1', 'test', $4, $4, $5)`,
    [newId(), hashSecret(token), id, desk.clock(), inDays(desk, 365)],
  )
  return { cookie: `ballast_session=${token}` }
}

/** Opens a session for a customer and gives what the widget would send. */
export async function customerHeaders(
  desk: TestDesk,
  { id, verified }: Customer,
): Promise<Record<string, string>> {
  const token = newSecret(verified ? 'blst_cust' : 'blst_visit')
  await desk.pool.query(
    `insert into customer_sessions (id, token_hash, customer_id, verified, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [newId(), hashSecret(token), id, verified, desk.clock(), inDays(desk, 365)],
  )
  return { authorization: `Bearer ${token}` }
}

export const keyHeaders = async (_: TestDesk, { secret }: Key): Promise<Record<string, string>> => ({
  authorization: `Bearer ${secret}`,
})

const inDays = (desk: TestDesk, days: number): Date => new Date(desk.clock().getTime() + days * 86_400_000)
