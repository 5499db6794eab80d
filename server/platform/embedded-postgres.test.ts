// The embedded database must survive whatever happens to it and to Ballast, and refuse clearly what it can't do.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { EmbeddedPostgresError, type FailureCode } from './embedded-postgres/failure.ts'
import {
  ask,
  openYard,
  ownId,
  postmasterPid,
  recorder,
  startElsewhere,
  until,
  user,
} from './embedded-postgres/harness.fixture.ts'
import { isPostgresIn } from './embedded-postgres/process.ts'
import { borrowEmbeddedPostgres, type Connection, startEmbeddedPostgres } from './embedded-postgres.ts'
import { blockedFor, lookUpUser, startedAsRoot } from './run-as.ts'

const { fresh, stocked, start, close } = openYard()
const others: ChildProcess[] = []
after(async () => {
  for (const child of others) child.kill('SIGKILL')
  await close()
})

const refusal = (code: FailureCode, words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof EmbeddedPostgresError, String(error))
  assert.equal(error.code, code)
  assert.match(error.message, words)
  return true
}

test('a first start makes a durable database that only its own user can reach', async () => {
  const folder = fresh()
  const postgres = await start(folder)
  const [settings] = await ask<Record<string, string>>(
    postgres.connection,
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
            current_setting('listen_addresses') as tcp, current_setting('data_checksums') as checksums,
            current_setting('max_connections') as connections, lower('ÄΣ') as lower, current_database() as name`,
  )
  assert.deepEqual(settings, {
    fsync: 'on',
    commit: 'on',
    tcp: '',
    checksums: 'on',
    connections: '100',
    lower: 'äσ',
    name: 'ballast',
  })
  assert.equal(postgres.adopted, false)
  assert.equal(statSync(postgres.connection.host).mode & 0o777, 0o700)
  assert.equal(statSync(join(folder, 'postgres')).uid, ownId)
  assert.equal(statSync(`/proc/${postmasterPid(folder)}`).uid, ownId)
  assert.deepEqual(readdirSync(folder).sort(), ['postgres', 'postgres.log', 'socket'])
  await postgres.stop()
})

test('what was written is there after a clean stop and a new start', async () => {
  const folder = await stocked()
  const first = await start(folder)
  await ask(first.connection, 'create table kept as select 7 as number')
  await first.stop()
  assert.equal(existsSync(join(folder, 'postgres', 'postmaster.pid')), false)
  const second = await start(folder)
  assert.equal(second.adopted, false)
  assert.deepEqual(await ask(second.connection, 'select number from kept'), [{ number: 7 }])
  await second.stop()
})

test('the url leads to the same database', async () => {
  const postgres = await start(await stocked())
  const url = new URL(postgres.url)
  assert.equal(url.protocol, 'postgresql:')
  assert.deepEqual(await ask({ connectionString: postgres.url } as never, 'select current_user as name'), [
    { name: 'ballast' },
  ])
  await postgres.stop()
})

test('the database of a killed Ballast is adopted, with the rows it held', async () => {
  const folder = await stocked()
  const { child, said } = await startElsewhere(folder)
  others.push(child)
  assert.ok(said.connection)
  await ask(said.connection, 'create table orphaned as select 1 as row')
  const pid = postmasterPid(folder)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const postgres = await start(folder)
  assert.equal(postgres.adopted, true)
  assert.equal(postmasterPid(folder), pid)
  assert.deepEqual(await ask(postgres.connection, 'select row from orphaned'), [{ row: 1 }])
  await postgres.stop()
  assert.equal(isPostgresIn(join(folder, 'postgres'), pid), false)
})

test('a second Ballast on one folder is refused and does no harm', async () => {
  const folder = await stocked()
  const postgres = await start(folder)
  await assert.rejects(start(folder), refusal('in_use', new RegExp(`process ${process.pid}.*DATABASE_URL`)))
  const { child, said } = await startElsewhere(folder)
  others.push(child)
  assert.deepEqual(said, { refused: 'in_use' })
  assert.deepEqual(await ask(postgres.connection, 'select 1 as alive'), [{ alive: 1 }])
  await postgres.stop()
})

test('a command borrows the running database, or one of its own', async () => {
  const folder = await stocked()
  const { log } = recorder()
  const whose = () =>
    borrowEmbeddedPostgres({ folder, user, log }, async connection => {
      await ask(connection, 'select 1')
      return postmasterPid(folder)
    })
  const own = await whose()
  assert.equal(existsSync(join(folder, 'postgres', 'postmaster.pid')), false)
  const postgres = await start(folder)
  const pid = postmasterPid(folder)
  assert.notEqual(own, pid)
  assert.equal(await whose(), pid)
  assert.equal(postmasterPid(folder), pid)
  await postgres.stop()
})

test('of two that start at once on an empty folder, exactly one has it', async () => {
  const folder = fresh()
  const results = await Promise.all([startElsewhere(folder), startElsewhere(folder)])
  others.push(...results.map(result => result.child))
  assert.deepEqual(results.map(({ said }) => said.refused ?? 'started').sort(), ['in_use', 'started'])
  for (const { child } of results) child.kill('SIGKILL')
})

test('a killed database is brought back, with everything that was committed', async () => {
  const folder = await stocked()
  const { log, lines } = recorder()
  const postgres = await start(folder, { log })
  await ask(postgres.connection, 'create table committed as select generate_series(1, 1000)')
  const pid = postmasterPid(folder)
  process.kill(pid, 'SIGKILL')
  await until('the database is back', () => lines.some(line => line.text === 'the embedded database is back'))
  assert.notEqual(postmasterPid(folder), pid)
  assert.ok(lines.some(line => line.level === 'error' && /ended or cut/.test(line.text)))
  assert.deepEqual(await ask(postgres.connection, 'select count(*)::int from committed'), [{ count: 1000 }])
  await assert.rejects(start(folder), refusal('in_use', /already runs/))
  await postgres.stop()
})

test('the crash of one session, which restarts all of them, keeps the claim', async () => {
  const folder = await stocked()
  const { log, lines } = recorder()
  const postgres = await start(folder, { log })
  const pid = postmasterPid(folder)
  await killSession(postgres.connection)
  await until('the claim is held again', () =>
    lines.some(line => line.text === 'the embedded database is back'),
  )
  assert.equal(postmasterPid(folder), pid)
  await assert.rejects(start(folder), refusal('in_use', /already runs/))
  await postgres.stop()
})

test('a session that outlives its killed server is waited for, but not for ever', async () => {
  const folder = await stocked()
  const { child, said } = await startElsewhere(folder)
  others.push(child)
  assert.ok(said.connection)
  const { session, lost } = await openSession(said.connection)
  process.kill(session, 'SIGSTOP')
  child.kill('SIGKILL')
  process.kill(postmasterPid(folder), 'SIGKILL')
  await assert.rejects(
    start(folder, { patienceMs: 300 }),
    refusal('did_not_start', /pre-existing shared memory/),
  )
  const patient = start(folder)
  process.kill(session, 'SIGKILL')
  await (await patient).stop()
  await lost
})

test('a server that lives but is stuck is named', async () => {
  const folder = await stocked()
  const { child } = await startElsewhere(folder)
  others.push(child)
  const pid = postmasterPid(folder)
  child.kill('SIGKILL')
  process.kill(pid, 'SIGSTOP')
  await assert.rejects(
    start(folder, { patienceMs: 100 }),
    refusal('no_answer', new RegExp(`kill -INT ${pid}`)),
  )
  process.kill(pid, 'SIGCONT')
  const postgres = await start(folder)
  assert.equal(postgres.adopted, true)
  await postgres.stop()
})

test('postmaster.pid that names a stranger does not keep the database from starting', async () => {
  const folder = await stocked()
  const lines = [
    process.pid,
    join(folder, 'postgres'),
    1,
    5432,
    join(folder, 'socket'),
    '',
    '5 6',
    'ready   ',
  ]
  writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${lines.join('\n')}\n`)
  const postgres = await start(folder)
  assert.equal(postgres.adopted, false)
  await postgres.stop()
})

test('a first start that was interrupted leaves nothing in the way', async () => {
  const folder = fresh()
  const dead = await deadProcess()
  mkdirSync(join(folder, `postgres.new-${dead}-abcd`))
  writeFileSync(join(folder, `postgres.new-${dead}-abcd`, 'PG_VERSION'), '18\n')
  mkdirSync(join(folder, `postgres.new-${process.pid}-live`))
  const postgres = await start(folder)
  assert.deepEqual(drafts(folder), [`postgres.new-${process.pid}-live`])
  await postgres.stop()
})

test('a first start that is killed in the middle is repeated whole', async () => {
  const folder = fresh()
  const script = fileURLToPath(new URL('./embedded-postgres/start-and-wait.fixture.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder], { stdio: 'ignore' })
  await until('initdb is at work', () => drafts(folder).length > 0)
  child.kill('SIGKILL')
  assert.equal(existsSync(join(folder, 'postgres')), false)
  const postgres = await start(folder)
  assert.deepEqual(await ask(postgres.connection, 'select 1 as one'), [{ one: 1 }])
  await postgres.stop()
})

test('files of another major version are left alone', async () => {
  const folder = fresh()
  mkdirSync(join(folder, 'postgres'))
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '17\n')
  await assert.rejects(start(folder), refusal('other_major', /PostgreSQL 17.*brings 18.*upgrade by copy/))
})

test('a folder that holds something else is left alone', async () => {
  const folder = fresh()
  mkdirSync(join(folder, 'postgres'))
  writeFileSync(join(folder, 'postgres', 'holiday.jpg'), 'x')
  await assert.rejects(start(folder), refusal('foreign_folder', /Move it away/))
  assert.deepEqual(drafts(folder), [])
})

test('files of another user are refused with the way out', async () => {
  const folder = await stocked()
  const stranger = { name: 'stranger', uid: ownId + 1, gid: ownId + 1 }
  const { log } = recorder()
  await assert.rejects(
    startEmbeddedPostgres({ folder, user: stranger, log }),
    refusal('wrong_owner', /chown -R stranger/),
  )
})

test('a path too long for a socket is no obstacle', async () => {
  const folder = fresh('long-'.repeat(24))
  const postgres = await start(folder)
  const { host } = postgres.connection
  assert.ok(!host.startsWith(folder))
  assert.equal(statSync(host).mode & 0o777, 0o700)
  assert.deepEqual(await ask(postgres.connection, 'select 1 as one'), [{ one: 1 }])
  await postgres.stop()
  assert.equal(existsSync(host), false)
})

test("the operator's own settings win", async () => {
  const folder = await stocked()
  writeFileSync(join(folder, 'postgres.conf'), 'max_connections = 42\n')
  const postgres = await start(folder)
  const rows = await ask(postgres.connection, "select current_setting('max_connections') as most")
  assert.deepEqual(rows, [{ most: '42' }])
  await postgres.stop()
})

test('a setting that the database refuses is quoted', async () => {
  const folder = await stocked()
  writeFileSync(join(folder, 'postgres.conf'), 'max_connections = many\n')
  await assert.rejects(
    start(folder),
    refusal('did_not_start', /invalid value for parameter "max_connections"/),
  )
})

test('an unprivileged user passes the same tests', { timeout: 240_000 }, async t => {
  const nobody = startedAsRoot() ? lookUpUser('nobody') : null
  const self = fileURLToPath(import.meta.url)
  const closed = nobody && (blockedFor(nobody, dirname(self)) ?? blockedFor(nobody, process.execPath))
  if (!nobody || closed) return t.diagnostic(closed ? `${closed} is closed to other users` : 'this run is it')
  const child = spawn(process.execPath, ['--test', self], {
    uid: nobody.uid,
    gid: nobody.gid,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: '/usr/bin:/bin' },
  })
  let output = ''
  for await (const chunk of child.stdout) output += chunk
  if (child.exitCode === null) await once(child, 'exit')
  assert.equal(child.exitCode, 0, output)
})

const drafts = (folder: string) => readdirSync(folder).filter(name => name.startsWith('postgres.new-'))

async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'exit')
  assert.ok(child.pid)
  return child.pid
}

async function openSession(connection: Connection): Promise<{ session: number; lost: Promise<unknown> }> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  const lost = new Promise(resolve => client.once('end', resolve))
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  assert.ok(rows[0])
  return { session: rows[0].pid, lost }
}

async function killSession(connection: Connection): Promise<void> {
  const { session, lost } = await openSession(connection)
  process.kill(session, 'SIGKILL')
  await lost
}
