// Old mail out of a real mailbox becomes conversations that are over: threaded, dated, found, and nothing follows from them.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { until } from '../imap/imap-desk.fixture.ts'
import { caps } from '../parse/caps.ts'
import { day, importDesk, oldMail } from './import-desk.fixture.ts'

const at = await importDesk()
const { desk, dovecot } = at
const person = desk.as(at.admin)
after(() => at.close())

const ours = 'Help <help@harbour.example>'
const bo = 'Bo Li <bo@customer.example>'

const count = async (table: string, where = 'true'): Promise<number> =>
  (await desk.pool.query(`select count(*)::int as n from ${table} where ${where}`)).rows[0].n

test('the folders of a server are told, with how much is in them', async () => {
  dovecot.makeFolder('Sent')
  dovecot.deliver(oldMail({ subject: 'Where is it?', id: 'a1' }), day(7))
  dovecot.deliver(
    oldMail({
      from: ours,
      to: bo,
      subject: 'Re: Where is it?',
      id: 'a2',
      answers: ['a1'],
      date: 'Wed, 8 Jan 2025 09:00:00 +0000',
      body: 'On its way.',
    }),
    day(8),
    'Sent',
  )
  dovecot.deliver(
    oldMail({
      subject: 'Re: Where is it?',
      id: 'a3',
      answers: ['a1', 'a2'],
      date: 'Thu, 9 Jan 2025 09:00:00 +0000',
      body: 'Thank you!',
    }),
    day(9),
  )
  const { folders } = (await person.post(`/api/mailboxes/${at.mailboxId}/import/folders`, at.settings)).body
  assert.deepEqual(
    folders.toSorted((one: any, other: any) => (one.path < other.path ? -1 : 1)),
    [
      { path: 'INBOX', mails: 2 },
      { path: 'Sent', mails: 1 },
    ],
  )
  const wrong = await person.post(`/api/mailboxes/${at.mailboxId}/import/folders`, {
    ...at.settings,
    password: 'wrong',
  })
  assert.deepEqual([wrong.status, wrong.body.error.code], [422, 'imap_wrong_password'])
})

test('questions and answers of several folders are one conversation, solved, read, with their own dates', async () => {
  const done = await at.finished(await at.start({ folders: ['INBOX', 'Sent'] }))
  const { total, done: looked, filed, conversations: begun, fault } = done
  assert.deepEqual(
    { total, looked, filed, begun, fault },
    { total: 3, looked: 3, filed: 3, begun: 1, fault: null },
  )
  const [conversation] = await at.solved()
  const { subject, tags, status, unread, createdAt, lastEntryAt, waitingSince, channel, customer } =
    conversation
  assert.deepEqual(
    {
      subject,
      tags,
      status,
      unread,
      createdAt,
      lastEntryAt,
      waitingSince,
      channel,
      verified: customer.verified,
    },
    {
      subject: 'Where is it?',
      tags: ['imported'],
      status: 'solved',
      unread: 0,
      createdAt: '2025-01-07T09:00:00.000Z',
      lastEntryAt: '2025-01-09T09:00:00.000Z',
      waitingSince: null,
      channel: 'email',
      verified: false,
    },
  )
  const { entries } = (await person.get(`/api/conversations/${conversation.id}/entries`)).body
  assert.deepEqual(
    entries.map(({ seq, at: written, author, body }: any) => [
      seq,
      written.slice(0, 10),
      author.kind,
      author.name,
      body,
    ]),
    [
      [1, '2025-01-07', 'customer', 'Bo Li', 'Hello.'],
      [2, '2025-01-08', 'staff', 'Help', 'On its way.'],
      [3, '2025-01-09', 'customer', 'Bo Li', 'Thank you!'],
    ],
  )
  assert.equal(dovecot.count().unseen, 2, 'the mailbox was changed')
})

test('nothing follows from it but that it is found', async () => {
  await person.post('/api/sla/policies', {
    name: 'All',
    enabled: true,
    position: 1,
    match: {},
    calendarId: null,
    targets: { firstReply: { minutes: 60 }, nextReply: { minutes: 60 } },
    escalation: [],
  })
  dovecot.deliver(oldMail({ subject: 'Marzipan', id: 'm1', body: 'Do you trade marzipan?' }), day(10))
  await at.finished(await at.start())
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
  const { hits } = (await person.get('/api/search?q=marzipan')).body
  assert.deepEqual(
    hits.map(({ conversation }: any) => conversation.subject),
    ['Marzipan'],
  )
  const counts = (await person.get('/api/conversations/counts')).body
  assert.deepEqual([counts.all, counts.queued], [0, 0])
})

test('the same again doubles nothing', async () => {
  const before = await count('entries')
  const { filed, skipped, conversations } = await at.finished(await at.start({ folders: ['INBOX', 'Sent'] }))
  assert.deepEqual({ filed, skipped, conversations }, { filed: 0, skipped: 4, conversations: 0 })
  assert.equal(await count('entries'), before)
})

test('the same Message-ID with another body is another mail', async () => {
  dovecot.deliver(oldMail({ subject: 'Marzipan', id: 'm1', body: 'Do you trade nougat?' }), day(11))
  const { filed } = await at.finished(await at.start())
  assert.equal(filed, 1)
})

test('what machines sent is kept aside, what nobody can read is listed and kept, the rest goes on', async () => {
  dovecot.deliver(
    oldMail({ subject: 'On holiday', id: 'h1', headers: ['Auto-Submitted: auto-replied'] }),
    day(12),
  )
  dovecot.deliver(oldMail({ subject: 'News', id: 'n1', headers: ['List-Id: <news.example>'] }), day(12))
  dovecot.deliver(' \n\n', day(13))
  dovecot.deliver(
    oldMail({
      subject: 'Large',
      id: 'l1',
      body: 'x'
        .repeat(99)
        .concat('\n')
        .repeat(caps.rawBytes / 99),
    }),
    day(13),
  )
  dovecot.deliver(oldMail({ subject: 'Behind them', id: 'b1' }), day(14))
  const id = await at.start({ since: day(12).toISOString() })
  const { total, filed, automatic, unreadable } = await at.finished(id)
  assert.deepEqual(
    { total, filed, automatic, unreadable },
    { total: 5, filed: 2, automatic: 1, unreadable: 2 },
  )
  const { mails } = (await person.get(`/api/mail-imports/${id}/unreadable`)).body
  assert.deepEqual(
    mails.map(({ folder, reason, mailId }: any) => [folder, reason, mailId !== null]),
    [
      ['INBOX', 'malformed', true],
      ['INBOX', 'too_large', false],
    ],
  )
  const raw = await person.get(`/api/mail-imports/unreadable/${mails[0].mailId}/raw`)
  assert.equal(raw.status, 200)
  assert.equal(await count('audit_log', "action = 'mail.downloaded'"), 1)
  const tags = new Map((await at.solved()).map(({ subject, tags: all }) => [subject, all]))
  assert.deepEqual(tags.get('News'), ['automatic', 'imported'])
  assert.deepEqual(tags.get('Behind them'), ['imported'])
  assert.ok(!tags.has('On holiday') && !tags.has('Large'))
})

test('a seed phrase in an old mail is not kept in the conversation, the list or the index', async () => {
  const words = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
  dovecot.deliver(oldMail({ subject: 'My words', id: 's1', body: `Here they are: ${words}` }), day(15))
  await at.finished(await at.start())
  await desk.settle()
  const conversation = (await at.solved()).find(({ subject }) => subject === 'My words')
  const { entries } = (await person.get(`/api/conversations/${conversation.id}/entries`)).body
  assert.ok(!JSON.stringify([conversation, entries]).includes('sausage'))
  assert.ok(entries.some(({ code }: any) => code === 'secret_removed'))
})

test('who goes on with an old conversation opens it, with a promise; and then the past adds nothing to it', async () => {
  await at.save({ start: 'new' })
  await until(at.account, account => Boolean(account?.state.connectedSince), 'no connection')
  dovecot.deliver(
    oldMail({
      subject: 'Re: Where is it?',
      id: 'a4',
      answers: ['a1', 'a2', 'a3'],
      body: 'It is lost again.',
    }),
  )
  await at.subjects(11)
  await desk.settle()
  const [again] = (await person.get('/api/conversations?status=active')).body.conversations
  assert.deepEqual([again.subject, again.unread, again.status], ['Where is it?', 1, 'open'])
  const { clocks } = (await person.get(`/api/conversations/${again.id}/clocks`)).body
  assert.ok(JSON.stringify(clocks).includes('nextReply'), JSON.stringify(clocks))
  dovecot.deliver(
    oldMail({ subject: 'Re: Where is it?', id: 'a5', answers: ['a3'], body: 'From the past.' }),
    day(16),
    'Sent',
  )
  const { filed } = await at.finished(await at.start({ folders: ['Sent'] }))
  assert.equal(filed, 1)
  const { entries } = (await person.get(`/api/conversations/${again.id}/entries`)).body
  assert.ok(!JSON.stringify(entries).includes('From the past.'))
})
