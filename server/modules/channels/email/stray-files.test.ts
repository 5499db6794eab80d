// Files that belong to nothing are wiped, and no others: not what anything belongs to, nor what is new, nor another database's.
import assert from 'node:assert/strict'
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, beforeEach, test } from 'node:test'
import { newId } from '../../../platform/ids.ts'
import { mailDesk } from './mail-desk.fixture.ts'

const at = await mailDesk()
const { desk } = at
after(() => at.close())

const day = 86_400_000
/** Two days and a bit. */
const old = new Date(Date.now() - 2.5 * day)
const list = async () => (await desk.app.desk.storage.list(null, 10_000)).map(({ key }) => key)

function dated(key: string, written: Date): string {
  utimesSync(join(desk.options.filesFolder, key), written, written)
  return key
}

function made(key: string, written: Date): string {
  const path = join(desk.options.filesFolder, key)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, 'Hello')
  return dated(key, written)
}

const key = (n: number) => `${(n % 256).toString(16).padStart(2, '0')}/${String(n).padStart(62, '0')}`

async function sweep(): Promise<void> {
  desk.clock.advance(86_400)
  await desk.settle()
}

beforeEach(async () => {
  await desk.settle()
  await desk.pool.query('update migrations set applied_at = $1', [new Date(Date.now() - 30 * day)])
})

test('what no row names is wiped a day later, also what was not written to its end', async () => {
  const stray = made(key(1), old)
  const cut = made(`${key(2)}.partial`, old)
  const fresh = made(key(3), new Date(Date.now() - day / 2))
  await sweep()
  const left = await list()
  assert.deepEqual(
    [stray, cut, fresh].map(one => left.includes(one)),
    [false, false, true],
  )
  await desk.app.desk.storage.remove(fresh)
})

test('mails, files of mails and uploads stay, and what an import still reads', async () => {
  const attachments = [{ filename: 'proof.txt', content: 'Paid.' }]
  await at.mail({ subject: 'With a file', text: 'See there.', attachments })
  const kept = [made(key(10), old), made(key(11), old)]
  await desk.pool.query(
    `insert into mail_imports (id, mailbox_id, created_at, folders, until, state, file_keys) values ($1, $2, now(), '{a,b}', now(), 'stopped', $3)`,
    [newId(), at.mailboxId, kept],
  )
  const before = await list()
  assert.ok(before.length >= kept.length + 2, 'a mail and its file')
  for (const one of before) dated(one, old)
  await sweep()
  assert.deepEqual(await list(), before)
})

test('all are looked at, in many steps', async () => {
  const strays = Array.from({ length: 1_200 }, (_, n) => made(key(1_000 + n), old))
  await sweep()
  const left = new Set(await list())
  assert.deepEqual(
    strays.filter(one => left.has(one)),
    [],
  )
})

test('what is older than the database may be another one’s', async () => {
  const foreign = made(key(20), old)
  await desk.pool.query('update migrations set applied_at = $1', [new Date(Date.now() - day)])
  await sweep()
  assert.ok((await list()).includes(foreign))
})
