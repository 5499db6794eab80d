// Reactions in the background miss nothing and do nothing twice, whoever else is at it and whatever fails.
import assert from 'node:assert/strict'
import { beforeEach, suite, test } from 'node:test'
import { type TestDesk, testDesk } from '../../test/harness.ts'
import { type Desk, system } from './context.ts'
import { type DeskEvent, when } from './events.ts'
import { createFollower } from './follower.ts'
import { silentLog } from './log.ts'
import { renumberEvents } from './transfer/renumber.ts'

const desk = await testDesk()
let seen: string[]
let fail = false

beforeEach(async () => {
  seen = []
  fail = false
  await follower().settle()
  seen = []
})

const idsOf = (events: DeskEvent<'staff.changed'>[]) => events.map(({ data }) => data.staffId)

const follower = (on: TestDesk = desk, its: Desk = on.app.desk) =>
  createFollower({
    desk: its,
    log: silentLog(),
    background: new Set(['note', 'stumble']),
    reactions: {
      'staff.changed': {
        note: when(
          ({ data }) => data.staffId !== 'of no concern',
          async (_, events) => {
            seen.push(...idsOf(events))
          },
        ),
      },
      'staff.disabled': {
        stumble: async () => {
          if (fail) throw new Error('stumbled')
        },
      },
    },
  })

const happen = (...names: string[]) =>
  desk.app.desk.transact(system('test'), async ctx => {
    for (const name of names) ctx.emit('staff.changed', { staffId: name } as never)
  })

/** A transaction in which this has happened, and which still runs. */
async function beginning(name: string): Promise<{ commit(): Promise<void> }> {
  const client = await desk.pool.connect()
  await client.query('begin')
  await client.query(
    `insert into events (type, at, actor_kind, data) values ('staff.changed', now(), 'system', jsonb_build_object('staffId', $1::text))`,
    [name],
  )
  return {
    commit: async () => {
      await client.query('commit')
      client.release()
    },
  }
}

suite('what happened is handled', () => {
  test('once, in order, and more than one batch holds', async () => {
    const names = Array.from({ length: 130 }, (_, n) => `n${n}`)
    for (const name of names) await happen(name)
    assert.equal(await follower().settle(), 130)
    assert.deepEqual(seen, names)
    assert.equal(await follower().settle(), 0)
  })

  test('unless it is of no concern to the reaction', async () => {
    await happen('of no concern', 'one')
    await follower().settle()
    assert.deepEqual(seen, ['one'])
  })

  test('once, when two nodes are at it', async () => {
    const other = await testDesk({ beside: desk })
    const names = Array.from({ length: 300 }, (_, n) => `n${n}`)
    await happen(...names)
    while (seen.length < names.length) await Promise.all([follower().settle(), follower(other).settle()])
    assert.deepEqual(seen, names)
  })

  test('also what was begun earlier and committed later', async () => {
    const late = await beginning('late')
    await happen('early')
    await follower().settle()
    assert.deepEqual(seen, [], 'nothing that a running transaction may come before')
    await late.commit()
    await follower().settle()
    assert.deepEqual(seen, ['late', 'early'])
  })

  test('also when a later one is committed between the look at who is running and the reading', async () => {
    const first = await beginning('first')
    const second = await beginning('second')
    let commit = second.commit
    const interrupted: Desk = {
      ...desk.app.desk,
      transact: (actor, work) =>
        desk.app.desk.transact(actor, ctx =>
          work({
            ...ctx,
            run: async (statement, values) => {
              if (statement.name === 'read_events') {
                await commit()
                commit = async () => {}
              }
              return ctx.run(statement, values)
            },
          }),
        ),
    }
    await follower(desk, interrupted).settle()
    assert.deepEqual(seen, [])
    await first.commit()
    await follower().settle()
    assert.deepEqual(seen, ['first', 'second'])
  })

  test('as a job of its own where a reaction throws, and the others are not held up', async () => {
    fail = true
    await desk.app.desk.transact(system('test'), async ctx => {
      ctx.emit('staff.disabled', { staffId: 'a' } as never)
      ctx.emit('staff.changed', { staffId: 'b' } as never)
    })
    await follower().settle()
    const { rows } = await desk.pool.query(
      `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
       where t.id = j.task_id and t.identifier in ('stumble', 'note')
       returning t.identifier, j.payload->'events'->0->'data'->>'staffId' as id`,
    )
    const jobs = rows.map(({ identifier, id }) => `${identifier} ${id}`)
    assert.deepEqual(jobs.sort(), ['note b', 'stumble a'])
    await happen('next')
    await follower().settle()
    assert.equal(seen.at(-1), 'next')
  })

  test('in another cluster, from where it was', async () => {
    await happen('before')
    await follower().settle()
    await happen('open')
    await renumberEvents(desk.pool)
    seen = []
    await happen('after')
    await follower().settle()
    assert.deepEqual(seen, ['open', 'after'])
    const { rows } = await desk.pool.query(`select count(*)::int as n from events where tx = '0'`)
    assert.ok(rows[0].n > 2)
  })
})
