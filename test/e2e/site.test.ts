// The public site in a real browser that runs none of its scripts, for there are none: made, found again, answered, solved.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { dark, light } from '../../look/tokens.ts'
import { exchange, seconds } from '../../server/modules/customers/identity.fixture.ts'
import { siteDesk } from '../../server/site/site-desk.fixture.ts'
import { expectNoViolations, launchBrowser, overflows, screenshot } from './browser.ts'
import { picture } from './picture.ts'

const place = await siteDesk()
const { desk, staff, conversations, linkIn } = place
const url = await desk.listen()
const browser = await launchBrowser()
const address = 'flo@customer.example'
const seed = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
await staff.post('/api/mailboxes', { address: 'help@harbour.example', name: 'Harbour help' })

/** Opens the link that was sent, and presses its button. */
async function signIn(page: Page): Promise<void> {
  await page.goto(`${url}/requests`)
  await page.getByLabel('The address you wrote from').fill(address)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor()
  await page.goto(`${url}${await linkIn(address)}`)
  await page.getByRole('button', { name: 'Open your requests' }).click()
  await page.getByRole('heading', { name: 'Your requests' }).waitFor()
}

suite('the site', { timeout: 300_000 }, () => {
  test('takes a request with files from a stranger, who finds it again by mail', async () => {
    const page = await browser.person({ javaScriptEnabled: false })
    await page.goto(`${url}/help`)
    await page.getByRole('main').getByRole('link', { name: 'New request' }).click()
    await page.getByLabel('What is it about?').fill('Withdrawal is stuck')
    await page.getByRole('button', { name: 'Send request' }).click()
    await page.getByRole('link', { name: 'Choose a topic' }).waitFor()
    assert.equal(await page.getByLabel('What is it about?').inputValue(), 'Withdrawal is stuck')
    await page.getByLabel('Topic').selectOption('withdrawal')
    await page
      .getByLabel('What happened?')
      .fill('It has been pending since this morning.\n\nThe page says “processing”.')
    await page.getByLabel('Order or transaction id').fill('W-20931')
    await page.getByLabel('Your email address').fill(address)
    await page.getByLabel('Files').setInputFiles([
      { name: 'screenshot.png', mimeType: 'image/png', buffer: picture },
      { name: 'statement.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') },
    ])
    await page.getByRole('button', { name: 'Send request' }).click()
    await page.getByRole('heading', { name: 'We have your request' }).waitFor()
    const [made] = await conversations()
    assert.match(await page.locator('.number').innerText(), new RegExp(String(made!.number)))
    await signIn(page)
    await page.getByRole('link', { name: /Withdrawal is stuck/ }).click()
    await page.getByText('without proof that it was you').waitFor()
    const image = page.getByRole('img', { name: 'Picture: screenshot.png' })
    await image.waitFor()
    await image.scrollIntoViewIfNeeded()
    const shown = await page.request.get(`${url}${await image.getAttribute('src')}`)
    assert.equal(shown.headers()['content-type'], 'image/png')
    await page.getByLabel('Your message').fill('Any news?')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('Any news?').waitFor()
    await page.getByRole('button', { name: 'This is solved' }).click()
    await page.getByText('Solved on').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.goto(`${url}/requests/${made!.number}`)
    await page.getByRole('button', { name: 'Send me a link' }).waitFor()
    await page.context().close()
  })

  test('lets customers in from a page of the exchange, on another site', async () => {
    const { sign } = await exchange(desk)
    const token = await sign({ sub: 'gus', iat: seconds(desk), exp: seconds(desk, 300) })
    const form = `<form method="post" action="${url}/requests/enter"><input name="token" value="${token}"><button>Go</button></form>`
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html').end(`<!doctype html><title>x</title>${form}`)
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const host = `localhost:${(server.address() as AddressInfo).port}`
    const { version } = (await staff.get('/api/desk/settings')).body
    await staff.patch('/api/desk/settings', { version, settings: { widget: { allowedDomains: [host] } } })
    const page = await browser.person({ javaScriptEnabled: false })
    await page.goto(`http://${host}/`)
    await page.getByRole('button', { name: 'Go' }).click()
    await page.getByText('You came from your account').waitFor()
    await page.getByText('There is no request here yet').waitFor()
    await page.context().close()
    server.close()
  })

  /** Pages that use every colour there is; the others are looked through in one of the two. */
  const isRich = new Set(['form refused', 'list', 'request', 'made'])
  const looks = [
    { name: 'light desktop', colorScheme: 'light', viewport: { width: 1280, height: 1000 }, locale: 'en-GB' },
    { name: 'dark phone', colorScheme: 'dark', viewport: { width: 360, height: 780 }, locale: 'zh-CN' },
  ] as const

  for (const { name, ...options } of looks) {
    test(`is readable for everybody on every page, ${name}`, async () => {
      const number = await answered()
      const page = await browser.person(options)
      const look = async (path: string, what: string) => {
        if (path) await page.goto(`${url}${path}`)
        await page.locator('h1').waitFor()
        assert.equal(await overflows(page), false, what)
        if (isRich.has(what) || options.colorScheme === 'light') await expectNoViolations(page)
        await screenshot(page, `site ${what} ${name}`)
      }
      await look('/help', 'help')
      await look('/requests', 'ways in')
      await look('/requests/new', 'form')
      await page.locator('form.card button').click()
      await look('', 'form refused')
      await page.goto(`${url}/requests`)
      await page.locator('#email').fill(address)
      await page.locator('form.card button').click()
      await look('', 'link sent')
      await look((await linkIn(address))!, 'link')
      await page.locator('form.card button').click()
      await look('', 'list')
      await look(`/requests/${number}`, 'request')
      await page.locator('#reply').scrollIntoViewIfNeeded()
      await screenshot(page, `site reply ${name}`)
      await page.goto(`${url}/requests/new`)
      await page.locator('#subject').fill('Lost my phone')
      await page.locator('#topic').selectOption('security')
      await page.locator('#description').fill(`My wallet is ${seed}.`)
      await page.locator('form.card button').click()
      await look('', 'made')
      await look('/requests/987654', 'failure')
      const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      const { surfaceSoft } = options.colorScheme === 'light' ? light : dark
      assert.equal(colour, rgb(surfaceSoft))
      await page.context().close()
    })
  }
})

/** Has the newest request answered, with all that a thread can hold. */
async function answered(): Promise<number> {
  const visitor = await place.mailReader(address)
  const sent = await visitor.send(
    '/requests/new',
    {
      subject: 'Deposit of 2,500 USDT does not show, 充值未到账',
      topic: 'deposit',
      description: `I sent it at 08:12 UTC.\n${'https://explorer.example/tx/0x'.padEnd(120, 'a1b2c3')}`,
      reference: '0x8f3c',
    },
    { files: [{ name: 'a rather long name of a screenshot that I took.png', bytes: picture }] },
  )
  const number = Number(/class="number">[^<]*?(\d+)/.exec(sent.html)?.[1])
  const { id } = (await conversations()).find(one => one.number === number)!
  const say = (body: string, more = {}) =>
    staff.post(`/api/conversations/${id}/entries`, { clientId: randomUUID(), body, ...more })
  await say('Thank you. Which network did you use?', { then: 'waiting' })
  const path = `/requests/${number}`
  await visitor.fill(path, path, { text: `TRON. Do you need this? ${seed}` }, { files: [] })
  await say('No, and never give it to anyone. We have found your deposit; it needs two more confirmations.')
  return number
}

const rgb = (hex: string) =>
  `rgb(${[1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`
