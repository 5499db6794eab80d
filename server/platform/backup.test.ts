// A backup of a desk at work must bring back all that was promised, and a damaged or half one must never pass as whole.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { backup } from './backup.ts'
import { ask, openYard, ownId, recorder, user } from './embedded-postgres/harness.fixture.ts'
import type { Connection, EmbeddedPostgres } from './embedded-postgres.ts'
import { restore } from './restore.ts'
import { expectedRows, fill, fingerprint, migrateTo } from './transfer/desk.fixture.ts'
import { startServer } from './transfer/server.fixture.ts'

const yard = openYard()
const { log } = recorder()
let dataFolder: string
let postgres: EmbeddedPostgres
const whole = join(yard.yard, 'whole-backup')

before(async () => {
  dataFolder = yard.fresh('source')
  postgres = await yard.start(dataFolder)
  writeFileSync(join(dataFolder, 'secret.key'), 'a key')
  await ask(
    postgres.connection,
    'create table uploads (number int primary key, key text not null, filler text)',
  )
})
after(() => yard.close())

type Work = { over: boolean; committed: number }

/** A desk at work: stores a file, then commits its row, again and again. */
async function keepUploading(connection: Connection, work: Work): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  for (let number = 0; !work.over; number++) {
    const key = createHash('sha256').update(String(number)).digest('hex')
    const path = pathOfUpload(dataFolder, key)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, `upload ${number}`)
    await client.query('insert into uploads values ($1, $2, repeat($2, 40))', [number, key])
    work.committed = number + 1
    await pause(2) // hundreds of uploads prove what thousands would
  }
  await client.end()
}

function pathOfUpload(folder: string, key: string): string {
  return join(folder, 'files', key.slice(0, 2), key.slice(2))
}

test('a backup under writes brings back every committed row, each with its file', {
  timeout: 60_000,
}, async () => {
  const work: Work = { over: false, committed: 0 }
  const writing = keepUploading(postgres.connection, work)
  const phases: string[] = []
  let promised = 0
  const manifest = await backup({
    connection: postgres.connection,
    embedded: true,
    dataFolder,
    into: whole,
    log,
    onProgress({ phase }) {
      if (phases.includes(phase)) return
      phases.push(phase)
      // The next step is pg_backup_stop: what has been committed by now is promised.
      if (phase === 'log') promised = work.committed
    },
  })
  work.over = true
  await writing
  assert.deepEqual(phases, ['database', 'log', 'files', 'flush'])
  assert.equal(manifest.kind, 'cluster')
  assert.equal(manifest.postgres.split('.')[0], '18')
  assert.deepEqual(readdirSync(whole).sort(), [
    'checksums.sha256',
    'files',
    'manifest.json',
    'postgres',
    'secret.key',
  ])
  const into = join(yard.yard, 'restored')
  const rows = await restore({ from: whole, into, user, log })
  const restored = await yard.start(into)
  const found = await ask<{ number: number; key: string }>(
    restored.connection,
    'select * from uploads order by number',
  )
  assert.ok(promised > 10 && found.length >= promised, `${found.length} of ${promised}`)
  assert.equal(rows['public.uploads'], found.length)
  for (const { number, key } of found)
    assert.equal(readFileSync(pathOfUpload(into, key), 'utf8'), `upload ${number}`)
  assert.equal(readFileSync(join(into, 'secret.key'), 'utf8'), 'a key')
  assert.equal(statSync(into).mode & 0o777, 0o700)
  assert.equal(statSync(join(into, 'files')).uid, ownId)
  await restored.stop()
})

test('a log that is full and recycled while the copy runs is kept for it', { timeout: 60_000 }, async () => {
  const into = join(yard.yard, 'busy')
  const recycling: Promise<unknown>[] = []
  const phases = new Set<string>()
  let recycledInTime = false
  const recycle = async () => {
    const once =
      "insert into uploads (number, key) select -random() * 1e9, 'none'; select pg_switch_wal(); checkpoint;"
    await ask(postgres.connection, once.repeat(3))
    recycledInTime = !phases.has('log')
  }
  await backup({
    connection: postgres.connection,
    embedded: true,
    dataFolder,
    into,
    log,
    onProgress({ phase, files }) {
      phases.add(phase)
      if (files > 0 && recycling.length === 0) recycling.push(recycle())
    },
  })
  await Promise.all(recycling)
  assert.ok(recycledInTime, 'the log was recycled before the copy ended')
  const rows = await restore({ from: into, into: join(yard.yard, 'busy-restored'), user, log })
  assert.ok((rows['public.uploads'] ?? 0) > 0)
})

test('the list of checksums is what sha256sum understands', () => {
  const output = execFileSync('sha256sum', ['-c', '--quiet', 'checksums.sha256'], {
    cwd: whole,
    encoding: 'utf8',
  })
  assert.equal(output, '')
})

test('an existing folder is not overwritten', async () => {
  const attempt = backup({ connection: postgres.connection, embedded: true, dataFolder, into: whole, log })
  await assert.rejects(attempt, /exists already/)
})

test('a backup that fails leaves nothing behind', async () => {
  const into = join(yard.yard, 'failing')
  const connection = { ...postgres.connection, database: 'no_such' }
  await assert.rejects(backup({ connection, embedded: true, dataFolder, into, log }), /no_such/)
  assert.deepEqual(
    readdirSync(yard.yard).filter(name => name.startsWith('failing')),
    [],
  )
})

test('a folder in use is not restored into', async () => {
  await assert.rejects(restore({ from: whole, into: dataFolder, user, log }), /isn't empty/)
})

test('a key that a start has just made gives way to the one of the backup', async () => {
  const into = yard.fresh('with-key')
  writeFileSync(join(into, 'secret.key'), 'another key')
  await restore({ from: whole, into, user, log })
  assert.equal(readFileSync(join(into, 'secret.key'), 'utf8'), 'a key')
})

/** A small backup of kind `tables`, and the server it came from. */
async function backUpTables() {
  const server = await startServer(yard)
  const connection = { connectionString: await server.create('original') }
  await fill(connection)
  const folder = yard.fresh('small')
  await mkdir(join(folder, 'files/ab'), { recursive: true })
  await writeFile(join(folder, 'files/ab/cd'), 'upload')
  await writeFile(join(folder, 'files/ab/ef.partial'), 'half an upl')
  await writeFile(join(folder, 'secret.key'), 'a key')
  const into = join(yard.yard, 'tables')
  const manifest = await backup({ connection, embedded: false, dataFolder: folder, into, log })
  return { server, connection, into, manifest }
}

test('a desk on a server is backed up as tables and restored into an empty database', async t => {
  const { server, connection, into, manifest } = await backUpTables()
  t.after(() => server.stop())
  assert.deepEqual(manifest.rows, expectedRows)
  assert.equal(manifest.uploads, 1)
  const target = join(yard.yard, 'tables-restored')
  await assert.rejects(restore({ from: into, into: target, user, log }), /DATABASE_URL/)
  const url = await server.create('copy')
  const rows = await restore({ from: into, into: target, user, log, server: { url, migrate: migrateTo } })
  assert.deepEqual(rows, expectedRows)
  assert.deepEqual(await fingerprint({ connectionString: url }), await fingerprint(connection))
  assert.deepEqual(readdirSync(target, { recursive: true, encoding: 'utf8' }).sort(), [
    'files',
    'files/ab',
    'files/ab/cd',
    'secret.key',
  ])
})

const damages: [string, (folder: string) => void, RegExp][] = [
  ['without a manifest', folder => rmSync(join(folder, 'manifest.json')), /no manifest\.json/],
  ['with a changed list', folder => writeFileSync(join(folder, 'checksums.sha256'), ''), /isn't the one/],
  [
    'with a changed byte',
    folder => writeFileSync(join(folder, 'secret.key'), 'b key'),
    /1 file\(s\) differ.*secret\.key/,
  ],
  ['with a missing upload', folder => rmSync(join(folder, 'files/ab/cd')), /1 file\(s\) differ.*ab\/cd/],
  [
    'with a cut table',
    folder => truncateSync(join(folder, 'tables/public.people.copy'), 100),
    /public\.people/,
  ],
]

for (const [what, damage, words] of damages) {
  test(`a backup ${what} is refused and nothing is left of it`, async () => {
    const from = join(yard.yard, 'damaged')
    cpSync(join(yard.yard, 'tables'), from, { recursive: true })
    damage(from)
    const into = join(yard.yard, 'never')
    const server = { url: 'postgres://nowhere.invalid/x', migrate: migrateTo }
    await assert.rejects(restore({ from, into, user, log, server }), words)
    assert.deepEqual(
      readdirSync(yard.yard).filter(name => name.startsWith('never')),
      [],
    )
    rmSync(from, { recursive: true })
  })
}
