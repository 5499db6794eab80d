// Files that belong to nothing are set aside and wiped later, and no others: not what anything belongs to, nor what is new, nor another database's.
import assert from 'node:assert/strict'
import { mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, beforeEach, test } from 'node:test'
import { type TestDesk, testDesk } from '../../../../test/harness.ts'
import { newId } from '../../../platform/ids.ts'
import { type Log, silentLog } from '../../../platform/log.ts'
import { mailDesk } from './mail-desk.fixture.ts'

const at = await mailDesk()
const { desk } = at
after(() => at.close())

const day = 86_400_000
/** A month and a bit. */
const old = new Date(Date.now() - 30.5 * day)
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

async function sweep(on: TestDesk = desk): Promise<void> {
  on.clock.advance(86_400)
  await on.settle()
}

/** Those of `keys` that lie in the folder now, set aside or not. */
async function left(keys: string[]): Promise<string[]> {
  const there = new Set(await list())
  return keys.filter(one => there.has(one))
}

beforeEach(() => desk.settle())

test('what no row names is set aside after a month and wiped after another, also what was not written to its end', async () => {
  const strays = [made(key(1), old), made(`${key(2)}.partial`, old)]
  const fresh = made(key(3), new Date(Date.now() - 29 * day))
  const aside = strays.map(one => `stray/${one}`)
  await sweep()
  await sweep()
  assert.deepEqual(await left([...strays, ...aside, fresh]), [...aside, fresh])
  for (const one of aside) dated(one, old)
  await sweep()
  assert.deepEqual(await left([...strays, ...aside, fresh]), [fresh])
  await desk.app.desk.storage.remove(fresh)
})

test('mails, files of mails, of articles and uploads stay, and what an import still reads', async () => {
  const attachments = [{ filename: 'proof.txt', content: 'Paid.' }]
  await at.mail({ subject: 'With a file', text: 'See there. '.repeat(10_000), attachments })
  const kept = [made(key(10), old), made(key(11), old)]
  await desk.pool.query(
    `insert into mail_imports (id, mailbox_id, created_at, folders, until, state, file_keys) values ($1, $2, now(), '{a,b}', now(), 'stopped', $3)`,
    [newId(), at.mailboxId, kept],
  )
  await desk.pool.query(
    `insert into article_files (id, storage_key, name, type, size, created_at) values ($1, $2, 'a.png', 'image/png', 5, now())`,
    [newId(), made(key(12), old)],
  )
  const before = await list()
  assert.ok(before.length >= kept.length + 2, 'a mail and its file')
  for (const one of before) dated(one, old)
  await sweep()
  assert.deepEqual(await list(), before)
})

test('what was set aside is put back as soon as a row names it', async () => {
  const stray = made(key(30), old)
  await sweep()
  assert.deepEqual(await left([stray]), [])
  dated(`stray/${stray}`, old)
  await desk.pool.query(
    `insert into mail_imports (id, mailbox_id, created_at, folders, until, state, file_keys) values ($1, $2, now(), '{a}', now(), 'stopped', $3)`,
    [newId(), at.mailboxId, [stray]],
  )
  await sweep()
  assert.deepEqual(await left([stray, `stray/${stray}`]), [stray])
})

test('all are looked at, in many steps', async () => {
  const strays = Array.from({ length: 1_200 }, (_, n) => made(key(1_000 + n), old))
  await sweep()
  assert.deepEqual(await left(strays), [])
  for (const one of strays) dated(`stray/${one}`, old)
  await sweep()
  assert.deepEqual(await left(strays.map(one => `stray/${one}`)), [])
})

const warnings: string[] = []
const log = silentLog()
log.warn = ((_: object, said: string) => void warnings.push(said)) as Log['warn']

test('another database leaves the folder alone, and says so once a day', async () => {
  const foreign = made(key(20), old)
  const other = await testDesk({ filesFolder: desk.options.filesFolder, log })
  // Databases of tests are copies of one.
  await other.pool.query('update files_owner set id = gen_random_uuid()')
  await other.settle()
  warnings.length = 0
  await sweep(other)
  assert.deepEqual(await left([foreign]), [foreign])
  assert.deepEqual([warnings.length, /files\/desk-id/.test(warnings[0]!)], [1, true])
})

test('so does one that finds files in a folder without an id, until it is given its own', async () => {
  const foreign = made(key(21), old)
  const idFile = join(desk.options.filesFolder, 'desk-id')
  renameSync(idFile, `${idFile}.away`)
  const beside = await testDesk({ beside: desk, log })
  warnings.length = 0
  await sweep(beside)
  assert.deepEqual([await left([foreign]), warnings.length], [[foreign], 1])
  renameSync(`${idFile}.away`, idFile)
  await sweep(beside)
  assert.deepEqual(await left([foreign]), [])
})
