// Two nodes are one desk: what happens on one reaches the other's people, also after the wire between them broke.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import pg from 'pg'
import { createCustomer, createStaff } from '../../test/factories.ts'
import { type TestDesk, testDesk } from '../../test/harness.ts'
import { message, ok } from '../../test/security/cast.ts'
import { connect, eventually, type Line } from '../../test/security/line.ts'
import { createBus } from './bus.ts'
import { silentLog } from './log.ts'

let one: TestDesk
let addresses: string[]
before(async () => {
  one = await testDesk()
  const other = await testDesk({ beside: one })
  addresses = [await one.listen(), await other.listen()]
})

const listeners = async (pool: pg.Pool): Promise<number[]> =>
  (
    await pool.query<{ pid: number }>(
      `select pid from pg_stat_activity where application_name = 'ballast-bus' and datname = current_database()`,
    )
  ).rows.map(({ pid }) => pid)

async function talk() {
  const who = await createCustomer(one)
  const agent = one.as(await createStaff(one))
  const { conversation } = ok(await one.asCustomer(who).post('/api/customer/conversations', message('Hello')))
  const lines = [await connect(addresses[0]!, one.asCustomer(who)), await connect(addresses[1]!, agent)]
  for (const line of lines) {
    line.send({ type: 'join', room: `conversation:${conversation.id}` })
    await line.got(({ type }) => type === 'joined')
  }
  const say = async (body: string) =>
    ok(await agent.post(`/api/conversations/${conversation.id}/entries`, message(body))).seq as number
  return { id: conversation.id as string, lines, say }
}

const hears = (line: Line, seq: number) =>
  line.got(
    ({ type, entries }) => type === 'entries' && entries.some((entry: { seq: number }) => entry.seq === seq),
  )

test('an entry, a typing and a read mark of one node reach those of the other', async () => {
  const { id, lines, say } = await talk()
  const [customer, agent] = lines as [Line, Line]
  const seq = await say('On its way')
  await Promise.all([hears(customer, seq), hears(agent, seq)])
  agent.send({ type: 'typing', conversationId: id, typing: true })
  await customer.got(({ type }) => type === 'typing')
  customer.send({ type: 'read', conversationId: id, seq })
  await agent.got(({ type, by }) => type === 'read' && by === 'customer')
})

test('events that happen while the wire is down arrive when it is back, and it is laid once', async () => {
  const { lines, say } = await talk()
  const before = await listeners(one.pool)
  assert.equal(before.length, 2)
  for (let round = 0; round < 3; round++) {
    await one.pool.query('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [
      await listeners(one.pool),
    ])
    const seq = await say(`Round ${round}`)
    await Promise.all(lines.map(line => hears(line, seq)))
    await eventually(async () => (await listeners(one.pool)).length === 2, 'two wires')
  }
  const after = await listeners(one.pool)
  assert.ok(after.every(pid => !before.includes(pid)))
})

test('however often the wire can’t be laid, it is laid once', async () => {
  const pool = new pg.Pool({ ...one.options.connection, max: 1 })
  const connection = { ...one.options.connection }
  const events: unknown[] = []
  const bus = createBus({
    connection,
    pool,
    nodeId: 'third',
    log: silentLog(),
    hasCompany: () => true,
    onGreeting: () => {},
    onEvents: some => events.push(...some),
    onSignal: () => {},
  })
  await bus.start()
  const own = async () => (await listeners(one.pool)).length - 2
  assert.equal(await own(), 1)
  // From now on the address leads nowhere, and what stands is cut.
  const good = connection.port
  connection.port = 1
  const host = connection.host
  connection.host = '127.0.0.1'
  await one.pool.query('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [
    await listeners(one.pool),
  ])
  await eventually(async () => (await listeners(one.pool)).length === 2, 'the others are back')
  // Long enough for several attempts: each of them used to start two more.
  const attempts = performance.now() + 3_000
  await eventually(() => performance.now() > attempts, 'some attempts')
  Object.assign(connection, { host, port: good })
  await eventually(async () => (await own()) >= 1, 'connected again')
  const settledAt = performance.now() + 1_500
  await eventually(() => performance.now() > settledAt, 'time for more of them')
  assert.equal(await own(), 1)
  await bus.stop()
  await pool.end()
})
