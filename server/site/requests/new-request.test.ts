// Requests by the form: made once, kept as typed when something is wrong, and without a word of it in any mail.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { storedFiles } from '../../../test/files.ts'
import { numberIn, request, siteDesk } from '../site-desk.fixture.ts'

const seed = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
const { desk, server, staff, conversations, entriesOf, visitor } = await siteDesk()
const mailsTo = (address: string) => server.mails.filter(({ recipients }) => recipients.includes(address))
const attachments = async () => (await desk.pool.query('select name, conversation_id from attachments')).rows
const change = async (settings: object) => {
  const { version } = (await staff.get('/api/desk/settings')).body
  assert.equal((await staff.patch('/api/desk/settings', { version, settings })).status, 200)
}

suite('somebody who is not signed in', () => {
  test('makes a request with files and is told its number', async () => {
    const files = [
      { name: 'a.txt', bytes: 'first' },
      { name: 'b.txt', bytes: 'second' },
      { name: '', bytes: '' },
    ]
    const seen = await visitor().fill('/requests/new', '/requests/new', request, { files })
    assert.equal(seen.status, 200)
    assert.match(seen.path, /^\/requests\/made\?/)
    assert.match(seen.html, /We have your request/)
    assert.match(seen.html, /We cannot say yet when/)
    const [made] = await conversations()
    assert.equal(made!.number, numberIn(seen.html))
    assert.deepEqual(
      [made!.channel, made!.subject, made!.topic, made!.status, made!.live, made!.customer.email],
      ['form', request.subject, 'deposit', 'open', false, request.email],
    )
    const [first] = await entriesOf(made!)
    assert.ok(first?.kind === 'message')
    assert.equal(first.body, `${request.description}\n\nOrder or transaction id: 0xabc123`)
    assert.deepEqual(
      first.attachments.map(({ name }) => name),
      ['a.txt', 'b.txt'],
    )
  })

  test('gets a mail with the number and nothing of what was written, once a day', async () => {
    await desk.settle()
    const [mail, ...more] = mailsTo(request.email)
    assert.deepEqual(more, [])
    const [made] = await conversations()
    const whole = `${mail!.headers.join('\n')}\n${mail!.body}`
    assert.match(whole, new RegExp(`/requests/${made!.number}\\b`))
    for (const word of ['Deposit', 'USDT', '0xabc123']) assert.doesNotMatch(whole, new RegExp(word))
    await visitor().fill('/requests/new', '/requests/new', { ...request, subject: 'Another' })
    await desk.settle()
    assert.equal(mailsTo(request.email).length, 1)
  })

  test('is one customer with others who give the same address, and never one who proved it', async () => {
    const ids = new Set((await conversations()).map(({ customer }) => customer.id))
    assert.equal(ids.size, 1)
    const { rows } = await desk.pool.query('select proven from customer_addresses')
    assert.deepEqual(rows, [{ proven: false }])
  })
})

test('the same form sent twice is one request', async () => {
  const person = visitor()
  const { html } = await person.see('/requests/new')
  const id = /name="client-id" value="([^"]+)"/.exec(html)![1]!
  const before = (await conversations()).length
  const fields = { ...request, subject: 'Twice', 'client-id': id }
  const sending = { files: [{ name: 'once.txt', bytes: 'x' }] }
  const answers = await Promise.all([1, 2].map(() => person.send('/requests/new', fields, sending)))
  const again = await person.send('/requests/new', fields, sending)
  const numbers = new Set([...answers, again].map(seen => numberIn(seen.html)))
  assert.equal(numbers.size, 1)
  assert.equal((await conversations()).length, before + 1)
  const kept = (await attachments()).filter(({ name }) => name === 'once.txt')
  assert.deepEqual([kept.length, kept[0].conversation_id !== null], [1, true])
})

suite('what was typed is kept', () => {
  test('where fields are missing or wrong, which are named', async () => {
    const typed = {
      ...request,
      subject: '',
      topic: 'nonsense',
      email: '"><script>alert(1)</script>',
      description: '\n<b>bold</b>',
    }
    const { status, html } = await visitor().fill('/requests/new', '/requests/new', typed)
    assert.equal(status, 422)
    for (const field of ['subject', 'topic', 'email']) {
      assert.match(html, new RegExp(`<a href="#${field}">`))
      assert.match(html, new RegExp(`id="${field}"[^>]*aria-invalid="true"`))
    }
    assert.doesNotMatch(html, /id="description"[^>]*aria-invalid/)
    assert.match(html, />\n&lt;b&gt;bold&lt;\/b&gt;<\/textarea>/)
    assert.match(html, /value="&quot;&gt;&lt;script&gt;/)
    assert.match(html, /value="0xabc123"/)
    assert.doesNotMatch(html, /<script/)
  })

  test('and the topic stays chosen', async () => {
    const { html } = await visitor().fill('/requests/new', '/requests/new', { ...request, description: '' })
    assert.match(html, /<option value="deposit" selected>/)
  })

  test('where a file is refused, and then none of the files is kept', async () => {
    const before = await attachments()
    const files = [
      { name: 'fine.txt', bytes: 'fine' },
      { name: 'setup.exe', bytes: Buffer.from('MZ\x90\0') },
      { name: 'after.txt', bytes: 'x'.repeat(300_000) },
    ]
    const seen = await visitor().fill('/requests/new', '/requests/new', request, { files })
    assert.equal(seen.status, 415)
    assert.match(seen.html, /Files of this kind are not accepted/)
    assert.match(seen.html, /value="Deposit has not arrived"/)
    assert.match(seen.html, /choose them again/)
    assert.deepEqual(await attachments(), before)
    await desk.settle()
    assert.equal(storedFiles(desk.options.filesFolder).length, before.length)
  })

  test('where there are too many files, or fields after them', async () => {
    const files = Array.from({ length: 11 }, (_, index) => ({ name: `${index}.txt`, bytes: 'x' }))
    const seen = await visitor().fill('/requests/new', '/requests/new', request, { files })
    assert.equal(seen.status, 413)
    assert.match(seen.html, /Too many files/)
    assert.match(seen.html, /value="0xabc123"/)
  })

  test('where the text is too long', async () => {
    const description = '字'.repeat(20_001)
    const seen = await visitor().fill(
      '/requests/new',
      '/requests/new',
      { ...request, description },
      { files: [] },
    )
    assert.equal(seen.status, 422)
    assert.ok(seen.html.includes(description))
  })
})

test('a recovery phrase is taken out before anything is stored, and the writer is told', async () => {
  const description = `My words are ${seed}. Help!`
  const seen = await visitor().fill('/requests/new', '/requests/new', {
    ...request,
    subject: seed,
    description,
  })
  assert.match(seen.html, /A recovery phrase was removed/)
  assert.match(seen.html, /move your funds/)
  const { rows } = await desk.pool.query(
    "select (select string_agg(body, ' ') from entries) || (select string_agg(coalesce(subject, ''), ' ') from conversations) as all",
  )
  assert.doesNotMatch(rows[0].all, /sausage/)
})

test('nobody makes the confirmation say a number that was not given', async () => {
  const person = visitor()
  assert.equal((await person.see('/requests/made?number=7&removed=0&sig=x')).status, 404)
  assert.equal((await person.see('/requests/made')).status, 404)
  const { path } = await person.fill('/requests/new', '/requests/new', request)
  assert.equal((await person.see(path)).status, 200)
  assert.equal((await person.see(path.replace('removed=0', 'removed=1'))).status, 404)
})

test('who writes from one place without end is stopped, and keeps the text', async () => {
  const busy = visitor()
  for (let made = 0; made < 30; made++)
    assert.equal((await busy.send('/requests/new', { ...request, email: `a${made}@x.example` })).status, 200)
  const seen = await busy.send('/requests/new', request)
  assert.equal(seen.status, 429)
  assert.match(seen.html, /value="Deposit has not arrived"/)
})

test('the form is gone with its channel, and no page leads to it', async () => {
  await change({ channels: { form: false } })
  for (const path of ['/help', '/requests']) {
    const { status, html } = await visitor().see(path)
    assert.equal(status, 200)
    assert.doesNotMatch(html, /\/requests\/new/)
  }
  assert.equal((await visitor().see('/requests/new')).status, 404)
  assert.equal((await visitor().send('/requests/new', request)).status, 404)
  await change({ channels: { form: true } })
})

test('a desk that takes no files shows no field for them and takes none', async () => {
  await change({ attachments: { enabled: false } })
  assert.doesNotMatch((await visitor().see('/requests/new')).html, /type="file"/)
  const files = [{ name: 'a.txt', bytes: 'x' }]
  assert.equal((await visitor().fill('/requests/new', '/requests/new', request, { files })).status, 403)
  await change({ attachments: { enabled: true } })
})

test('a desk that sends no mail asks strangers to come another way', async () => {
  const silent = await siteDesk({ smtp: null })
  const { html, status } = await silent.visitor().see('/requests/new')
  assert.equal(status, 200)
  assert.doesNotMatch(html, /textarea/)
  assert.match(html, /Links by mail cannot be sent/)
  assert.equal((await silent.visitor().send('/requests/new', request)).status, 200)
  assert.deepEqual(await silent.conversations(), [])
})
