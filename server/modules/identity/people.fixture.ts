// Staff for the tests of this module: with real passwords, and the cookies a browser would keep.
import assert from 'node:assert/strict'
import { Secret, TOTP } from 'otpauth'
import type { Role } from '../../../contract/permissions.ts'
import type { TestDesk } from '../../../test/harness.ts'
import { type Person, person, type Reply } from '../../../test/person.ts'
import { system } from '../../platform/context.ts'
import { createStaff } from './create-staff.ts'
import { hashPassword } from './password-hash.ts'

export const goodPassword = 'lantern-otter-72-gravel'

export interface TestStaff {
  id: string
  name: string
  email: string
}

let made = 0
const hashed = hashPassword(goodPassword)

/** A member of staff whose password is `goodPassword`. */
export async function hire(desk: TestDesk, role: Role = 'agent', teamIds: string[] = []): Promise<TestStaff> {
  const n = ++made
  const staff = { name: `Colleague ${n}`, email: `colleague${n}@staff.test` }
  const passwordHash = await hashed
  const id = await desk.app.desk.transact(system('test'), ctx =>
    createStaff(ctx, { ...staff, role, locale: 'en', passwordHash, teamIds }),
  )
  return { id, ...staff }
}

/** The `name=value` of the cookie that an answer sets, or the empty string. */
export const cookieOf = ({ headers }: Reply): string =>
  [headers['set-cookie'] ?? ''].flat()[0]!.split(';')[0]!

export const signIn = (desk: TestDesk, { email }: TestStaff, code?: string, headers = {}): Promise<Reply> =>
  desk.nobody.post('/api/session', { email, password: goodPassword, code }, { headers })

/** Somebody with this cookie, on the console's own pages. */
export const withCookie = (desk: TestDesk, cookie: string): Person =>
  person(
    () => desk.app.http,
    async () => ({ cookie, origin: desk.options.publicUrl }),
  )

/** A browser in which this person has signed in. */
export async function browserOf(desk: TestDesk, staff: TestStaff, code?: string): Promise<Person> {
  const reply = await signIn(desk, staff, code)
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  return withCookie(desk, cookieOf(reply))
}

/** The code that an authenticator app shows now. */
export const codeFrom = (desk: TestDesk, secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: desk.clock().getTime() })
