// The widget and the page around it: commands, identity, several tabs, what is left behind, and networks that block what it likes best.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Frame, Page } from 'playwright-core'
import { exchange as signingExchange } from '../../server/modules/customers/identity.fixture.ts'
import { openExchange, until } from './exchange.ts'
import { chatOf, hostPage, launcher, openChat } from './host-page.ts'

const exchange = await openExchange()
const { host, browser, duty, newest, say, messages, desk, origin } = exchange
const { sign } = await signingExchange(desk)
await duty(true)

async function start(chat: Frame, text: string): Promise<string> {
  await chat.locator('.home .primary').click()
  await chat.locator('#first').fill(text)
  await chat.locator('.start .primary').click()
  await chat.waitForSelector('.bar-title p')
  return (await newest()).id
}
const call = (page: Page, ...args: unknown[]) =>
  page.evaluate(given => (window as never as { Ballast(...all: unknown[]): void }).Ballast(...given), args)
/** Tokens for the page to hand out, one after the other. */
const handOut = (tokens: string[]) =>
  `var tokens = ${JSON.stringify(tokens)}; Ballast('identify', function () { return Promise.resolve(tokens.shift() || null) })`

suite('the widget on a page', () => {
  test('loads under a strict policy, once, although the script is there twice', async () => {
    const page = await browser.person()
    const complaints: string[] = []
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    await openChat(page, host)
    await page.evaluate(src => {
      const script = document.createElement('script')
      script.src = src
      // The page's own nonce: it is the page that embeds it a second time.
      script.nonce = 'page'
      document.head.append(script)
      return new Promise(resolve => script.addEventListener('load', resolve))
    }, `${origin}/widget.js`)
    assert.equal(await page.locator('ballast-widget').count(), 1)
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

  test('takes calls made before it was there, and only warns of unknown ones', async () => {
    const page = await browser.person()
    const warnings: string[] = []
    page.on('console', message => message.type() === 'warning' && warnings.push(message.text()))
    const script = `window.heard = []; Ballast('onReady', function () { heard.push('ready') }); Ballast('dance'); Ballast('toString'); Ballast('newMessage', 'Prefilled')`
    await page.goto(`${host.origin}/?script=${encodeURIComponent(script)}`)
    const chat = await chatOf(page)
    await chat.waitForSelector('#first')
    assert.equal(await chat.locator('#first').inputValue(), 'Prefilled')
    assert.deepEqual(await page.evaluate('heard'), ['ready'])
    assert.equal(warnings.filter(text => /no command/.test(text)).length, 2)
    await page.context().close()
  })

  test('drops nothing that the page passed', async () => {
    const page = await browser.person()
    const script = `Ballast('update', { name: 'Ana', email: 'ana@mail.example', topic: 'api', locale: 'zh', theme: 'dark', position: 'left' })`
    const chat = await openChat(page, host, script)
    await chat.locator('.home .primary').click()
    assert.equal(await chat.locator('select').inputValue(), 'api')
    assert.equal(await chat.locator('input[autocomplete=name]').inputValue(), 'Ana')
    assert.equal(await chat.locator('input[type=email]').inputValue(), 'ana@mail.example')
    assert.equal(await chat.evaluate(() => document.documentElement.lang), 'zh')
    assert.equal(await chat.evaluate(() => getComputedStyle(document.body).colorScheme), 'dark')
    const box = await launcher(page).boundingBox()
    assert.ok(box && box.x < 100)
    await page.context().close()
  })

  test('counts what is unread on the button and for the page, in all tabs, until it is read', async () => {
    const page = await browser.person()
    const script = `window.counts = []; Ballast('onUnread', function (count) { counts.push(count) })`
    const chat = await openChat(page, host, script)
    const id = await start(chat, 'I will look elsewhere')
    const other = await page.context().newPage()
    await other.goto(host.origin)
    await chatOf(other)
    await chat.locator('.bar [aria-label="Close chat"]').click()
    await say(id, 'An answer')
    await other.locator('ballast-widget button[aria-label*="1 unread"]').waitFor()
    await until(() => page.evaluate('counts.at(-1) === 1'))
    await page.bringToFront()
    await page.locator('ballast-widget button[aria-label*="1 unread"]').waitFor()
    await launcher(page).click()
    await other
      .locator('ballast-widget button[aria-label="Open support chat"]')
      .waitFor({ state: 'attached' })
    await page.context().close()
  })

  test('a signed customer sees their conversations on another machine; a used token is replaced by a fresh one', async () => {
    const used = await sign({ sub: 'ana', name: 'Ana' })
    await desk.nobody.post('/api/customer/session', { identity: used })
    const [one, two] = [await browser.person(), await browser.person()]
    const chat = await openChat(one, host, handOut([used, await sign({ sub: 'ana', name: 'Ana' })]))
    await chat.waitForSelector('.home .soft')
    const id = await start(chat, 'From my first machine')
    const again = await openChat(two, host, handOut([await sign({ sub: 'ana' })]))
    await again.locator('.row').click()
    await again.waitForSelector('.bubble :text("From my first machine")')
    assert.deepEqual(await messages(id), ['From my first machine'])
    await one.context().close()
    await two.context().close()
  })

  test('an anonymous conversation is not merged into who signs in, nor the other way round', async () => {
    const page = await browser.person()
    const chat = await openChat(page, host)
    await start(chat, 'Nobody knows me')
    await page.goto(`${host.origin}/?script=${encodeURIComponent(handOut([await sign({ sub: 'ben' })]))}`)
    const signed = await chatOf(page)
    await signed.waitForSelector('.home .soft:text("Your conversations will be here")')
    assert.equal(await signed.locator('.row').count(), 0)
    await page.goto(host.origin)
    await (await chatOf(page)).locator('.row').waitFor()
    await page.context().close()
  })

  test('shutdown leaves nothing behind, in any tab', async () => {
    const page = await browser.person()
    const chat = await openChat(page, host)
    await start(chat, 'Forget me')
    const kept = () =>
      chat.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('ballast:')))
    assert.notDeepEqual(await kept(), [])
    const token = await chat.evaluate(
      () => JSON.parse(localStorage.getItem('ballast:anonymous:session') ?? '{}').token,
    )
    const other = await page.context().newPage()
    const otherChat = await openChat(other, host)
    await otherChat.waitForSelector('.row')
    await call(page, 'shutdown')
    await until(() => page.evaluate(() => document.querySelector('ballast-widget') === null))
    await otherChat.waitForSelector('.row', { state: 'detached' })
    const left = await otherChat.evaluate(() =>
      Object.keys(localStorage).filter(key => key.startsWith('ballast:')),
    )
    assert.deepEqual(left, [])
    const answer = await desk.nobody.get('/api/customer/conversations', {
      headers: { authorization: `Bearer ${token}` },
    })
    assert.equal(answer.status, 401)
    await page.context().close()
  })

  test('a page that is not allowed shows no button', async () => {
    const page = await browser.person()
    const stranger = host.origin.replace('127.0.0.1', 'localhost')
    const refused = page.waitForEvent('console', message => message.text().includes('frame-ancestors'))
    await page.goto(stranger)
    await refused
    assert.equal(await launcher(page).isVisible(), false)
    await page.context().close()
  })

  test('opens in its own window with the same conversation', async () => {
    const page = await browser.person()
    const chat = await openChat(page, host)
    const id = await start(chat, 'In my own window')
    await chat.locator('.bar [aria-haspopup=dialog]').click()
    const opening = page.context().waitForEvent('page')
    await chat.locator('.item:has(.icon-window)').click()
    const popped = await opening
    await popped.waitForSelector('.bubble :text("In my own window")')
    await popped.locator('.composer textarea').fill('From the window')
    await popped.locator('.composer textarea').press('Enter')
    await until(async () => (await messages(id)).includes('From the window'))
    await page.context().close()
  })
})

suite('where a network blocks', () => {
  for (const [blocked, routes] of [
    ['WebSockets', [/\/api\/realtime$/]],
    ['WebSockets and streams', [/\/api\/realtime$/, /\/api\/realtime\/stream$/]],
  ] as const) {
    test(`${blocked}, both sides still read each other`, async () => {
      const page = await browser.person()
      await page.routeWebSocket(/\/api\/realtime$/, socket => void socket.close())
      for (const route of routes.slice(1)) await page.route(route, request => request.abort())
      const chat = await openChat(page, host)
      const id = await start(chat, `Without ${blocked}`)
      await say(id, 'I read you')
      await chat.waitForSelector('text=I read you')
      await chat.locator('.composer textarea').fill('And I you')
      await chat.locator('.composer textarea').press('Enter')
      await until(async () => (await messages(id)).includes('And I you'))
      await page.context().close()
    })
  }
})

test('the page of an exchange elsewhere is served as well once it is allowed', async () => {
  const another = await hostPage(desk, origin)
  const page = await browser.person()
  await openChat(page, another)
  await page.context().close()
})
