// After the start nothing of root may be left, and what was loaded before must go on working from a closed checkout.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { becomeUnprivileged } from './drop-root.ts'
import { lookUpUser, startedAsRoot } from './run-as.ts'

const yard = mkdtempSync(join(tmpdir(), 'ballast-root-'))
chmodSync(yard, 0o755)
after(() => rmSync(yard, { recursive: true }))

const probe = `
import { readFileSync, writeFileSync } from 'node:fs'
import { becomeUnprivileged } from './platform/drop-root.ts'
import { loadedBefore } from './loaded-before.ts'
const attempt = (act: () => unknown) => { try { act(); return 'works' } catch (error) { return (error as { code: string }).code } }
const dropped = becomeUnprivileged(JSON.parse(process.argv[2]!))
const late = await import('./loaded-late.ts').then(() => 'works', error => error.code)
process.stdout.write(JSON.stringify({
  dropped, uid: process.getuid!(), euid: process.geteuid!(), gid: process.getgid!(), groups: process.getgroups!(),
  cwd: process.cwd(), loaded: loadedBefore(), late,
  ownCode: attempt(() => readFileSync(import.meta.filename)),
  key: attempt(() => readFileSync('secret.key')),
  upload: attempt(() => writeFileSync('files/ab/new', 'x')),
  root: attempt(() => process.setuid!(0)),
  shadow: attempt(() => readFileSync('/etc/shadow')),
}))
`

function closedCheckout(): string {
  const checkout = join(yard, 'private', 'checkout')
  for (const name of ['drop-root.ts', 'run-as.ts']) {
    cpSync(join(import.meta.dirname, name), join(checkout, 'platform', name))
  }
  writeFileSync(join(checkout, 'package.json'), '{"type":"module"}')
  writeFileSync(join(checkout, 'loaded-before.ts'), "export const loadedBefore = () => 'still here'\n")
  writeFileSync(join(checkout, 'loaded-late.ts'), 'export {}\n')
  writeFileSync(join(checkout, 'probe.ts'), probe)
  chmodSync(join(yard, 'private'), 0o700)
  return checkout
}

function dataMadeByRoot(): string {
  const data = join(yard, 'data')
  mkdirSync(join(data, 'files', 'ab'), { recursive: true, mode: 0o700 })
  writeFileSync(join(data, 'secret.key'), 'key', { mode: 0o600 })
  return data
}

test('a start as root ends as the unprivileged user, for good', () => {
  const dataFolder = dataMadeByRoot()
  const runAs = startedAsRoot() ? lookUpUser('nobody') : null
  const argument = JSON.stringify({ runAs, dataFolder })
  const script = join(closedCheckout(), 'probe.ts')
  const { stdout, stderr } = spawnSync(process.execPath, [script, argument], { encoding: 'utf8' })
  assert.ok(stdout, stderr)
  const { dropped, uid, euid, gid, groups, cwd, ...rest } = JSON.parse(stdout)
  assert.equal(rest.loaded, 'still here')
  assert.equal(rest.root, 'EPERM')
  assert.equal(rest.shadow, 'EACCES')
  assert.equal(dropped, runAs !== null)
  if (!runAs) return assert.equal(uid, process.getuid?.())
  assert.deepEqual(
    { uid, euid, gid, groups, cwd },
    { uid: runAs.uid, euid: runAs.uid, gid: runAs.gid, groups: [runAs.gid], cwd: dataFolder },
  )
  assert.deepEqual(rest, {
    ...rest,
    ownCode: 'EACCES',
    late: 'ERR_MODULE_NOT_FOUND',
    key: 'works',
    upload: 'works',
  })
  assert.equal(statSync(join(dataFolder, 'files')).uid, runAs.uid)
})

test('root without another user to become is refused', () => {
  const attempt = () => becomeUnprivileged({ runAs: null, dataFolder: yard })
  if (startedAsRoot()) assert.throws(attempt, /BALLAST_USER/)
  else assert.equal(attempt(), false)
})
