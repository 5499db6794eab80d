// The exchange is the first thing a newcomer sees, and the page that embeds the widget: it answers, escapes and counts right.
import assert from 'node:assert/strict'
import { after, suite, test } from 'node:test'
import { decodeJwt, jwtVerify } from 'jose'
import { decimal, grouped, times, units } from './decimal.ts'
import { html, json } from './html.ts'
import { markets, priceAt } from './markets.ts'
import { createExchange } from './server.ts'

const now = new Date('2026-03-02T09:00:00Z')
const key = { kid: 'test', secret: 'blst_sign_0123456789abcdef0123456789abcdef' }
const desk = 'http://localhost:4400'
const exchange = await createExchange({ desk, key, clock: () => now })
after(() => exchange.close())

const alba = 'nq_customer=31415926'
const nobody = 'nq_customer=nobody'
const get = (url: string, cookie = alba) => exchange.inject({ url, headers: { cookie } })
const post = (url: string, fields: Record<string, string>, cookie = alba) =>
  exchange.inject({
    method: 'POST',
    url,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

suite('pages', () => {
  const paths = ['/', '/wallet', '/account', ...markets.map(market => `/trade/${market.slug}`)]
  for (const path of paths) {
    test(`${path} answers in both languages, for customers and for nobody`, async () => {
      for (const cookie of [alba, nobody, 'nq_customer=27182818; nq_language=zh']) {
        const { statusCode, body } = await get(path, cookie)
        assert.equal(statusCode, 200)
        assert.match(body, /<html lang="(en|zh-Hans)"/)
        assert.doesNotMatch(body, /undefined|NaN|\[object/)
      }
    })
  }

  test('embed the widget, and let nothing else run', async () => {
    const { body, headers } = await get('/')
    assert.match(body, /<script async src="http:\/\/localhost:4400\/widget\/loader\.js">/)
    const nonce = /<script nonce="([^"]+)">/.exec(body)?.[1]
    const policy = String(headers['content-security-policy'])
    assert.ok(nonce && policy.includes(`'nonce-${nonce}'`) && policy.includes(`frame-src ${desk}`))
    assert.doesNotMatch(policy, /unsafe/)
  })

  test('show whose money is stuck', async () => {
    const { body } = await get('/wallet')
    assert.match(body, /WD-7713052 has been in review for 185 minutes/)
  })

  test('an unknown page or market is said to be one', async () => {
    for (const path of ['/nowhere', '/trade/MOON-USDT', '/live/MOON-USDT', '/trade/__proto__']) {
      assert.equal((await get(path)).statusCode, 404, path)
    }
  })
})

suite('hostile input', () => {
  const attack = `"><script>alert(1)</script>'`

  test('what was typed comes back escaped, and is not lost', async () => {
    const typed = { side: 'buy', type: 'limit', price: attack.slice(0, 24), amount: '<b>1' }
    const { statusCode, body } = await post('/trade/BTC-USDT/orders', typed)
    assert.equal(statusCode, 400)
    assert.doesNotMatch(body, /<script>alert|<b>1/)
    assert.match(body, /value="&quot;&gt;&lt;script&gt;/)
  })

  test('addresses and cookies are never written into a page as they are', async () => {
    for (const path of [
      `/${encodeURIComponent(attack)}`,
      `/trade/BTC-USDT?placed=${encodeURIComponent(attack)}`,
    ]) {
      assert.doesNotMatch((await get(path)).body, /<script>alert/)
    }
    const cookie = `nq_customer=${encodeURIComponent(attack)}; nq_theme=${encodeURIComponent(attack)}; nq_language=zh${encodeURIComponent(attack)}`
    assert.doesNotMatch((await get('/', cookie)).body, /<script>alert/)
  })

  test('preferences lead back to a page of the exchange only', async () => {
    for (const back of ['//evil.example', '/\\evil.example', 'https://evil.example', '/x?y=//z', '']) {
      const { headers } = await post('/preferences', { back })
      assert.equal(headers.location, '/', back)
    }
    assert.equal(
      (await post('/preferences', { back: '/trade/BTC-USDT' })).headers.location,
      '/trade/BTC-USDT',
    )
  })

  test('a made-up customer is nobody', async () => {
    assert.equal((await post('/support-token', {}, 'nq_customer=99999999')).statusCode, 401)
    const { headers } = await post('/preferences', { customer: '99999999' })
    assert.equal(headers['set-cookie'], undefined)
  })

  test('a script element can’t be left', () => {
    assert.doesNotMatch(json({ a: '</script><!--' }).text, /<|>/)
    assert.equal(html`<p>${[attack]}</p>`.text.includes('<script>'), false)
  })
})

suite('the token for the desk', () => {
  test('is signed for exactly this customer, short-lived, and new each time', async () => {
    const tokens = await Promise.all([post('/support-token', {}), post('/support-token', {})])
    const [first, second] = tokens.map(reply => reply.json().token as string)
    const { payload, protectedHeader } = await jwtVerify(first!, new TextEncoder().encode(key.secret), {
      audience: 'ballast',
      currentDate: now,
    })
    assert.equal(protectedHeader.kid, 'test')
    assert.deepEqual([payload.sub, payload.name], ['31415926', 'Alba Arden'])
    assert.ok(payload.exp! - payload.iat! <= 900)
    assert.notEqual(payload.jti, decodeJwt(second!).jti)
  })

  test('is not for nobody', async () => {
    assert.equal((await post('/support-token', {}, nobody)).statusCode, 401)
  })
})

suite('money', () => {
  test('is counted without floating point', () => {
    assert.equal(decimal(units('0.1')! + units('0.2')!), '0.3')
    assert.equal(decimal(times(units('0.00000001')!, units('96400.5')!)), '0.000964')
    assert.equal(decimal(times(units('123456789.12345678')!, units('1')!)), '123456789.12345678')
    for (const bad of ['', '-1', '1e5', '0.123456789', '１', 'NaN', '1,000', '9'.repeat(16)]) {
      assert.equal(units(bad), null, bad)
    }
    assert.equal(grouped('1234567.00000001'), '1,234,567.00000001')
  })

  test('an order binds what it costs, and one that costs too much is refused', async () => {
    const before = (await get('/api/accounts/31415926')).json().balances.USDT
    const limit = { side: 'buy', type: 'limit', price: '50000.5', amount: '0.01' }
    const { statusCode, headers } = await post('/trade/BTC-USDT/orders', limit)
    assert.equal(statusCode, 303)
    assert.match((await get(String(headers.location))).body, /is placed/)
    const balance = (await get('/api/accounts/31415926')).json().balances.USDT
    assert.equal(decimal(units(before.available)! - units(balance.available)!), '500.005')
    assert.equal(decimal(units(balance.inOrders)! - units(before.inOrders)!), '500.005')
    const refused = await post('/trade/BTC-USDT/orders', { ...limit, amount: '999' })
    assert.match(refused.body, /Not enough available/)
    assert.equal((await post('/trade/BTC-USDT/orders', limit, nobody)).statusCode, 400)
  })

  test('a market order is filled at the price of the moment, less 0.10 %', async () => {
    const before = (await get('/api/accounts/31415926')).json().balances.SOL
    await post('/trade/SOL-USDT/orders', { side: 'buy', type: 'market', price: '', amount: '2' })
    const { balances } = (await get('/api/accounts/31415926')).json()
    assert.equal(decimal(units(balances.SOL.available)! - units(before.available)!), '1.998')
    const [order] = (await get('/api/accounts/31415926/orders')).json().orders
    assert.equal(order.price, decimal(units(priceAt(markets[2]!, now.getTime()).toFixed(2))!))
    assert.equal(order.state, 'filled')
  })

  test('open orders bind exactly what the balances say', async () => {
    for (const { uid, balances } of (await get('/api/accounts')).json().accounts) {
      const { orders } = (await get(`/api/accounts/${uid}/orders`)).json()
      const bound = new Map<string, bigint>()
      for (const one of orders.filter((order: { state: string }) => order.state === 'open')) {
        const [base, quote] = one.pair.split('/')
        const rest = units(one.amount)! - units(one.filled)!
        const [asset, amount] = one.side === 'sell' ? [base, rest] : [quote, times(rest, units(one.price)!)]
        bound.set(asset, (bound.get(asset) ?? 0n) + amount)
      }
      for (const [asset, { inOrders }] of Object.entries<{ inOrders: string }>(balances)) {
        assert.equal(inOrders, decimal(bound.get(asset) ?? 0n), `${uid} ${asset}`)
      }
    }
  })
})

test('data about a customer is there as JSON, and nothing about strangers', async () => {
  const { deposits } = (await get('/api/accounts/27182818/deposits')).json()
  assert.deepEqual([deposits[0].state, deposits[0].uid], ['held', '27182818'])
  const { withdrawals } = (await get('/api/accounts/31415926/withdrawals')).json()
  assert.equal(withdrawals[0].createdAt, '2026-03-02T05:55:00.000Z')
  assert.equal((await get('/api/accounts/1')).statusCode, 404)
})
