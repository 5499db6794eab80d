// Versions: one is the newest, none is altered, and no node goes by what another one has replaced.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type TestDesk, testDesk } from '../../test/harness.ts'
import { type Context, nobody, system } from './context.ts'
import { AppError } from './errors.ts'
import { versioned } from './versions.ts'

const leaves = versioned<'leaf', { colour: string }>('leaves', 'leaf')
const green = { colour: 'green' }
const red = { colour: 'red' }
const brown = { colour: 'brown' }

let desk: TestDesk
let other: TestDesk
before(async () => {
  desk = await testDesk()
  other = await testDesk({ beside: desk })
  await desk.pool.query('create table leaves (id uuid primary key, version int, archived_at timestamptz)')
  await desk.pool.query(
    `create table leaf_versions (leaf_id uuid references leaves, version int, content jsonb, created_at timestamptz,
      created_by uuid, primary key (leaf_id, version))`,
  )
})

const write = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
  desk.app.desk.transact(system('test'), work)
const reader = (on: TestDesk) => on.app.desk.read(nobody)
const create = async () => (await write(ctx => leaves.create(ctx, green))).id
const change = (id: string, version: number, to: { colour: string }) =>
  write(ctx => leaves.change(ctx, id, version, () => to))
const find = (id: string, on = desk) => leaves.find(reader(on), id)
const refusal = (code: string) => (error: unknown) => error instanceof AppError && error.code === code

test('a change is made to the newest version, and is the newest then', async () => {
  const id = await create()
  desk.clock.advance(60)
  await change(id, 1, red)
  const changedAt = desk.clock().toISOString()
  assert.deepEqual(await find(id), { id, version: 2, changedAt, leaf: red })
  await assert.rejects(change(id, 1, brown), refusal('stale_version'))
  assert.deepEqual(await leaves.at(reader(desk), { id, version: 1 }), green)
  await assert.rejects(leaves.at(reader(desk), { id, version: 3 }), /has no version 3/)
})

test('of two changes at once one is refused', async () => {
  const id = await create()
  const both = await Promise.allSettled([change(id, 1, red), change(id, 1, brown)])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  assert.equal((await find(id))!.version, 2)
})

test('what is archived is not there any more, but can be told', async () => {
  const [kept, gone] = [await create(), await create()]
  const refuse = async () => {
    throw new AppError('calendar_in_use')
  }
  await assert.rejects(
    write(ctx => leaves.archive(ctx, kept, refuse)),
    refusal('calendar_in_use'),
  )
  await write(ctx => leaves.archive(ctx, gone))
  const ids = (await leaves.list(reader(desk))).map(({ id }) => id)
  assert.deepEqual([ids.includes(kept), ids.includes(gone)], [true, false])
  assert.equal(await find(gone), undefined)
  assert.deepEqual(await leaves.at(reader(desk), { id: gone, version: 1 }), green)
  await assert.rejects(change(gone, 1, red), refusal('not_found'))
  await assert.rejects(
    write(ctx => leaves.archive(ctx, gone)),
    refusal('not_found'),
  )
})

test('a version is read once, and what replaces it holds on every node at once', async () => {
  const id = await create()
  desk.clock.advance(60)
  const first = (await find(id, other))!.leaf
  assert.equal((await find(id, other))!.leaf, first)
  await change(id, 1, red)
  assert.deepEqual((await find(id, other))!.leaf, red)
})

test('what a transaction wrote and took back is not remembered', async () => {
  const id = await create()
  const failing = write(async ctx => {
    await leaves.change(ctx, id, 1, () => red)
    assert.deepEqual((await leaves.find(ctx, id))!.leaf, red)
    throw new Error('taken back')
  })
  await assert.rejects(failing, /taken back/)
  await change(id, 1, brown)
  desk.clock.advance(60)
  assert.deepEqual((await find(id))!.leaf, brown)
})
