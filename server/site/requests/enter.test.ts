// Who gets to see which requests, and how: by the exchange's word, or by reading the mailbox; never by saying so.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { createCustomer } from '../../../test/factories.ts'
import { open } from '../../modules/conversations/index.ts'
import { exchange } from '../../modules/customers/identity.fixture.ts'
import { customersOfAddresses } from '../../modules/customers/index.ts'
import { system } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { numberIn, request, siteDesk } from '../site-desk.fixture.ts'

const { desk, server, staff, conversations, linkIn, mailReader, visitor } = await siteDesk()
const { sign } = await exchange(desk)
const mailsTo = (address: string) => server.mails.filter(({ recipients }) => recipients.includes(address))
const cookieOf = (headers: Record<string, unknown>) =>
  [headers['set-cookie']]
    .flat()
    .map(String)
    .find(line => line.includes('ballast_customer'))

/** A mail of somebody, as far as the desk believes it. */
async function writtenByMail(address: string, proven: boolean, subject: string): Promise<void> {
  const author = system('test')
  const writer = { address, proven, name: null, locale: 'en' }
  const [id] = await desk.app.desk.transact(author, ctx => customersOfAddresses(ctx, [writer]))
  await open(desk.app.desk, {
    customer: { kind: 'customer', id: id!, verified: false, sessionId: newId() },
    channel: 'email',
    clientId: newId(),
    body: subject,
    subject,
    attachmentIds: [],
    locale: 'en',
    live: false,
    secretsRemoved: 0,
  })
}

suite('a token of the exchange', () => {
  test('opens the requests of the customer it names, once', async () => {
    const person = visitor()
    const token = await sign({ sub: 'ada', email: 'ada@customer.example' })
    const entered = await person.send('/requests/enter', { token })
    assert.equal(entered.status, 200)
    assert.match(entered.html, /There is no request here yet/)
    await person.fill('/requests/new', '/requests/new', { ...request, email: '' })
    const { html } = await person.see('/requests')
    assert.match(html, /Deposit has not arrived/)
    const [made] = await conversations()
    assert.deepEqual([made!.customer.verified, made!.customer.email], [true, 'ada@customer.example'])
    const again = await visitor().send('/requests/enter', { token })
    assert.equal(again.status, 401)
    assert.match(again.html, /token_reused/)
  })

  test('comes from pages that are listed, and from no others', async () => {
    const { version } = (await staff.get('/api/desk/settings')).body
    const widget = { allowedDomains: ['harbour.example', '*.trade.example', 'localhost:3000'] }
    await staff.patch('/api/desk/settings', { version, settings: { widget } })
    const from = async (origin: string) => {
      const token = await sign({ sub: 'ben' })
      return (await visitor().send('/requests/enter', { token }, { headers: { origin } })).status
    }
    for (const origin of ['https://harbour.example', 'https://a.trade.example', 'http://localhost:3000'])
      assert.equal(await from(origin), 200, origin)
    for (const origin of [
      'https://evil.example',
      'https://trade.example',
      'https://harbour.example.evil.example',
      'https://xharbour.example',
      'https://harbour.example:8443',
      'http://localhost:3001',
      'null',
      'file://',
    ])
      assert.equal(await from(origin), 403, origin)
  })

  test('V23 is nothing when it is empty, forged, an array, or for somebody else', async () => {
    const other = await sign({ aud: 'other' })
    for (const token of ['', 'x', 'e30.e30.', `${await sign()}x`, other, 'x'.repeat(9_000)]) {
      const person = visitor()
      const seen = await person.send('/requests/enter', { token })
      assert.equal(seen.status, 401, token.slice(0, 20))
      assert.equal(person.cookies.has('ballast_customer'), false)
    }
  })

  test('of another customer ends the session before it; of the same one goes on with it', async () => {
    const person = visitor()
    await person.send('/requests/enter', { token: await sign({ sub: 'cas' }) })
    const first = person.cookies.get('ballast_customer')!
    await person.send('/requests/enter', { token: await sign({ sub: 'cas' }) })
    assert.equal(person.cookies.get('ballast_customer'), first)
    await person.send('/requests/enter', { token: await sign({ sub: 'dot' }) })
    const old = visitor()
    old.cookies.set('ballast_customer', first)
    assert.match((await old.see('/requests')).html, /The address you wrote from/)
  })

  test('the cookie is for this host and no script, and over TLS it is bound to both', async () => {
    const token = await sign({ sub: 'eve' })
    const headers = { origin: desk.options.publicUrl, 'content-type': 'application/x-www-form-urlencoded' }
    const payload = String(new URLSearchParams({ token }))
    const plain = await desk.app.http.inject({ method: 'POST', url: '/requests/enter', headers, payload })
    assert.match(String(cookieOf(plain.headers)), /; Path=\/; HttpOnly; SameSite=Lax$/)
    const secure = await siteDesk({ publicUrl: 'https://desk.example' })
    const signed = await (await exchange(secure.desk)).sign()
    const answer = await secure.desk.app.http.inject({
      method: 'POST',
      url: '/requests/enter',
      headers: { ...headers, origin: 'https://desk.example' },
      payload: String(new URLSearchParams({ token: signed })),
    })
    assert.match(
      String(cookieOf(answer.headers)),
      /^__Host-ballast_customer=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
  })
})

suite('a link by mail', () => {
  test('V25 is answered alike for every address, and sent to those who wrote', async () => {
    await writtenByMail('known@customer.example', true, 'Known')
    const sent = async (email: string) => {
      const { status, html, path } = await visitor().send('/requests/link', { email })
      return { status, html, path }
    }
    const known = await sent('Known@customer.example')
    assert.match(known.html, /Look into your mailbox/)
    assert.deepEqual(await sent('unknown@customer.example'), known)
    await desk.settle()
    assert.equal(mailsTo('known@customer.example').length, 1)
    assert.equal(mailsTo('unknown@customer.example').length, 0)
  })

  test('is used by a press and not by a look, and only once', async () => {
    await writtenByMail('once@customer.example', true, 'Only once')
    const person = visitor()
    await person.send('/requests/link', { email: 'once@customer.example' })
    const path = (await linkIn('once@customer.example'))!
    for (const look of [1, 2]) {
      const { status, html } = await visitor().see(path)
      assert.equal(status, 200, `look ${look}`)
      assert.equal(html.match(/<button/g)!.length, 1)
    }
    const opened = await person.fill(path, '/requests/open', {})
    assert.match(opened.html, /Only once/)
    const token = path.split('token=')[1]!
    const again = await visitor().send('/requests/open', { token })
    assert.equal(again.status, 410)
    assert.match(again.html, /link_used/)
    assert.equal((await visitor().see(path)).status, 410)
  })

  test('of two presses at once, one counts', async () => {
    await writtenByMail('race@customer.example', true, 'Race')
    await visitor().send('/requests/link', { email: 'race@customer.example' })
    const token = (await linkIn('race@customer.example'))!.split('token=')[1]!
    const seen = await Promise.all([1, 2, 3].map(() => visitor().send('/requests/open', { token })))
    assert.deepEqual(
      seen.map(({ status }) => status).toSorted((one, other) => one - other),
      [200, 410, 410],
    )
  })

  test('V25 is over after half an hour, and nothing that was made up is one', async () => {
    await writtenByMail('late@customer.example', true, 'Late')
    await visitor().send('/requests/link', { email: 'late@customer.example' })
    const token = (await linkIn('late@customer.example'))!.split('token=')[1]!
    const [id, signature] = token.split('.')
    for (const forged of [
      '',
      '.',
      id!,
      `${id}.`,
      `${newId()}.${signature}`,
      `${id}.${'A'.repeat(43)}`,
      'x.y',
    ]) {
      const seen = await visitor().send('/requests/open', { token: forged })
      assert.equal(seen.status, 401, forged)
    }
    desk.clock.advance(30 * 60)
    assert.equal((await visitor().send('/requests/open', { token })).status, 410)
  })

  test('no row, event or job holds what would open it', async () => {
    await writtenByMail('secret@customer.example', true, 'Secret')
    await visitor().send('/requests/link', { email: 'secret@customer.example' })
    const path = (await linkIn('secret@customer.example'))!
    const signature = path.split('.').at(-1)!
    for (const table of ['events', 'customer_links', 'outgoing_mails', 'graphile_worker._private_jobs']) {
      const { rows } = await desk.pool.query(`select * from ${table}`)
      assert.ok(!JSON.stringify(rows).includes(signature), table)
    }
  })

  test('is asked for five times an hour for an address', async () => {
    const person = visitor()
    for (let asked = 0; asked < 5; asked++)
      assert.equal((await person.send('/requests/link', { email: 'often@customer.example' })).status, 200)
    const seen = await person.send('/requests/link', { email: 'OFTEN@customer.example' })
    assert.equal(seen.status, 429)
    assert.match(seen.html, /value="OFTEN@customer.example"/)
  })

  test('V09 goes to so many addresses an hour that nobody proved, and no further', async () => {
    const busy = await siteDesk()
    await busy.desk.pool.query(
      `insert into customer_links (id, address, locale, created_at, expires_at, mailed_at)
      select gen_random_uuid(), 'a' || n || '@x.example', 'en', $1, $1, $1 from generate_series(1, 200) n`,
      [busy.desk.clock()],
    )
    await busy.visitor().send('/requests/new', request)
    await busy.visitor().send('/requests/link', { email: request.email })
    assert.equal(await busy.linkIn(request.email), undefined)
    busy.desk.clock.advance(3_601)
    await busy.visitor().send('/requests/link', { email: request.email })
    assert.ok(await busy.linkIn(request.email))
  })

  test('leads back to the request that was asked for', async () => {
    const made = await visitor().send('/requests/new', { ...request, email: 'back@customer.example' })
    const number = numberIn(made.html)
    const person = visitor()
    const asked = await person.see(`/requests/${number}`)
    assert.equal(asked.status, 401)
    await person.fill(`/requests/${number}`, '/requests/link', { email: 'back@customer.example' })
    const opened = await person.fill((await linkIn('back@customer.example'))!, '/requests/open', {})
    assert.equal(opened.path, `/requests/${number}`)
    assert.match(opened.html, /without proof that it was you/)
  })
})

suite('a mailbox opens', () => {
  test('what came from its address, proven or not, by mail or form', async () => {
    const address = 'owner@customer.example'
    await writtenByMail(address, true, 'Proven by mail')
    await writtenByMail(address, false, 'Somebody said so')
    await visitor().send('/requests/new', { ...request, subject: 'By form', email: address })
    const { html } = await (await mailReader(address)).see('/requests')
    for (const subject of ['Proven by mail', 'Somebody said so', 'By form'])
      assert.match(html, new RegExp(subject))
  })

  test('every answer, also those that went out as mails', async () => {
    const address = 'spam@customer.example'
    await writtenByMail(address, true, 'Lost in the spam folder')
    const { id, number } = (await conversations()).find(({ customer }) => customer.email === address)!
    await staff.post(`/api/conversations/${id}/entries`, { clientId: newId(), body: 'It has arrived.' })
    const { html } = await (await mailReader(address)).see(`/requests/${number}`)
    assert.match(html, /It has arrived\./)
  })

  test('V23 never what a customer of the exchange wrote who has the same address', async () => {
    const address = 'shared@customer.example'
    const verified = visitor()
    await verified.send('/requests/enter', { token: await sign({ sub: 'shared', email: address }) })
    const made = await verified.fill('/requests/new', '/requests/new', {
      ...request,
      subject: 'At the exchange',
    })
    await writtenByMail(address, true, 'By mail')
    const person = await mailReader(address)
    assert.doesNotMatch((await person.see('/requests')).html, /At the exchange/)
    assert.equal((await person.see(`/requests/${numberIn(made.html)}`)).status, 404)
    assert.doesNotMatch((await verified.see('/requests')).html, /By mail/)
  })

  test('V01 never what a visitor wrote in a chat who only said that the address is theirs', async () => {
    const address = 'claimed@customer.example'
    const claimant = await createCustomer(desk, { email: address })
    const body = { clientId: newId(), body: 'In the chat', live: false }
    const opened = await desk.asCustomer(claimant).post('/api/customer/conversations', body)
    await desk
      .asCustomer(claimant)
      .post(`/api/customer/conversations/${opened.body.conversation.id}/contact`, { email: address })
    await visitor().send('/requests/link', { email: address })
    assert.equal(await linkIn(address), undefined)
    await writtenByMail(address, true, 'By mail')
    const person = await mailReader(address)
    assert.doesNotMatch((await person.see('/requests')).html, /In the chat/)
    assert.equal((await person.see(`/requests/${opened.body.conversation.number}`)).status, 404)
  })

  test('V02 nothing for whoever typed the address into the form', async () => {
    const person = visitor()
    const made = await person.send('/requests/new', { ...request, email: 'victim@customer.example' })
    assert.equal(person.cookies.has('ballast_customer'), false)
    assert.equal((await person.see(`/requests/${numberIn(made.html)}`)).status, 401)
  })

  test('new requests as its own customer, whom nobody else can write as', async () => {
    const person = await mailReader('owner@customer.example')
    const made = await person.fill('/requests/new', '/requests/new', { ...request, subject: 'Signed in' })
    const found = (await conversations()).find(({ number }) => number === numberIn(made.html))!
    const { rows } = await desk.pool.query('select proven from customer_addresses where customer_id = $1', [
      found.customer.id,
    ])
    assert.deepEqual(rows, [{ proven: true }])
  })
})

suite('a session of the site', () => {
  test('that a mail opened is worth nothing at the API', async () => {
    const person = await mailReader('owner@customer.example')
    const token = person.cookies.get('ballast_customer')!
    const headers = { authorization: `Bearer ${token}` }
    assert.equal((await desk.nobody.get('/api/customer/me', { headers })).status, 401)
    const session = await desk.nobody.post('/api/customer/session', { visitorToken: token })
    assert.notEqual(session.body.token, token)
    assert.equal(session.body.customer.email, null)
  })

  test('lasts a week, and ends when its reader signs out, everywhere', async () => {
    const person = await mailReader('owner@customer.example')
    const copy = visitor()
    copy.cookies.set('ballast_customer', person.cookies.get('ballast_customer')!)
    assert.match((await copy.see('/requests')).html, /Proven by mail/)
    await person.send('/requests/sign-out', {})
    assert.equal(person.cookies.has('ballast_customer'), false)
    assert.doesNotMatch((await copy.see('/requests')).html, /Proven by mail/)
    const later = await mailReader('owner@customer.example')
    desk.clock.advance(7 * 24 * 3_600)
    assert.doesNotMatch((await later.see('/requests')).html, /Proven by mail/)
  })

  test('V35 is not made by a token of the widget, or one of own making', async () => {
    const { body } = await desk.nobody.post('/api/customer/session', {})
    for (const token of [body.token, 'blst_mail_AAAA', 'blst_cust_AAAA', 'x', '']) {
      const person = visitor()
      person.cookies.set('ballast_customer', token)
      assert.match((await person.see('/requests')).html, /The address you wrote from/)
    }
  })
})

test('a link is forgotten after a day', async () => {
  desk.clock.advance(25 * 3_600)
  await desk.settle()
  assert.deepEqual((await desk.pool.query('select id from customer_links')).rows, [])
})
