// A mail's HTML in a real browser: nothing in it runs, nothing is asked of other servers until an agent says so.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { createTransport } from 'nodemailer'
import type { Page } from 'playwright-core'
import type { Conversation } from '../../contract/conversations.ts'
import { createStaff } from '../factories.ts'
import { expectNoViolations, overflows, screenshot } from './browser.ts'
import { consoleDesk, eventually, signedIn } from './console-desk.ts'
import { mailOptions } from './mail.ts'

const place = await consoleDesk(mailOptions())
const { desk, url } = place
const boss = await createStaff(desk, { name: 'Ingrid Vale', role: 'administrator' })
const chinese = await createStaff(desk, { name: '韩立川', role: 'administrator', locale: 'zh' })

/** Somebody else's server, which counts who asks it for what. */
const asked: { path: string; referer: string | undefined; cookie: string | undefined }[] = []
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==',
  'base64',
)
const elsewhere = createServer((request, response) => {
  const { referer, cookie } = request.headers
  asked.push({ path: request.url ?? '', referer, cookie })
  response.writeHead(200, { 'content-type': 'image/png' }).end(png)
})
await new Promise<void>(resolve => elsewhere.listen(0, '127.0.0.1', resolve))
after(() => elsewhere.close())
const other = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`

const html = `<body style="font-family:Arial"><script>fetch('${other}/script')</script>
<h2 style="color:#0b6e4f">Withdrawal receipt</h2>
<p>Hello desk, here is what your exchange <b>wrote to me</b>:</p>
<table border=1 cellpadding=6><tr><th>Coin<th>Network<th>Amount<tr><td>USDT<td>TRON<td>1,250.00</table>
<p><a href="${other}/page" onclick="fetch('${other}/click')">Open the receipt</a> <a href="javascript:alert(1)">or this</a></p>
<img src="${other}/picture.png" alt="Screenshot of the receipt" width=120 height=60 onerror="fetch('${other}/error')">
<div style="position:fixed;inset:0;background:url(${other}/style.png)">Thank you!</div>
<link rel=stylesheet href="${other}/style.css"><meta http-equiv=refresh content="0;url=${other}/refresh">
<svg onload="fetch('${other}/svg')"></svg><iframe src="${other}/frame"></iframe></body>`

async function mailed(): Promise<Conversation> {
  const person = desk.as(boss)
  await person.post('/api/mailboxes', { address: 'help@harbour.example', name: 'Harbour help' })
  const transport = createTransport({ host: '127.0.0.1', port: desk.app.mailPort()!, ignoreTLS: true })
  const from = 'Flo Marsh <flo@customer.example>'
  await transport.sendMail({ from, to: 'help@harbour.example', subject: 'USDT withdrawal', html })
  transport.close()
  const list = async (): Promise<Conversation[]> =>
    (await person.get('/api/conversations?status=active')).body.conversations
  return (await eventually(list, all => all.length > 0, 'no conversation by mail'))[0]!
}

/** The frame and all that it wants is there; what was refused was refused by then. */
async function loaded(page: Page): Promise<void> {
  await page.frameLocator('iframe').getByText('Thank you!').waitFor()
  await page.frames().at(-1)!.waitForLoadState('load')
}

const conversation = await mailed()
const address = `${url}/inbox/all/${conversation.id}`

test('V14 nothing runs, and a picture from elsewhere is loaded when it is asked for, once', async () => {
  const page = await signedIn(place, boss)
  await page.goto(address)
  await page.getByRole('button', { name: 'Show as the writer sent it' }).click()
  const frame = page.frameLocator('iframe')
  await frame.getByRole('heading', { name: 'Withdrawal receipt' }).waitFor()
  await screenshot(page, 'mail-html-light-off')
  await loaded(page)
  assert.deepEqual(asked, [], 'nobody was asked for anything')

  await page.getByRole('button', { name: 'Load pictures' }).click()
  await page.getByText('this time only').waitFor()
  await eventually(
    async () => asked,
    all => all.length > 0,
    'the picture was not asked for',
  )
  await loaded(page)
  assert.deepEqual(asked, [{ path: '/picture.png', referer: undefined, cookie: undefined }])

  await page.getByRole('button', { name: 'Show as text' }).click()
  await page.getByRole('button', { name: 'Show as the writer sent it' }).click()
  await page.getByRole('button', { name: 'Load pictures' }).waitFor()
  await loaded(page)
  assert.equal(asked.length, 1, 'off again')
})

test('a link opens in a tab of its own, which learns nothing of the desk', async () => {
  const page = await signedIn(place, boss)
  await page.goto(address)
  await page.getByRole('button', { name: 'Show as the writer sent it' }).click()
  const link = page.frameLocator('iframe').getByRole('link', { name: 'Open the receipt' })
  const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()])
  await opened.waitForLoadState()
  assert.equal(opened.url(), `${other}/page`)
  assert.equal(await opened.evaluate('window.opener'), null)
  assert.deepEqual(asked.find(({ path }) => path === '/page')?.referer, undefined)
  assert.equal(page.url(), address)
})

for (const [name, staff, options] of [
  ['desk light', boss, { colorScheme: 'light' }],
  ['phone dark', chinese, { colorScheme: 'dark', viewport: { width: 390, height: 844 } }],
] as const) {
  test(`axe finds nothing: ${name}`, async () => {
    const page = await signedIn(place, staff, options)
    await page.goto(address)
    await page.getByRole('button', { name: /Show as the writer sent it|按原始样式显示/ }).click()
    await page.frameLocator('iframe').getByText('Thank you!').waitFor()
    await page.locator('article summary').click()
    await page.getByText(/Save the whole mail|保存完整邮件/).waitFor()
    await screenshot(page, `mail-html-${name}`.replaceAll(' ', '-'))
    await page.getByText(/no mail server is set up|尚未设置发信服务器/).waitFor()
    await expectNoViolations(page, { without: ['iframe'] })
    assert.equal(await overflows(page), false)
  })
}
