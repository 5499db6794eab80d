// Finds out which member of staff, or which API key, sends a request. Asked each time, so that an end is an end.
import { type Permission, type Role, rolePermissions } from '../../../contract/permissions.ts'
import { type Actor, type Desk, nobody, type Statement } from '../../platform/context.ts'
import { hashSecret } from '../../platform/ids.ts'
import { tokenIn } from './cookie.ts'
import { idleSeconds, longestSeconds } from './sessions.ts'

export const keyPrefix = 'blst_key'

/** What a request shows: the `Cookie` header, or the token of an `Authorization: Bearer` header. */
export interface Credentials {
  cookieHeader?: string | undefined
  token?: string | undefined
}

/** Seconds between two notes of when a session or key was last used. */
const noteEverySeconds = 60

/** The staff or key behind a request, or `nobody`; a token that is shown and wrong is not made good by a cookie. */
export async function authenticateStaff(desk: Desk, { cookieHeader, token }: Credentials): Promise<Actor> {
  if (token !== undefined) return token.startsWith(`${keyPrefix}_`) ? byKey(desk, token) : nobody
  const session = tokenIn(cookieHeader, desk.publicUrl)
  return session ? bySession(desk, session) : nobody
}

/** The permissions of a role; one set for everybody who has it. */
export const permissionsOf = (role: Role): ReadonlySet<Permission> => sets[role]

const sets = Object.fromEntries(
  Object.entries(rolePermissions).map(([role, permissions]) => [role, new Set(permissions)]),
) as unknown as Record<Role, ReadonlySet<Permission>>

interface StaffRow {
  session_id: string
  seen_at: Date
  id: string
  name: string
  role: Role
  team_ids: string[]
}

async function bySession(desk: Desk, token: string): Promise<Actor> {
  const { run, now } = desk.read(nobody)
  const [row] = await run<StaffRow>(findSession, [hashSecret(token), now])
  if (!row) return nobody
  if (isLongAgo(row.seen_at, now)) {
    await note(desk, () =>
      run(noteSession, [row.session_id, now, idleSeconds, longestSeconds, noteEverySeconds]),
    )
  }
  return staffActor(row)
}

/** The actor of a session that is still open, for connections that live longer than a request; else `nobody`. */
export async function actorOfSession(desk: Desk, sessionId: string): Promise<Actor> {
  const { run, now } = desk.read(nobody)
  const [row] = await run<StaffRow>(findSessionById, [sessionId, now])
  return row ? staffActor(row) : nobody
}

const staffActor = (row: StaffRow): Actor => ({
  kind: 'staff',
  id: row.id,
  name: row.name,
  permissions: permissionsOf(row.role),
  teamIds: row.team_ids,
  sessionId: row.session_id,
})

interface KeyRow {
  id: string
  name: string
  permissions: Permission[]
  last_used_at: Date | null
  role: Role
}

async function byKey(desk: Desk, secret: string): Promise<Actor> {
  const { run, now } = desk.read(nobody)
  const [row] = await run<KeyRow>(findKey, [hashSecret(secret), now])
  if (!row) return nobody
  if (isLongAgo(row.last_used_at, now)) await note(desk, () => run(noteKey, [row.id, now, noteEverySeconds]))
  // A key can't do what the one who made it may not do any more.
  const permissions = new Set(row.permissions.filter(permission => permissionsOf(row.role).has(permission)))
  return { kind: 'key', id: row.id, name: row.name, permissions }
}

const isLongAgo = (at: Date | null, now: Date) =>
  !at || now.getTime() - at.getTime() >= noteEverySeconds * 1_000

// Reading must go on when nothing can be written, on a full disk for one.
async function note(desk: Desk, write: () => Promise<unknown>): Promise<void> {
  await write().catch((error: unknown) => desk.log.warn({ err: error }, 'last use not noted'))
}

const foundSession = `select s.id as session_id, s.seen_at, p.id, p.name, p.role,
    array(select team_id from team_members where staff_id = p.id) as team_ids
  from staff_sessions s join staff p on p.id = s.staff_id
  where s.ended_at is null and s.expires_at > $2 and p.disabled_at is null`

const findSession: Statement = { name: 'find_session', text: `${foundSession} and s.token_hash = $1` }
const findSessionById: Statement = { name: 'find_session_by_id', text: `${foundSession} and s.id = $1` }

const noteSession: Statement = {
  name: 'note_session',
  text: `update staff_sessions set seen_at = $2, expires_at = greatest(expires_at,
      least($2::timestamptz + make_interval(secs => $3), created_at + make_interval(secs => $4)))
    where id = $1 and seen_at <= $2::timestamptz - make_interval(secs => $5)`,
}

const findKey: Statement = {
  name: 'find_api_key',
  text: `select k.id, k.name, k.permissions, k.last_used_at, p.role from api_keys k join staff p on p.id = k.created_by
    where k.key_hash = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > $2)
      and p.disabled_at is null`,
}

const noteKey: Statement = {
  name: 'note_api_key',
  text: `update api_keys set last_used_at = $2
    where id = $1 and (last_used_at is null or last_used_at <= $2::timestamptz - make_interval(secs => $3))`,
}
