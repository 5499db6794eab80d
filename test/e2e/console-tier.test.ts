// The inbox by customer tier, in a real browser: chosen in the head of the list, kept in the address, and on a phone.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { exchange } from '../../server/modules/customers/identity.fixture.ts'
import { expectNoViolations, overflows, screenshot } from './browser.ts'
import { consoleDesk, signedIn } from './console-desk.ts'

const place = await consoleDesk()
const { desk, url, agent } = place
const { sign } = await exchange(desk)

async function openedIn(tier: string, name: string): Promise<void> {
  const identity = await sign({ sub: randomUUID(), tier, name })
  const { token } = (await desk.nobody.post('/api/customer/session', { identity })).body
  const headers = { authorization: `Bearer ${token}` }
  const opening = { clientId: randomUUID(), body: 'Where is my deposit?', live: false }
  assert.equal((await desk.nobody.post('/api/customer/conversations', opening, { headers })).status, 200)
}

test('a tier is chosen above the list, and the list can be bookmarked', async () => {
  await openedIn('gold', 'Alba Arden')
  await openedIn('silver', 'Ben Birk')
  const page = await signedIn(place, agent)
  await page.goto(`${url}/inbox/all`)
  const list = page.getByRole('link', { name: /Alba Arden|Ben Birk/ })
  await list.nth(1).waitFor()
  await page.getByRole('button', { name: 'Tier' }).click()
  await page.getByRole('menuitemradio', { name: 'gold' }).waitFor()
  await screenshot(page, 'console-tier')
  await page.getByRole('menuitemradio', { name: 'gold' }).click()
  await page.getByText('Ben Birk').waitFor({ state: 'detached' })
  await page.getByText('Alba Arden').waitFor()
  await page.waitForURL(/tier=gold/)
  await expectNoViolations(page)
  await page.reload()
  await page.getByText('Alba Arden').waitFor()
  assert.equal(await list.count(), 1)
  await openedIn('gold', 'Cleo Dahl')
  await page.getByText('Cleo Dahl').waitFor()
  const options = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
  const phone = await signedIn(place, agent, options)
  await phone.goto(`${url}/inbox/all?tier=gold`)
  await phone.getByText('Alba Arden').waitFor()
  await screenshot(phone, 'console-phone-tier')
  await expectNoViolations(phone)
  assert.equal(await overflows(phone), false)
})
