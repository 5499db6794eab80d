// A customer's whole way with the widget: waiting, talking, files, reload, offline and back, going on without waiting; all of it by keyboard.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Frame, Page } from 'playwright-core'
import { openExchange, until } from './exchange.ts'
import { chatOf, launcher, openChat } from './host-page.ts'

const exchange = await openExchange()
const { host, browser, duty, keepBusy, newest, say, messages, desk } = exchange
const phrase = 'abandon ability able about above absent absorb abstract absurd abuse access accident'

async function start(page: Page, text: string, script = ''): Promise<Frame> {
  const chat = await openChat(page, host, script)
  await chat.locator('.home .primary').click()
  await chat.locator('#first').fill(text)
  await chat.locator('.start .primary').click()
  await chat.waitForSelector('.bar-title p')
  return chat
}
const write = async (chat: Frame, text: string) => {
  await chat.locator('.composer textarea').fill(text)
  await chat.locator('.composer textarea').press('Enter')
}
const bubbles = (chat: Frame) => chat.locator('.bubble .text').allTextContents()

suite('a customer', () => {
  test('waits in line, sees the place change, and talks with an agent', async () => {
    const [one, two] = [await browser.person(), await browser.person()]
    await keepBusy()
    const first = await start(one, 'Where is my deposit?')
    await first.waitForSelector('text=You are next in line')
    const second = await start(two, 'Mine, too')
    await second.waitForSelector('text=You are number 2 in line')
    await first.locator('.card .link').click()
    await first.waitForSelector('.card.later')
    await second.waitForSelector('text=You are next in line')
    await duty(true)
    await second.waitForSelector('.bar-title :text("Mei Lin")')
    const { id } = await newest()
    await say(id, 'Hello, I am looking.')
    await second.waitForSelector('text=Hello, I am looking.')
    await write(second, 'Thank you')
    await until(async () => (await messages(id)).includes('Thank you'))
    await one.context().close()
    await two.context().close()
  })

  test('comes back after a reload to everything, with what was typed and not sent', async () => {
    await duty(true)
    const page = await browser.person()
    const chat = await start(page, 'Will this be here?')
    await until(async () => (await messages((await newest()).id))[0] === 'Will this be here?')
    await chat.locator('.composer textarea').fill('Half a sent')
    await page.reload()
    const again = await chatOf(page)
    await again.locator('.row').click()
    await again.waitForSelector('.bubble :text("Will this be here?")')
    assert.equal(await again.locator('.composer textarea').inputValue(), 'Half a sent')
    await page.context().close()
  })

  test('writes while offline; it is sent once and in order when the connection is back, also after a reload', async () => {
    await duty(true)
    const page = await browser.person()
    const chat = await start(page, 'Before')
    const { id } = await newest()
    await page.context().setOffline(true)
    await write(chat, 'First while offline')
    await write(chat, 'Second while offline')
    await chat.waitForSelector('text=Will be sent when the connection is back')
    await page.context().setOffline(false)
    await page.reload()
    await chatOf(page)
    await until(async () => (await messages(id)).length === 3)
    assert.deepEqual(await messages(id), ['Before', 'First while offline', 'Second while offline'])
    await page.context().close()
  })

  test('misses nothing that was said while away', async () => {
    await duty(true)
    const page = await browser.person()
    const open: { close(): Promise<void> }[] = []
    await page.routeWebSocket(/\/api\/realtime$/, socket => {
      socket.connectToServer()
      open.push(socket)
    })
    const chat = await start(page, 'I will be away')
    const { id } = await newest()
    // Being offline leaves open sockets open in this browser, so they are cut as well.
    await page.context().setOffline(true)
    for (const socket of open) await socket.close()
    await chat.waitForSelector('.banner')
    await say(id, 'One')
    await say(id, 'Two')
    await page.context().setOffline(false)
    await chat.waitForSelector('text=Two', { timeout: 40_000 })
    assert.deepEqual(await bubbles(chat), ['I will be away', 'One', 'Two'])
    await page.context().close()
  })

  test('is asked for an address when nobody is there, keeps number and text, and can be written to', async () => {
    await duty(false)
    const page = await browser.person()
    const chat = await start(page, 'Nobody here?')
    await chat.waitForSelector('.card.later')
    const { id, number } = await newest()
    assert.match((await chat.locator('.card.later').textContent()) ?? '', new RegExp(String(number)))
    await chat.locator('.address-form input').fill('not an address')
    await chat.locator('.address-form .primary').click()
    await chat.waitForSelector('.address-form .problem:not(:empty)')
    await chat.locator('.address-form input').fill('customer@mail.example')
    await chat.locator('.address-form .primary').click()
    await chat.waitForSelector('.address-form', { state: 'detached' })
    const { rows } = await desk.pool.query(
      'select email from customer_profiles join conversations using (customer_id) where conversations.id = $1',
      [id],
    )
    assert.equal(rows[0]?.email, 'customer@mail.example')
    assert.deepEqual(await messages(id), ['Nobody here?'])
    await page.context().close()
  })

  test('cannot give away a recovery phrase, not even into the storage of the browser', async () => {
    const page = await browser.person()
    const sent: string[] = []
    page.on('websocket', socket => socket.on('framesent', ({ payload }) => sent.push(String(payload))))
    page.on('request', request => sent.push(request.postData() ?? ''))
    const chat = await start(page, 'My wallet is empty')
    await chat.locator('.composer textarea').fill(`My words are ${phrase} please`)
    await until(() =>
      chat.evaluate(() => JSON.stringify(Object.entries(localStorage)).includes('My words are')),
    )
    await chat.locator('.composer textarea').press('Enter')
    await chat.waitForSelector('dialog[open]')
    await until(async () => (await bubbles(chat)).length === 2)
    const kept = await chat.evaluate(() => JSON.stringify(Object.entries(localStorage)))
    for (const text of [...sent, kept, ...(await bubbles(chat))]) assert.doesNotMatch(text, /absorb abstract/)
    await page.context().close()
  })

  test('reads what others write as text, and leads nowhere without a warning', async () => {
    await duty(true)
    const page = await browser.person()
    const chat = await start(page, 'Hello')
    const { id } = await newest()
    await say(
      id,
      '<img src=x onerror=alert(1)> javascript:alert(1) see https://exchange.example/a_(b). Or http://127.0.0.1/x',
    )
    await chat.waitForSelector('.text a')
    assert.equal(await chat.locator('.text img').count(), 0)
    const links = await chat
      .locator('.text a')
      .evaluateAll(all => all.map(one => [one.getAttribute('href'), one.getAttribute('rel')]))
    assert.deepEqual(links, [
      ['https://exchange.example/a_(b)', 'noopener noreferrer nofollow'],
      ['http://127.0.0.1/x', 'noopener noreferrer nofollow'],
    ])
    await chat.locator('.text a').first().click()
    assert.match((await chat.locator('dialog[open]').textContent()) ?? '', /exchange\.example/)
    await page.context().close()
  })

  test('finds a long conversation quick to open, from its end, with the earlier part within reach', async () => {
    await duty(true)
    const page = await browser.person()
    const chat = await start(page, 'The very first message')
    const { id } = await newest()
    await chat.waitForSelector('.bar-title :text("Mei Lin")')
    for (let line = 1; line <= 250; line++) await say(id, `Line ${line}`)
    await page.reload()
    const again = await chatOf(page)
    await again.locator('.row').click()
    await again.waitForSelector('.bubble :text-is("Line 250")')
    assert.ok((await again.locator('.message').count()) <= 80)
    const isAtEnd = () =>
      again.locator('.log').evaluate(log => log.scrollHeight - log.scrollTop - log.clientHeight < 4)
    assert.equal(await isAtEnd(), true)
    const first = again.locator('.bubble :text-is("The very first message")')
    for (let pages = 0; pages < 6 && (await first.count()) === 0; pages++) {
      const before = await again.locator('.message').count()
      await again.locator('.earlier').click()
      await until(async () => (await again.locator('.message').count()) > before)
    }
    assert.equal(await first.count(), 1)
    assert.equal(await again.locator('.message').count(), 251)
    await page.context().close()
  })

  test('does all of it by keyboard alone', async () => {
    await duty(true)
    const page = await browser.person()
    await page.goto(host.origin)
    const chat = await chatOf(page)
    await launcher(page).focus()
    await page.keyboard.press('Enter')
    await tabTo(page, chat, '.home .primary')
    await page.keyboard.press('Enter')
    await tabTo(page, chat, 'select')
    await page.keyboard.press('w')
    await tabTo(page, chat, '#first')
    await page.keyboard.type('By keyboard')
    await tabTo(page, chat, '.start .primary')
    await page.keyboard.press('Enter')
    await chat.waitForSelector('.composer textarea')
    await until(async () => await chat.evaluate(() => document.activeElement?.tagName === 'TEXTAREA'))
    await page.keyboard.type('one')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('two')
    await page.keyboard.press('Enter')
    await until(async () => (await messages((await newest()).id)).includes('one\ntwo'))
    await tabTo(page, chat, '.bar [aria-haspopup=dialog]', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await chat.waitForSelector('dialog[open]')
    await page.keyboard.press('Escape')
    await chat.waitForSelector('dialog[open]', { state: 'detached' })
    assert.equal(
      await chat.evaluate(() => document.activeElement?.matches('.bar [aria-haspopup=dialog]')),
      true,
    )
    await page.keyboard.press('Escape')
    await until(() =>
      page.evaluate(
        () => document.querySelector('ballast-widget')?.shadowRoot?.activeElement?.tagName === 'BUTTON',
      ),
    )
    assert.equal(await launcher(page).getAttribute('aria-expanded'), 'false')
    await page.context().close()
  })

  test('who composes Chinese does not send with the Enter that ends the composing', async () => {
    await duty(true)
    const page = await browser.person()
    const chat = await start(page, '你好')
    const { id } = await newest()
    await chat.locator('.composer textarea').fill('提币')
    await chat.locator('.composer textarea').evaluate(field => {
      const composing = new KeyboardEvent('keydown', {
        key: 'Enter',
        isComposing: true,
        bubbles: true,
        cancelable: true,
      })
      field.dispatchEvent(composing)
    })
    assert.equal(await chat.locator('.composer textarea').inputValue(), '提币')
    await chat.locator('.composer textarea').press('Enter')
    await until(async () => (await messages(id)).length === 2)
    await page.context().close()
  })
})

async function tabTo(page: Page, chat: Frame, selector: string, key = 'Tab'): Promise<void> {
  for (let tries = 0; tries < 30; tries++) {
    if (
      await chat.evaluate(wanted => document.hasFocus() && document.activeElement?.matches(wanted), selector)
    )
      return
    await page.keyboard.press(key)
  }
  throw new Error(`${selector} can't be reached by keyboard`)
}
