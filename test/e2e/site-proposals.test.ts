// The page between the form and the request, in a real browser without scripts: readable for everybody, and one press sends it.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { drafted, publish, writersOf } from '../../server/modules/knowledge/knowledge.fixture.ts'
import { request, siteDesk } from '../../server/site/site-desk.fixture.ts'
import { expectNoViolations, launchBrowser, overflows, screenshot } from './browser.ts'

const { desk, conversations } = await siteDesk()
const url = await desk.listen()
const browser = await launchBrowser()
const writers = await writersOf(desk)
const summary = 'Five steps, and how long the old address still works.'
const title = 'Change the address of your account'
await publish(writers, await drafted(writers, { title, summary }, { slug: 'change-address' }))

const readers = {
  'desk-en': { viewport: { width: 1100, height: 800 } },
  'phone-zh': { viewport: { width: 360, height: 640 }, locale: 'zh-CN', colorScheme: 'dark' },
} as const

suite('articles before a request', { timeout: 120_000 }, () => {
  for (const [reader, options] of Object.entries(readers)) {
    test(`are shown once and sent past with one press, ${reader}`, async () => {
      const before = (await conversations()).length
      const page = await browser.person({ ...options, javaScriptEnabled: false })
      await page.goto(`${url}/requests/new`)
      await page.locator('#subject').fill('Change the address')
      await page.locator('#topic').selectOption('account')
      await page.locator('#description').fill('Another one,\nplease.')
      await page.locator('#email').fill(request.email)
      await page.locator('main button').click()
      await page.getByRole('link', { name: title }).waitFor()
      await screenshot(page, `site-proposals-${reader}`)
      assert.equal(await overflows(page), false)
      await page.locator('main button').first().click()
      await page.locator('.number').waitFor()
      assert.equal((await conversations()).length, before + 1)
      await page.context().close()
    })
  }

  test('have no faults that axe finds', async () => {
    const page = await browser.person()
    await page.goto(`${url}/requests/new`)
    await page.locator('#subject').fill('Change the address')
    await page.locator('#topic').selectOption('account')
    await page.locator('#description').fill('Please.')
    await page.locator('#email').fill(request.email)
    await page.locator('main button').click()
    await page.getByRole('link', { name: title }).waitFor()
    await expectNoViolations(page)
    await page.context().close()
  })
})
