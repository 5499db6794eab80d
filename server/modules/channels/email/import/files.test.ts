// Old mail out of files becomes conversations that are over, as from a server: threaded, dated, each mail once, and nothing follows.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { MailImport } from '../../../../../contract/mail-import.ts'
import { createStaff } from '../../../../../test/factories.ts'
import { testDesk } from '../../../../../test/harness.ts'
import { until } from '../imap/imap-desk.fixture.ts'
import { mailDesk } from '../mail-desk.fixture.ts'
import { caps } from '../parse/caps.ts'
import { oldMail } from './import-desk.fixture.ts'
import { importFiles } from './import-files.ts'

const at = await mailDesk()
const { desk } = at
const person = desk.as(at.admin)
const folder = mkdtempSync(join(tmpdir(), 'ballast-old-mail-'))
after(async () => {
  rmSync(folder, { recursive: true })
  await at.close()
})

const begin = 'From bo@customer.example Tue Jan  7 09:00:00 2025\n'
const mbox = (...mails: string[]) => mails.map(mail => `${begin}${mail}\n`).join('')

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const take = (...paths: string[]) => importFiles(desk.app.desk, 'help@harbour.example', paths)
const shown = async (id: string): Promise<MailImport> =>
  (await person.get('/api/mail-imports')).body.imports.find((one: MailImport) => one.id === id)
async function imported(...paths: string[]): Promise<MailImport> {
  const { id } = await take(...paths)
  return until(
    () => shown(id),
    ({ state }) => state === 'done',
    'the import is not done',
    60_000,
  )
}
const solved = async () => (await person.get('/api/conversations?status=solved')).body.conversations
const count = async (table: string, where = 'true'): Promise<number> =>
  (await desk.pool.query(`select count(*)::int as n from ${table} where ${where}`)).rows[0].n
const stored = async () => (await desk.app.desk.storage.list(null, 1_000)).map(({ key }) => key)

const ours = 'Help <help@harbour.example>'
const bo = 'Bo Li <bo@customer.example>'
const question = oldMail({ subject: 'Where is it?', id: 'a1' })
const answer = oldMail({
  from: ours,
  to: bo,
  subject: 'Re: Where is it?',
  id: 'a2',
  answers: ['a1'],
  date: 'Wed, 8 Jan 2025 09:00:00 +0000',
  body: '>From here it is on its way.',
})
const thanks = oldMail({
  subject: 'Re: Where is it?',
  id: 'a3',
  answers: ['a2'],
  date: 'Thu, 9 Jan 2025 09:00:00 +0000',
})

test('several files are one mailbox: answers stand below their questions, whatever the order', async () => {
  const sent = file('sent.mbox', mbox(answer))
  const inbox = file('inbox.mbox', mbox(thanks, question))
  const done = await imported(sent, inbox)
  assert.deepEqual(
    [done.source, done.host, done.folders, done.total, done.done, done.filed, done.conversations, done.fault],
    ['files', null, ['sent.mbox', 'inbox.mbox'], 3, 3, 3, 1, null],
  )
  const [conversation] = await solved()
  assert.deepEqual([conversation.subject, conversation.tags], ['Where is it?', ['imported']])
  const { entries } = (await person.get(`/api/conversations/${conversation.id}/entries`)).body
  assert.deepEqual(
    entries.map(({ at: written, author, body }: any) => [written.slice(0, 10), author.kind, body]),
    [
      ['2025-01-07', 'customer', 'Hello.'],
      ['2025-01-08', 'staff', 'From here it is on its way.'],
      ['2025-01-09', 'customer', 'Hello.'],
    ],
  )
})

test('nothing follows, and the copies are gone', async () => {
  await desk.settle()
  const { rows } = await desk.pool.query('select distinct type from events where conversation_id is not null')
  assert.deepEqual(rows, [{ type: 'conversation.imported' }])
  assert.deepEqual(
    [
      await count('outgoing_mails'),
      await count('promises'),
      await count('timers', "key not like 'schedule:%'"),
    ],
    [0, 0, 0],
  )
  assert.deepEqual(await stored(), [])
})

test('a mail is one by whichever way it came', async () => {
  const live = oldMail({ subject: 'Came live', id: 'live' })
  await at.mailRaw(live.replaceAll('\n', '\r\n'))
  const { filed, skipped } = await imported(file('again.mbox', mbox(live, question, answer)))
  assert.deepEqual({ filed, skipped }, { filed: 0, skipped: 3 })
  const crlf = file('crlf.mbox', mbox(question, thanks).replaceAll('\n', '\r\n'))
  assert.equal((await imported(crlf)).skipped, 2)
})

test('what came since the desk fetches the mailbox is taken, too, unless it was fetched', async () => {
  await desk.pool.query(
    `insert into imap_accounts (mailbox_id, host, port, security, username, sealed_password, folder, start, revision, began_at)
      values ($1, '127.0.0.1', 1, 'tls', 'help', '', 'INBOX', 'new', gen_random_uuid(), '2025-01-07')`,
    [at.mailboxId],
  )
  const elsewhere = oldMail({ subject: 'Sorted away', id: 's1', date: 'Thu, 5 Feb 2026 09:00:00 +0000' })
  const { total, filed, skipped } = await imported(file('since.mbox', mbox(thanks, elsewhere)))
  await desk.pool.query('delete from imap_accounts')
  assert.deepEqual({ total, filed, skipped }, { total: 2, filed: 1, skipped: 1 })
})

test('what is too large or unreadable is listed, and the rest goes on', async () => {
  const large = oldMail({
    subject: 'Large',
    id: 'l1',
    body: 'x'
      .repeat(99)
      .concat('\n')
      .repeat(caps.rawBytes / 99),
  })
  const path = file(
    'odd.mbox',
    mbox(oldMail({ subject: 'Before', id: 'b0' }), large, ' \n', oldMail({ subject: 'Behind', id: 'b1' })),
  )
  const { id, total, filed, unreadable } = await imported(path)
  assert.deepEqual({ total, filed, unreadable }, { total: 4, filed: 2, unreadable: 2 })
  const { mails } = (await person.get(`/api/mail-imports/${id}/unreadable`)).body
  assert.deepEqual(
    mails.map(({ folder: name, reason, mailId }: any) => [name, reason, mailId !== null]),
    [
      ['odd.mbox', 'too_large', false],
      ['odd.mbox', 'malformed', true],
    ],
  )
})

test('a folder of .eml files, with those in its folders', async () => {
  const eml = join(folder, 'eml')
  mkdirSync(join(eml, 'deeper'), { recursive: true })
  writeFileSync(
    join(eml, 'one.eml'),
    oldMail({ subject: 'As a file', id: 'e1', body: 'From now on\n\nFrom then on' }),
  )
  writeFileSync(join(eml, 'deeper', 'Two.EML'), 'From: bo@customer.example\r\nSubject: Undated\r\n\r\nHello')
  writeFileSync(join(eml, 'notes.txt'), 'none of it')
  utimesSync(join(eml, 'deeper', 'Two.EML'), new Date('2024-05-06'), new Date('2024-05-06'))
  const { filed } = await imported(eml)
  assert.equal(filed, 2)
  const undated = (await solved()).find(({ subject }: any) => subject === 'Undated')
  assert.equal(undated.createdAt, '2024-05-06T00:00:00.000Z')
  const one = (await solved()).find(({ subject }: any) => subject === 'As a file')
  const { entries } = (await person.get(`/api/conversations/${one.id}/entries`)).body
  assert.equal(entries[0].body, 'From now on\n\nFrom then on')
})

test('what is neither is refused by a code, and leaves nothing behind', async () => {
  await desk.settle()
  const before = { stored: await stored(), imports: await count('mail_imports') }
  const fine = file('fine.mbox', mbox(oldMail({ subject: 'Fine', id: 'f1' })))
  const empty = join(folder, 'empty')
  mkdirSync(empty)
  for (const wrong of [file('words.txt', 'Dear all,\n\nhello'), file('none.mbox', ''), empty])
    await assert.rejects(take(fine, wrong), { code: 'no_old_mail' })
  await assert.rejects(take(join(folder, 'missing')), { code: 'ENOENT' })
  await assert.rejects(importFiles(desk.app.desk, 'other@harbour.example', [fine]), { code: 'not_found' })
  assert.deepEqual({ stored: await stored(), imports: await count('mail_imports') }, before)
})

test('stopped for a month, its copies are wiped and it can’t be continued; continued meanwhile, they stay', async () => {
  const base = await testDesk()
  const boss = base.as(await createStaff(base, { role: 'administrator' }))
  await boss.post('/api/mailboxes', { address: 'help@harbour.example', name: 'Harbour help' })
  const path = file('stopped.mbox', mbox(question))
  const [dropped, kept] = [
    await importFiles(base.app.desk, 'help@harbour.example', [path]),
    await importFiles(base.app.desk, 'help@harbour.example', [path]),
  ]
  for (const { id } of [dropped, kept]) await boss.post(`/api/mail-imports/${id}/stop`)
  await boss.post(`/api/mail-imports/${kept.id}/continue`)
  const state = async (id: string) =>
    (await base.pool.query('select state from mail_imports where id = $1', [id])).rows[0].state
  const copies = async () => (await base.app.desk.storage.list(null, 10)).length
  base.clock.advance(29 * 86_400)
  await base.settle()
  assert.deepEqual([await state(dropped.id), await copies()], ['stopped', 2])
  base.clock.advance(2 * 86_400)
  await base.settle()
  assert.deepEqual([await state(dropped.id), await state(kept.id), await copies()], ['dropped', 'running', 1])
  const later = base.as(await createStaff(base, { role: 'administrator' }))
  assert.equal((await later.post(`/api/mail-imports/${dropped.id}/continue`)).status, 200)
  assert.equal(await state(dropped.id), 'dropped')
})

test('another node goes on where one ended, with nothing lost or doubled', async () => {
  const many = 400
  const base = await testDesk()
  const boss = base.as(await createStaff(base, { role: 'administrator' }))
  await boss.post('/api/mailboxes', { address: 'help@harbour.example', name: 'Harbour help' })
  const shown = async () => (await boss.get('/api/mail-imports')).body.imports[0]
  const mails = Array.from({ length: many }, (_, n) =>
    oldMail({
      subject: `Old ${n - (n % 4)}`,
      id: `o${n}`,
      answers: n % 4 === 0 ? [] : [`o${n - (n % 4)}`],
      date: new Date(Date.UTC(2025, 0, 7) + n * 60_000).toUTCString(),
      body: `Mail ${n}`,
    }),
  )
  await importFiles(base.app.desk, 'help@harbour.example', [file('many.mbox', mbox(...mails))])
  const first = await testDesk({ beside: base })
  await first.listen()
  await until(shown, ({ done }) => done > 0, 'does not begin')
  await first.close()
  const { state, done } = await shown()
  assert.equal(state, 'running')
  assert.ok(done < many, 'was done before its node ended')
  const second = await testDesk({ beside: base })
  await second.listen()
  const end = await until(shown, one => one.state === 'done', 'is not done', 60_000)
  assert.deepEqual([end.total, end.filed, end.skipped, end.conversations], [many, many, 0, many / 4])
  const { rows } = await base.pool.query(
    `select count(*)::int as conversations, sum(seq)::int as entries, max(seq) as longest,
      (select count(distinct body)::int from entries) as bodies from conversations`,
  )
  assert.deepEqual(rows, [{ conversations: many / 4, entries: many, longest: 4, bodies: many }])
  await second.close()
})
