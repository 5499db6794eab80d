// A node that is alone spares the database its wake-ups; one that isn't never does.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { type TestDesk, testDesk } from '../../test/harness.ts'
import { eventually } from '../../test/security/line.ts'
import { system } from './context.ts'

const write = (desk: TestDesk) =>
  desk.app.desk.transact(system('test'), async ctx => ctx.emit('staff.changed', { staffId: 'x' } as never))

test('wake-ups are sent from the moment another node comes until it is gone', async () => {
  const one = await testDesk()
  const heard: string[] = []
  const listener = new pg.Client(one.options.connection)
  await listener.connect()
  listener.on('notification', ({ payload }) => heard.push(payload!.split(' ')[0]!))
  await listener.query('listen ballast_events')
  /** What was heard by the time a mark has come through. */
  const heardUntilNow = async () => {
    await one.pool.query(`select pg_notify('ballast_events', 'mark 0')`)
    await eventually(async () => heard.includes('mark'), 'the mark')
    return heard.splice(0).filter(from => from !== 'mark')
  }

  await write(one)
  assert.deepEqual(await heardUntilNow(), [one.app.nodeId], 'before it knows')
  await one.app.start({ jobs: false })
  await write(one)
  assert.deepEqual(await heardUntilNow(), [], 'alone')
  const other = await testDesk({ beside: one })
  await other.app.start({ jobs: false })
  await eventually(async () => {
    await write(one)
    return (await heardUntilNow()).length > 0
  }, 'a wake-up')
  await write(other)
  assert.deepEqual(await heardUntilNow(), [other.app.nodeId], 'the one that came knows of the first')
  await other.close()
  await listener.end()
})
