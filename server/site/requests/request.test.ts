// A request as its customer sees it: what was said and done, nothing that is the desk's own, and a way to go on.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { suite, test } from 'node:test'
import { exchange } from '../../modules/customers/identity.fixture.ts'
import { numberIn, request, siteDesk } from '../site-desk.fixture.ts'

const { desk, server, staff, conversations, entriesOf, visitor } = await siteDesk()
const { sign } = await exchange(desk)

/** A customer of the exchange with a request. */
async function customerWith(sub: string, more: object = {}) {
  const person = visitor()
  await person.send('/requests/enter', { token: await sign({ sub, email: `${sub}@customer.example` }) })
  const made = await person.fill('/requests/new', '/requests/new', { ...request, ...more }, { files: [] })
  const number = numberIn(made.html)
  const path = `/requests/${number}`
  const found = (await conversations()).find(one => one.number === number)!
  const api = `/api/conversations/${found.id}`
  const say = async (body: string, more: object = {}) => {
    const answer = await staff.post(`${api}/entries`, { clientId: randomUUID(), body, ...more })
    assert.equal(answer.status, 200)
    return answer.body
  }
  return { person, path, number, api, id: found.id, say, found }
}

suite('what a request shows', () => {
  test('goes from received to us, to the customer, back, and to solved, each since when', async () => {
    const { person, path, say, api } = await customerWith('ada')
    const state = async () => {
      const { html } = await person.see(path)
      return /<section class="card"><p><span[^>]*>([^<]+)<\/span><\/p>\s*<p>(.*?)<\/p>/s.exec(html)!.slice(1)
    }
    const [received, since] = await state()
    assert.equal(received, 'Received')
    assert.match(
      since!,
      /We have it since <time datetime="2026-03-02T09:00:00.000Z">2 Mar 2026, 09:00 UTC|Mar 2, 2026, 9:00/,
    )
    desk.clock.advance(3_600)
    await say('Which network?', { then: 'waiting' })
    assert.match((await state()).join(' '), /Waiting for you Waiting for your answer since .*T10:00/)
    desk.clock.advance(3_600)
    await person.fill(path, path, { text: 'TRON' }, { files: [] })
    assert.match((await state()).join(' '), /With us With our team since .*T11:00/)
    desk.clock.advance(3_600)
    await staff.patch(api, { status: 'on_hold' })
    assert.match((await state()).join(' '), /With us With our team since .*T11:00/)
    await say('It is there now.', { then: 'solved' })
    assert.match((await state()).join(' '), /Solved Solved on .*T12:00/)
    assert.match((await person.see('/requests')).html, /Solved/)
    await person.fill(path, path, { text: 'No, it is not.' }, { files: [] })
    assert.match((await state()).join(' '), /With us/)
    await staff.patch(api, { status: 'closed' })
    const { html } = await person.see(path)
    assert.match(html, /Closed on/)
    assert.doesNotMatch(html, /<textarea/)
  })

  test('no note, no name of a team, nothing of how the desk sorts its work', async () => {
    const { person, path, say, api } = await customerWith('ben')
    const team = (await staff.post('/api/teams', { name: 'Fraud second line' })).body
    await staff.patch(api, { teamId: team.id, priority: 'urgent', tags: ['suspicious'], status: 'on_hold' })
    await say('Watch this one', { kind: 'note' })
    const { html } = await person.see(path)
    for (const word of ['Fraud', 'urgent', 'Urgent', 'suspicious', 'Watch', 'hold'])
      assert.doesNotMatch(html, new RegExp(word))
    assert.match(html, /With our team since/)
    const publicNames = { en: 'our technical team', zh: '我们的技术团队' }
    await staff.patch(`/api/teams/${team.id}`, { name: 'Fraud second line', publicNames })
    const known = (await person.see(path)).html
    assert.match(known, /With our technical team since <time/)
    assert.match(known, /<bdi>Received<\/bdi>.*<bdi>With our technical team<\/bdi>/s)
    assert.match(
      (await person.see(`${path}?lang=zh`)).html,
      /自 <time[^>]*>[^<]*<\/time> 起由我们的技术团队处理/,
    )
  })

  test('answers as text, whatever they hold', async () => {
    const nasty = '<img src=x onerror=alert(1)>"\'&amp;<scr<script>ipt>'
    const { person, path, say } = await customerWith('cas', { subject: nasty, description: nasty })
    await staff.patch('/api/session', { name: '<b>Nora</b>' })
    await say(nasty)
    const files = [{ name: '<svg onload=alert(1)>.txt', bytes: 'x' }]
    await person.fill(path, path, { text: 'A file' }, { files })
    for (const page of [path, '/requests']) {
      const { html, headers } = await person.see(page)
      assert.doesNotMatch(html, /<(img src=x|script|svg|b>)/i, page)
      assert.match(html, /&lt;img src=x onerror=alert\(1\)&gt;/)
      const policy = String(headers['content-security-policy'])
      assert.match(policy, /^default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'/)
      assert.equal(headers['cache-control'], 'no-store')
    }
    await staff.patch('/api/session', { name: 'Nora Ellin' })
  })

  test('edits and deletions as they stand', async () => {
    const { person, path, say, api } = await customerWith('dot')
    const { seq } = await say('Frist version')
    await staff.patch(`${api}/entries/${seq}`, { clientId: randomUUID(), body: 'First version' })
    const gone = await say('Not for you')
    await staff.delete(`${api}/entries/${gone.seq}`)
    const { html } = await person.see(path)
    assert.match(html, /First version/)
    assert.match(html, /edited/)
    assert.match(html, /This message was deleted/)
    assert.doesNotMatch(html, /Frist|Not for you/)
  })

  test('long ones a hundred at a time', async () => {
    const { person, path, say } = await customerWith('eli')
    for (let said = 1; said <= 101; said++) await say(`Number ${said}.`)
    const newest = await person.see(path)
    assert.match(newest.html, /Number 101\./)
    assert.doesNotMatch(newest.html, /Number 1\./)
    const earlier = /href="(\/requests\/\d+\?before=\d+)"/.exec(newest.html)![1]!
    const oldest = await person.see(earlier)
    assert.match(oldest.html, /Number 1\./)
    assert.doesNotMatch(oldest.html, /Number 101\./)
    for (const before of ['x', '-1', '0', '99999999999999', '1e3'])
      assert.equal((await person.see(`${path}?before=${before}`)).status, 200)
  })
})

suite('a reply', () => {
  test('goes in once, with its files, and opens what was solved', async () => {
    const { person, path, found } = await customerWith('flo')
    await person.send(`${path}/solve`, {})
    assert.match((await person.see('/requests')).html, /Solved/)
    const fields = { text: 'Still missing.\nSee the file.', 'client-id': randomUUID() }
    const files = [{ name: 'proof.txt', bytes: 'here' }]
    for (const _ of [1, 2]) assert.equal((await person.send(path, fields, { files })).status, 200)
    const entries = await entriesOf(found)
    const replies = entries.filter(entry => entry.kind === 'message' && entry.body === fields.text)
    assert.equal(replies.length, 1)
    const kept = await desk.pool.query("select id from attachments where name = 'proof.txt'")
    assert.equal(kept.rows.length, 1)
    const { html } = await person.see(path)
    assert.match(html, /proof\.txt, 4 bytes/)
    assert.match(html, /Opened again/)
  })

  test('that is empty, too long or has a bad file is shown again with its text', async () => {
    const { person, path } = await customerWith('gil')
    const empty = await person.fill(path, path, { text: ' \n ' }, { files: [] })
    assert.equal(empty.status, 400)
    assert.match(empty.html, /Write something or attach a file/)
    const text = '字'.repeat(20_001)
    const long = await person.fill(path, path, { text }, { files: [{ name: 'a.txt', bytes: 'x' }] })
    assert.equal(long.status, 413)
    assert.ok(long.html.includes(text))
    const bad = await person.fill(path, path, { text: 'Look' }, { files: [{ name: 'a.exe', bytes: 'MZ' }] })
    assert.equal(bad.status, 415)
    assert.match(bad.html, /Look<\/textarea>/)
  })

  test('of a file alone is a message', async () => {
    const { person, path, found } = await customerWith('hal')
    await person.fill(path, path, { text: '' }, { files: [{ name: 'only.txt', bytes: 'x' }] })
    assert.equal((await entriesOf(found)).filter(({ kind }) => kind === 'message').length, 2)
  })

  test('loses a recovery phrase, and the thread says so', async () => {
    const { person, path, found } = await customerWith('ida')
    const text = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
    const seen = await person.fill(path, path, { text }, { files: [] })
    assert.match(seen.html, /A recovery phrase was removed before it was stored/)
    assert.doesNotMatch(JSON.stringify(await entriesOf(found)), /sausage/)
  })

  test('of somebody whose session has ended is not lost', async () => {
    const { path } = await customerWith('jon')
    const seen = await visitor().send(
      path,
      { text: 'I wrote <much>' },
      { files: [{ name: 'a.txt', bytes: 'x' }] },
    )
    assert.equal(seen.status, 401)
    assert.match(seen.html, /I wrote &lt;much&gt;<\/textarea>/)
  })
})

suite('V18 somebody else', () => {
  test('finds nothing: as if there were no such request', async () => {
    const mine = await customerWith('kim')
    const other = await customerWith('lea')
    await mine.person.fill(mine.path, mine.path, { text: 'x' }, { files: [{ name: 'own.txt', bytes: 'x' }] })
    const file = (await entriesOf(mine.found)).flatMap(entry =>
      'attachments' in entry ? entry.attachments : [],
    )[0]!.id
    const requests = [
      () => other.person.see(mine.path),
      () => other.person.see(`${mine.path}/files/${file}`),
      () => other.person.see(`${other.path}/files/${file}`),
      () => other.person.send(mine.path, { text: 'Hello' }, { files: [] }),
      () => other.person.send(`${mine.path}/solve`, {}),
      () => other.person.see('/requests/999999'),
      () => other.person.see('/requests/0'),
      () => other.person.see('/requests/999999999999999999999'),
      () => other.person.see('/requests/-1'),
      () => other.person.see('/requests/x/y/z'),
    ]
    const before = await entriesOf(mine.found)
    for (const [index, ask] of requests.entries()) {
      const { status, html } = await ask()
      assert.equal(status, 404, String(index))
      assert.match(html, /Code: not_found/)
    }
    assert.deepEqual(await entriesOf(mine.found), before)
    assert.equal((await mine.person.see(`${mine.path}/files/${file}`)).html, 'x')
  })

  test('gets no file of a note, even in a request of their own', async () => {
    const { person, path, say } = await customerWith('mia')
    const upload = await staff.upload('/api/attachments', {
      name: 'n.txt',
      type: 'text/plain',
      bytes: Buffer.from('n'),
    })
    await say('See', { kind: 'note', attachments: [upload.body.id] })
    assert.equal((await person.see(`${path}/files/${upload.body.id}`)).status, 404)
  })
})

test('an answer that is not read is announced by mail, with the way to it', async () => {
  const { say, number } = await customerWith('nia')
  await say('It has arrived.')
  await desk.settle()
  desk.clock.advance(180)
  await desk.settle()
  const mail = server.mails.findLast(({ recipients }) => recipients.includes('nia@customer.example'))!
  assert.match(mail.body, new RegExp(`/requests/${number}\\b`))
  assert.match(mail.body, /It has arrived\./)
})

test('an answer that was read on the page is not', async () => {
  const { say, person, path } = await customerWith('ole')
  await say('It has arrived.')
  assert.match((await person.see('/requests')).html, /New answer/)
  await person.see(path)
  assert.doesNotMatch((await person.see('/requests')).html, /New answer/)
  desk.clock.advance(180)
  await desk.settle()
  assert.equal(server.mails.filter(({ recipients }) => recipients.includes('ole@customer.example')).length, 0)
})

test('every time is told by the clock that the desk has chosen', async () => {
  const { person, path } = await customerWith('zoe')
  const { version } = (await staff.get('/api/desk/settings')).body
  const settings = { timeZone: 'Asia/Kolkata' }
  assert.equal((await staff.patch('/api/desk/settings', { version, settings })).status, 200)
  for (const page of [path, '/requests']) {
    const told = [...(await person.see(page)).html.matchAll(/<time [^>]+>([^<]+)<\/time>/g)]
    assert.ok(told.length > 0, page)
    for (const [, text] of told) assert.match(text!, / UTC\+5:30$/, page)
  }
})
