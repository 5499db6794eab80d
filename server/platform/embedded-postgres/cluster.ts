// The database's files are made whole or not at all, and never opened by a version or a user they aren't for.
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hasCode } from '../errno.ts'
import type { RunAs } from '../run-as.ts'
import { type Binaries, program } from './binaries.ts'
import { EmbeddedPostgresError } from './failure.ts'
import type { Place } from './place.ts'
import { isRunning } from './process.ts'
import { ending, launch } from './run.ts'
import { lastLines, logEnd } from './tail.ts'

export const superuser = 'ballast'

/** Makes the database's files when there are none. @returns whether they are new */
export async function ensureCluster(place: Place, binaries: Binaries, user: RunAs | null): Promise<boolean> {
  removeLeftovers(place)
  if (!existsSync(join(place.cluster, 'PG_VERSION'))) return makeCluster(place, binaries, user)
  checkVersion(place, binaries)
  checkOwner(place, user)
  return false
}

async function makeCluster(place: Place, binaries: Binaries, user: RunAs | null): Promise<boolean> {
  const draft = `${place.cluster}.new-${process.pid}-${randomBytes(4).toString('hex')}`
  const logged = logEnd(place)
  const child = launch(program(binaries, 'initdb'), await initArgs(place, draft), place, user)
  const { code, error } = await ending(child)
  if (code !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw new EmbeddedPostgresError(
      'cannot_run',
      `The database can't be made: ${error ? why(error) : lastLines(place, logged)}`,
    )
  }
  return putInPlace(draft, place)
}

function why(error: Error): string {
  if (!hasCode(error, 'ENOENT')) return error.message
  return `${error.message}. Its programs need the GNU C library; on Alpine and the like set DATABASE_URL to a PostgreSQL 15 or newer.`
}

// A folder that isn't empty can't be replaced by a rename: of two that start at once, one finds the other's.
function putInPlace(draft: string, place: Place): boolean {
  try {
    renameSync(draft, place.cluster)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (existsSync(join(place.cluster, 'PG_VERSION'))) return false
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM')) throw error
    throw new EmbeddedPostgresError(
      'foreign_folder',
      `${place.cluster} holds something that isn't a database. Move it away, or set BALLAST_DATA to another folder.`,
    )
  }
  if (process.platform !== 'win32') syncFolder(place.folder)
  return true
}

async function initArgs(place: Place, draft: string): Promise<string[]> {
  const access =
    process.platform === 'win32' ? await passwordAccess(place) : ['--auth-local=trust', '--auth-host=reject']
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  return ['-D', draft, '-U', superuser, '-E', 'UTF8', '--no-instructions', ...locale, ...access]
}

// Windows has no socket that only its owner can open, so the loopback port asks for a password.
async function passwordAccess(place: Place): Promise<string[]> {
  await writeFile(place.password, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true })
  return ['--auth=scram-sha-256', `--pwfile=${place.password}`]
}

function checkVersion(place: Place, binaries: Binaries): void {
  const found = Number.parseInt(readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8'), 10)
  if (found === binaries.major) return
  const message =
    `${place.cluster} was made by PostgreSQL ${found}, this Ballast brings ${binaries.major}, and the upgrade by copy isn't there yet. ` +
    `Start the Ballast that made it and move its data with “move-to-postgres”, or set BALLAST_DATA to another folder.`
  throw new EmbeddedPostgresError('other_major', message)
}

function checkOwner(place: Place, user: RunAs | null): void {
  const own = user?.uid ?? process.getuid?.()
  const { uid } = statSync(place.cluster)
  if (own === undefined || uid === own) return
  const message =
    `${place.cluster} belongs to user id ${uid}, but the database would run as ${user?.name ?? own}. ` +
    `Start Ballast as its owner (BALLAST_USER when started as root), or run “chown -R ${user?.name ?? own} ${place.folder}”.`
  throw new EmbeddedPostgresError('wrong_owner', message)
}

// The name of a draft carries the process that makes it; the others died half-way.
function removeLeftovers(place: Place): void {
  for (const name of readdirSync(place.folder)) {
    const maker = /^postgres\.new-(\d+)-/.exec(name)?.[1]
    if (maker && !isRunning(Number(maker))) rmSync(join(place.folder, name), { recursive: true, force: true })
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
