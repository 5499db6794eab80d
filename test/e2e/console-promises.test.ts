// Promises in the console: a lead makes one, and its clock comes and goes in list and thread without a reload.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { createStaff } from '../factories.ts'
import { expectNoViolations, screenshot } from './browser.ts'
import { consoleDesk, signedIn, written } from './console-desk.ts'

const place = await consoleDesk()
const { desk, url, agent, browser } = place
const boss = await createStaff(desk, { name: 'Ingrid Vale', role: 'administrator' })
// Answered after 1 to 10 minutes, as it was told half of the time.
await desk.pool.query(
  `insert into samples (conversation_id, kind, topic, language, channel, backlog, duration, ended_at, low, high)
   select gen_random_uuid(), 'firstReply', 'withdrawal', 'en', 'chat', 0, n * 60000, now() - interval '1 hour', 60000, 300000
   from generate_series(1, 10) n`,
)

suite('promises', { timeout: 120_000 }, () => {
  test('a policy and a calendar are made in the settings', async () => {
    const page = await signedIn(place, agent)
    await page.goto(`${url}/settings/promises`)
    await page.getByRole('button', { name: 'New calendar' }).click()
    await page.getByLabel('Name').fill('Vienna')
    await page.getByLabel('Monday').fill('nine to five')
    await page.getByText('Write hours such as 09:00-17:00.').waitFor()
    await page.getByLabel('Monday').fill('9-12, 13:00-17:00')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Vienna').waitFor()
    await page.getByRole('button', { name: 'New policy' }).click()
    await page.getByLabel('Name').fill('Everybody')
    await page.getByLabel('First reply, minutes').fill('90')
    await screenshot(page, 'promises policy')
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('First reply within 1h').waitFor()
    const { body } = await desk.as(boss).get('/api/sla/policies')
    assert.equal(body.policies[0].policy.targets.firstReply.minutes, 90)
    assert.equal(body.policies[0].policy.targets.firstReply.warning, 0.75)
    const times = page.getByRole('row', { name: /Chat · Withdrawal/ })
    await times.getByText('5m – 9m').waitFor()
    await times.getByText('50% / 50%').waitFor()
    await page.getByRole('button', { name: 'Solution', pressed: false }).click()
    await page.getByText('Too few yet').first().waitFor()
    await page.getByRole('button', { name: 'First reply', pressed: false }).click()
    await times.scrollIntoViewIfNeeded()
    await screenshot(page, 'promises response times')
    await expectNoViolations(page)
    await browser.closePages()
  })

  test('a clock appears where it runs, and is gone when the answer is out', async () => {
    const page = await signedIn(place, agent)
    await page.goto(`${url}/inbox/all?sort=due_next`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    const { id } = await written(desk, agent, 'Where is my deposit?')
    const row = page.locator(`[data-conversation="${id}"]`)
    await row.getByText(/First reply in 1h (29|30)m/).waitFor()
    await row.click()
    const header = page.locator('header').filter({ hasText: 'Alba Arden' })
    await header.getByText(/1h (29|30)m left/).waitFor()
    const times = page.getByRole('region', { name: 'Times' })
    await times.getByText(/Promised until/).waitFor()
    await times.getByText(/Expected .+/).waitFor()
    await screenshot(page, 'promises thread')
    await expectNoViolations(page)
    const answer = { clientId: crypto.randomUUID(), body: 'On its way.', kind: 'message', attachments: [] }
    await desk.as(agent).post(`/api/conversations/${id}/entries`, answer)
    await header.getByText(/1h (29|30)m left/).waitFor({ state: 'detached' })
    await row.waitFor({ state: 'detached' })
    await browser.closePages()
  })
})
