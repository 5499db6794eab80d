// The command as an operator runs it beside a desk: it takes files over and says so, or says what is wrong, and what it takes is imported.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { createStaff } from '../../test/factories.ts'
import { testDesk } from '../../test/harness.ts'
import { until } from '../modules/channels/email/imap/imap-desk.fixture.ts'
import { urlOf } from '../platform/embedded-postgres/transport.ts'

const yard = mkdtempSync(join(tmpdir(), 'ballast-import-mail-'))
// The desk's own user reads there, when root starts it.
chmodSync(yard, 0o755)
after(() => rmSync(yard, { recursive: true }))
const data = join(yard, 'data')
const desk = await testDesk({ filesFolder: join(data, 'files') })
await desk.listen()
const person = desk.as(await createStaff(desk, { role: 'administrator' }))
await person.post('/api/mailboxes', { address: 'help@harbour.example', name: 'Harbour help' })

interface Said {
  status: number | null
  out: string
  wrong: string
}

const command = (...args: string[]): Promise<Said> =>
  new Promise(resolve => {
    const env = {
      PATH: process.env.PATH,
      BALLAST_DATA: data,
      BALLAST_SECRET: '07'.repeat(32),
      DATABASE_URL: urlOf({ ssl: false, ...desk.options.connection } as never),
    }
    const main = join(import.meta.dirname, '../main.ts')
    const child = execFile(process.execPath, [main, 'import-mail', ...args], { env }, (_, out, wrong) =>
      resolve({ status: child.exitCode, out, wrong }),
    )
  })

function file(name: string, content: string): string {
  const path = join(yard, name)
  writeFileSync(path, content)
  return path
}

const mail = `From bo@customer.example Tue Jan  7 09:00:00 2025
From: bo@customer.example
Subject: Where is it?

Hello.
`

test('files are taken over, and the desk imports them', async () => {
  const { status, out, wrong } = await command('help@harbour.example', file('old.mbox', mail))
  assert.deepEqual([status, wrong], [0, ''])
  assert.match(out, /^Mails copied into the desk: 1\./)
  const done = async () => (await person.get('/api/mail-imports')).body.imports[0]
  const { filed, folders } = await until(done, ({ state }) => state === 'done', 'is not done')
  assert.deepEqual([filed, folders], [1, ['old.mbox']])
})

const wrongs: [name: string, args: () => string[], says: RegExp][] = [
  [
    'a file that is no mbox, in both languages',
    () => ['help@harbour.example', file('words.txt', 'Dear all,')],
    /^no_old_mail: “words\.txt” is neither .*\n“words\.txt”既不是/,
  ],
  [
    'a file that isn’t there',
    () => ['help@harbour.example', join(yard, 'missing')],
    /missing can't be read \(ENOENT\)/,
  ],
  [
    'a mailbox that isn’t there',
    () => ['other@harbour.example', file('old.mbox', mail)],
    /^The desk has no mailbox other@harbour\.example/,
  ],
  ['nothing', () => [], /^Usage: npm start -- import-mail/],
]

for (const [name, args, says] of wrongs) {
  test(`is told what is wrong: ${name}`, async () => {
    const { status, wrong } = await command(...args())
    assert.equal(status, 1)
    assert.match(wrong, says)
    assert.doesNotMatch(wrong, /\n\s+at /, 'a stack')
  })
}
