// A backup of a desk at work must bring back all that was promised, and a damaged or half one must never pass as whole.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { backup } from './backup.ts'
import { ask, openYard, ownId, recorder, user } from './embedded-postgres/harness.fixture.ts'
import type { Connection, EmbeddedPostgres } from './embedded-postgres.ts'
import { restore } from './restore.ts'
import { expectedRows, fill, fingerprint, migrateTo, query } from './transfer/desk.fixture.ts'
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

/** A desk at work: stores a file, then commits its row, as fast as it can. */
async function keepUploading(connection: Connection, from: number, stop: () => boolean): Promise<number> {
  const client = new pg.Client(connection)
  await client.connect()
  let number = from
  while (!stop()) {
    const key = createHash('sha256').update(String(number)).digest('hex')
    const path = join(dataFolder, 'files', key.slice(0, 2), key.slice(2))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, `upload ${number}`)
    await client.query('insert into uploads values ($1, $2, repeat($2, 40))', [number++, key])
  }
  await client.end()
  return number
}

function pathOfUpload(folder: string, key: string): string {
  return join(folder, 'files', key.slice(0, 2), key.slice(2))
}

test('a backup under writes brings back every committed row, each with its file', {
  timeout: 60_000,
}, async () => {
  const state = { over: false, committed: 0 }
  const writing = keepUploading(postgres.connection, 0, () => state.over)
  const phases = new Set<string>()
  const finished = backup({
    connection: postgres.connection,
    embedded: true,
    dataFolder,
    into: whole,
    log,
    onProgress({ phase }) {
      if (phase === 'files' && !phases.has('files')) state.over = true
      phases.add(phase)
    },
  })
  // Read while the copy runs: whatever is committed by now must be back.
  await ask(postgres.connection, 'select pg_switch_wal()')
  const [seen] = await ask<{ count: number }>(postgres.connection, 'select count(*)::int from uploads')
  const manifest = await finished
  await writing
  assert.deepEqual([...phases], ['database', 'files'])
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
  assert.ok(seen && found.length >= seen.count, `${found.length} of ${seen?.count}`)
  assert.ok(found.length > 0)
  assert.equal(rows['public.uploads'], found.length)
  for (const { number, key } of found)
    assert.equal(readFileSync(pathOfUpload(into, key), 'utf8'), `upload ${number}`)
  assert.equal(readFileSync(join(into, 'secret.key'), 'utf8'), 'a key')
  assert.equal(statSync(into).mode & 0o777, 0o700)
  assert.equal(statSync(join(into, 'files')).uid, ownId)
  await restored.stop()
})

test('what is committed at the very end of the copy, after a log full of writes, is in it', {
  timeout: 60_000,
}, async () => {
  const into = join(yard.yard, 'busy')
  const filled: Promise<unknown>[] = []
  const busy = `create table busy as select n, repeat(md5(n::text), 30) as text from generate_series(1, 60000) n; checkpoint; select pg_switch_wal(); checkpoint`
  const connection = { ...postgres.connection }
  await backup({
    connection,
    embedded: true,
    dataFolder,
    into,
    log,
    onProgress() {
      if (filled.length === 0) filled.push(ask(connection, busy))
    },
  })
  await Promise.all(filled)
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

const damages: [string, (folder: string) => void, RegExp][] = [
  ['without a manifest', folder => rmSync(join(folder, 'manifest.json')), /no manifest\.json/],
  ['with a changed list', folder => writeFileSync(join(folder, 'checksums.sha256'), ''), /isn't the one/],
  [
    'with a changed byte',
    folder => writeFileSync(join(folder, 'secret.key'), 'b key'),
    /1 file\(s\) differ.*secret\.key/,
  ],
  [
    'with a missing upload',
    folder => rmSync(join(folder, 'files'), { recursive: true }),
    /differ or are missing/,
  ],
  [
    'with a cut database',
    folder => truncateSync(join(folder, 'postgres/global/pg_control'), 100),
    /pg_control/,
  ],
]

for (const [what, damage, words] of damages) {
  test(`a backup ${what} is refused and nothing is left of it`, async () => {
    const from = join(yard.yard, `damaged-${words.source.length}`)
    execFileSync('cp', ['-a', whole, from])
    damage(from)
    const into = join(yard.yard, 'never')
    await assert.rejects(restore({ from, into, user, log }), words)
    assert.equal(existsSync(into), false)
    assert.deepEqual(
      readdirSync(yard.yard).filter(name => name.startsWith('never')),
      [],
    )
    rmSync(from, { recursive: true })
  })
}

test('a desk on a server is backed up as tables and restored into an empty database', async () => {
  const server = await startServer(yard)
  const connection = { connectionString: await server.create('original') }
  await fill(connection)
  const into = join(yard.yard, 'tables')
  const manifest = await backup({ connection, embedded: false, dataFolder, into, log })
  assert.deepEqual(manifest.rows, expectedRows)
  const target = join(yard.yard, 'tables-restored')
  await assert.rejects(restore({ from: into, into: target, user, log }), /DATABASE_URL/)
  const url = await server.create('copy')
  const rows = await restore({ from: into, into: target, user, log, server: { url, migrate: migrateTo } })
  assert.deepEqual(rows, expectedRows)
  assert.deepEqual(await fingerprint({ connectionString: url }), await fingerprint(connection))
  assert.deepEqual(readdirSync(target).sort(), ['files', 'secret.key'])
  assert.deepEqual(await query({ connectionString: url }, 'select count(*)::int from people'), [
    { count: 500 },
  ])
  await server.stop()
})
