// Everything must arrive at the server, unchanged and counted, or nothing.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openYard, recorder } from './embedded-postgres/harness.fixture.ts'
import type { EmbeddedPostgres } from './embedded-postgres.ts'
import { moveToPostgres } from './move-to-postgres.ts'
import { expectedRows, fill, fingerprint, migrateTo, query, run } from './transfer/desk.fixture.ts'
import { startServer } from './transfer/server.fixture.ts'

const yard = openYard()
let source: EmbeddedPostgres
let server: Awaited<ReturnType<typeof startServer>>

before(async () => {
  source = await yard.start(yard.fresh())
  server = await startServer(yard)
  await fill(source.connection)
})
after(async () => {
  await server.stop()
  await yard.close()
})

const move = (to: string, migrate = migrateTo, log = recorder().log) =>
  moveToPostgres({ from: source.connection, to, migrate, log })

test('everything moves: rows, circles of keys, sequences, and triggers stay silent', async () => {
  const to = await server.create('whole')
  const { log, lines } = recorder()
  const counts = await move(to, migrateTo, log)
  assert.deepEqual(Object.fromEntries(counts.map(({ table, from }) => [table, from])), expectedRows)
  assert.deepEqual(Object.fromEntries(counts.map(count => [count.table, count.to])), expectedRows)
  assert.deepEqual(await fingerprint({ connectionString: to }), await fingerprint(source.connection))
  assert.equal(lines.filter(line => line.text === 'rows').length, counts.length)
})

test('after the move keys and triggers work again', async () => {
  const to = { connectionString: await server.create('working') }
  await move(to.connectionString)
  await assert.rejects(run(to, 'insert into teams (lead_id) values (999999)'), { code: '23503' })
  await assert.rejects(run(to, 'delete from audit'), /append only/)
  await run(to, `insert into people (name) values ('late')`)
  assert.deepEqual(await query(to, 'select value::int from counters'), [{ value: 501 }])
})

test('a target that holds anything is refused and left as it is', async () => {
  const to = await server.create('used')
  await run({ connectionString: to }, 'create table theirs as select 1 as row')
  await assert.rejects(move(to), /isn't empty.*public\.theirs/)
  assert.deepEqual(await query({ connectionString: to }, 'select row from theirs'), [{ row: 1 }])
})

test('a target of another version is refused before a row is copied', async () => {
  const to = await server.create('other')
  const older = async (url: string) => {
    await migrateTo(url)
    await run({ connectionString: url }, 'alter table teams drop column title')
  }
  await assert.rejects(move(to, older), /same version.*public\.teams/)
  assert.deepEqual(await query({ connectionString: to }, 'select count(*)::int from people'), [{ count: 0 }])
})

test('a row that the target loses on its way makes the whole move fail', async () => {
  const to = await server.create('losing')
  // A rule survives the resting of triggers, as whatever else swallows rows at the target might.
  const losing = async (url: string) => {
    await migrateTo(url)
    await run({ connectionString: url }, `alter table queue.jobs add constraint small check (id < 30)`)
  }
  await assert.rejects(move(to, losing), /small/)
  assert.deepEqual(await query({ connectionString: to }, 'select count(*)::int from people'), [{ count: 0 }])
})
