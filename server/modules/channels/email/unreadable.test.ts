// Mails that can't be read, and mails made to hurt, through the door: each becomes a conversation, soon, and delays nobody for long.
import assert from 'node:assert/strict'
import { after, suite, test } from 'node:test'
import { cpuTime } from '../../../../test/cpu-time.ts'
import { help, type MailDesk, mailDesk } from './mail-desk.fixture.ts'
import { caps } from './parse/caps.ts'

const at: MailDesk = await mailDesk()
after(() => at.close())
const agent = at.desk.as(at.admin)

interface Listed {
  id: string
  subject: string | null
  channel: string
  status: string
  customer: { email: string | null }
}

const conversationsOf = async (address: string): Promise<Listed[]> =>
  (await agent.get('/api/conversations?status=active')).body.conversations.filter(
    ({ customer }: Listed) => customer.email === address,
  )
const entriesOf = async (id: string) => (await agent.get(`/api/conversations/${id}/entries`)).body.entries
const mailsOf = async (id: string) => (await agent.get(`/api/conversations/${id}/mails`)).body.mails
const flagged = (entries: { code?: string }[]) => entries.filter(({ code }) => code === 'mail_unreadable')

suite('a mail that can’t be read', () => {
  const unreadable: [name: string, raw: Buffer][] = [
    ['nothing but blanks', Buffer.from('\r\n \t\r\n\0\r\n')],
    ['so many blanks that nobody could upload them', Buffer.from(`${' '.repeat(998)}\r\n`.repeat(27_000))],
  ]
  for (const [n, [name, raw]] of unreadable.entries()) {
    test(`${name}: flagged, with the mail as a file, byte for byte`, async () => {
      const from = `blank${n}@customer.example`
      await at.mailRaw(raw, { from })
      const [found, ...others] = await conversationsOf(from)
      assert.ok(found)
      assert.deepEqual(
        [others.length, found.channel, found.status, found.subject],
        [0, 'email', 'open', null],
      )
      const entries = await entriesOf(found.id)
      assert.equal(flagged(entries).length, 1)
      const [file, ...more] = entries[0].attachments
      assert.deepEqual([file.name, more.length], ['mail.eml', 0])
      const { url } = (await agent.get(`/api/attachments/${file.id}/link`)).body
      assert.ok((await at.desk.nobody.get(url)).bytes.equals(raw))
    })
  }

  test('opens nothing more and is not answered, and the next mail is read', async () => {
    const from = 'ida@customer.example'
    await at.mailRaw('\r\n \r\n', { from })
    await at.mailRaw('\r\n \r\n', { from })
    assert.equal((await conversationsOf(from)).length, 1, 'the same mail again')
    assert.ok(!at.server.mails.some(mail => mail.recipients[0] === from))
    await at.mail({ from, subject: 'Now with words', text: 'Where is my deposit?' })
    assert.ok((await conversationsOf(from)).some(({ subject }) => subject === 'Now with words'))
  })
})

suite('V01 a mail made so that its sender can’t be checked is disowned, and soon', () => {
  const signature = (more: string, n: number) =>
    `DKIM-Signature: v=1; a=rsa-sha256; d=s${n}.example; s=x; h=from;${more} bh=x; b=x\r\n`
  const times = (count: number, make: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => make(n)).join('')
  const mails: [name: string, head: string, body: string, wanted: string][] = [
    [
      'a thousand recipients',
      `Cc: ${times(1_000, n => `u${n}@x.example,\r\n `)}z@x.example\r\n`,
      'Hi',
      'none',
    ],
    ['signatures of three servers', times(3, n => signature('', n)), 'Hi', 'none'],
    ['a field of 60,000 lines', `X-A: ${'a\r\n '.repeat(60_000)}\r\n`, 'Hi', 'fail'],
    ['a head of 300 kB', 'X-A: b\r\n'.repeat(40_000), 'Hi', 'fail'],
    ['thirty signatures', times(30, n => signature('', n)), 'Hi', 'fail'],
    [
      'each of another length',
      times(9, n => signature(` l=${n};`, n)),
      'Hi there\r\n'.repeat(300_000),
      'fail',
    ],
  ]
  for (const [n, [name, head, body, wanted]] of mails.entries()) {
    test(`${name}: ${wanted}`, async () => {
      const from = `checked${n}@customer.example`
      const start = cpuTime()
      await at.mailRaw(`From: ${from}\r\n${head}\r\n${body}`, { from })
      assert.ok(cpuTime() - start < 5_000)
      const [found] = await conversationsOf(from)
      const [mail] = await mailsOf(found!.id)
      assert.equal(mail.verdict.sender, wanted)
    })
  }
})

suite('bombs through the door', () => {
  const deadline = 10_000
  const typed = (type: string) => `MIME-Version: 1.0\r\nContent-Type: ${type}\r\n`
  const mixed = `${typed('multipart/mixed; boundary="b0"')}\r\n`
  const many = (count: number, make: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => make(index)).join('')
  const bombs: [name: string, make: () => string, cut: string[]][] = [
    [
      'multiparts 3,000 deep',
      () =>
        mixed +
        many(3_000, n => `--b${n}\r\nContent-Type: multipart/mixed; boundary="b${n + 1}"\r\n\r\n`) +
        '--b3000\r\n\r\nWhere is it?\r\n',
      ['depth'],
    ],
    ['10,000 parts', () => mixed + '--b0\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(10_000), ['parts']],
    [
      '10,000 files',
      () => mixed + '--b0\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nx\r\n'.repeat(10_000),
      ['files', 'parts'],
    ],
    [
      '24 MB of base64, padded in each line',
      () =>
        `${typed('application/octet-stream')}Content-Transfer-Encoding: base64\r\n\r\n${'QQ==\r\n'.repeat(4_000_000)}`,
      [],
    ],
    ['headers that never end', () => many(200_000, n => `X-Header-${n}: ${'a'.repeat(40)}\r\n`), ['headers']],
    ['one header of 10 MB', () => `X-A: ${'a\r\n '.repeat(2_500_000)}\r\n\r\nHello`, ['headers']],
    ['mails in mails, 5,000 deep', () => `${typed('message/rfc822')}\r\n`.repeat(5_000), []],
    ['HTML 200,000 deep', () => `${typed('text/html')}\r\n${'<blockquote><div>'.repeat(100_000)}x`, []],
  ]
  for (const [n, [name, make, cut]] of bombs.entries()) {
    test(name, async () => {
      const from = `bomb${n}@customer.example`
      const raw = Buffer.from(`From: ${from}\r\nTo: ${help}\r\nSubject: Bomb ${n}\r\n${make()}`)
      assert.ok(raw.length < caps.rawBytes)
      const start = performance.now()
      await at.mailRaw(raw, { from })
      const took = performance.now() - start
      const [found, ...others] = await conversationsOf(from)
      assert.ok(found && others.length === 0, 'one conversation')
      assert.ok(took < deadline, `${took} ms`)
      if (flagged(await entriesOf(found.id)).length > 0) return
      const [mail] = await mailsOf(found.id)
      assert.equal(found.subject, `Bomb ${n}`)
      for (const what of cut) assert.ok(mail.cut.includes(what), `cut: ${mail.cut.join(' ')}`)
    })
  }
})
