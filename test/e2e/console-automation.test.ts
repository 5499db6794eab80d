// Macros, rules and bulk replies in the console: made in the settings, run by key, followed to the end.
import assert from 'node:assert/strict'
import { afterEach, suite, test } from 'node:test'
import { expectNoViolations, overflows, screenshot } from './browser.ts'
import {
  composer,
  consoleDesk,
  eventually,
  messagesOf,
  open,
  row,
  signedIn,
  written,
} from './console-desk.ts'

const place = await consoleDesk()
const { desk, url, agent, browser } = place

afterEach(() => browser.closePages())

suite('automation', { timeout: 180_000 }, () => {
  test('a macro is made, previewed in the composer, and sent with all that it does', async () => {
    const page = await signedIn(place, agent)
    await page.goto(`${url}/settings/macros`)
    await page.getByRole('button', { name: 'New macro' }).click()
    await page.getByLabel('Shortcut').fill('sent')
    await page.getByLabel('Name').fill('Sent again')
    await page.getByRole('textbox', { name: 'Text' }).fill('Hello {{customer.name}}, it is sent again.')
    await page.getByRole('button', { name: 'Add an action' }).click()
    await page.getByLabel('Action', { exact: true }).and(page.locator('input')).last().click()
    await page.getByRole('option', { name: 'Set the status' }).click()
    await screenshot(page, 'automation macro dialog')
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Sent again').first().waitFor()

    const conversation = await written(desk, agent, 'Where is my withdrawal slip?', { name: 'Ben Birk' })
    await open(place, page, conversation.number)
    await page.keyboard.press('/')
    await page.keyboard.type('sent')
    await page.getByRole('option', { name: /Sent again/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('With this answer, “Sent again” also does:').waitFor()
    const text = () => composer(page).inputValue()
    await eventually(text, seen => seen === 'Hello Ben Birk, it is sent again.', 'the filled reply')
    await screenshot(page, 'automation macro composer')
    await expectNoViolations(page)
    await composer(page).fill('Dear Ben, it is sent again.')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    const seen = await eventually(conversation.read, ({ status }) => status === 'solved', 'solved')
    assert.equal(seen.assignee?.id, agent.id)
    const [, answer] = await messagesOf(conversation)
    assert.equal(answer?.body, 'Dear Ben, it is sent again.')
    await eventually(text, left => left === '', 'an empty composer')
  })

  test('a rule is tried out, kept, runs, and its run is in the log', async () => {
    await written(desk, agent, 'The walrus is back')
    const page = await signedIn(place, agent)
    await page.goto(`${url}/settings/rules`)
    await page.getByRole('button', { name: 'Edit Stolen account · 账户被盗' }).waitFor()
    await page.getByRole('button', { name: 'New rule' }).click()
    await page.getByLabel('Name').fill('Walrus')
    await page.getByLabel('One of these words').fill('walrus*\n海象')
    await page.getByLabel('Tags', { exact: true }).and(page.locator('input')).fill('walrus')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Dry run' }).click()
    await page.getByText(/It is for 1 of the newest \d+ conversations/).waitFor()
    await screenshot(page, 'automation rule dialog')
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const conversation = await written(desk, agent, '我看到了海象')
    await eventually(conversation.read, ({ tags }) => tags.includes('walrus'), 'the tag')
    await page.reload()
    await page.getByRole('cell', { name: 'Walrus' }).waitFor()
    await page.getByRole('cell', { name: 'Word: 海象' }).waitFor()
    await screenshot(page, 'automation rules')
    await expectNoViolations(page)
  })

  test('a bulk reply shows what customers will read, can be taken back, and says whom it left alone', async () => {
    const first = await written(desk, agent, 'Is the network down?', { name: 'Cleo Dahl' })
    const second = await written(desk, agent, '网络有问题吗', { name: '王小雨', locale: 'zh' })
    const page = await signedIn(place, agent)
    await page.goto(`${url}/inbox/all`)
    for (const { number } of [first, second]) {
      await row(page, number).hover()
      await page.getByRole('checkbox', { name: `Select conversation ${number}` }).click()
    }
    await page.getByRole('button', { name: 'Reply to all' }).click()
    await page.getByRole('textbox', { name: 'Reply' }).last().fill('{{customer.name}}: it is back.')
    await page.getByText('王小雨: it is back.').waitFor()
    await screenshot(page, 'automation bulk reply')
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Send to 2' }).click()
    await page.getByRole('button', { name: 'Take it back' }).waitFor()
    await expectNoViolations(page)
    await second.write('已经好了')
    await page.getByText('1 of 2 sent. You can close this.').waitFor({ timeout: 30_000 })
    await page
      .getByRole('link', { name: `#${second.number}` })
      .last()
      .waitFor()
    await screenshot(page, 'automation bulk reply done')
    const bodies = (await messagesOf(first)).map(({ body }) => body)
    assert.deepEqual(bodies, ['Is the network down?', 'Cleo Dahl: it is back.'])
    assert.equal((await messagesOf(second)).length, 2)
  })

  test('a task is added in the details, is on one’s own list, and is done there', async () => {
    const conversation = await written(desk, agent, 'Please check with your bank')
    const page = await signedIn(place, agent)
    await open(place, page, conversation.number)
    await page.getByRole('button', { name: 'Add a task' }).click()
    await page.getByRole('dialog').getByLabel('Task').fill('Ask the bank')
    await page.getByRole('dialog').getByLabel('Due').fill('2020-01-02T10:00')
    await expectNoViolations(page)
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    const details = page.getByRole('complementary', { name: 'Details' })
    await details.getByText(/^Overdue/).waitFor()
    await page.getByRole('log').getByText('Nora Ellin added the task “Ask the bank”').waitFor()
    await screenshot(page, 'automation task')
    await expectNoViolations(page)
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await page.getByRole('heading', { name: 'My tasks' }).waitFor()
    await screenshot(page, 'automation tasks')
    await expectNoViolations(page)
    await page.getByRole('checkbox', { name: 'Ask the bank' }).click()
    await page.getByText('Nothing left to do').waitFor()
    const { tasks } = (await desk.as(agent).get(`/api/conversations/${conversation.id}/tasks`)).body
    assert.notEqual(tasks[0].doneAt, null)
  })

  test('on a phone tasks are written, listed and counted', async () => {
    const conversation = await written(desk, agent, 'Please look at the node')
    const options = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
    const page = await signedIn(place, agent, options)
    await page.goto(`${url}/inbox/all/${conversation.id}?panel=details`)
    await page.getByRole('button', { name: 'Add a task' }).click()
    await page.getByRole('dialog').getByLabel('Task').fill('Ask the people of the TRON node how far it is')
    await page.getByRole('dialog').getByLabel('Due').fill('2020-01-02T10:00')
    await screenshot(page, 'automation phone task dialog')
    await expectNoViolations(page)
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByText(/^Overdue/).waitFor()
    await page.getByText(/^Overdue/).scrollIntoViewIfNeeded()
    await screenshot(page, 'automation phone task')
    assert.equal(await overflows(page), false)
    await page.goto(`${url}/inbox`)
    await page.getByRole('link', { name: /^My tasks.*One task is due/ }).waitFor()
    await screenshot(page, 'automation phone views')
    await expectNoViolations(page)
    await page.goto(`${url}/tasks`)
    await page.getByRole('checkbox', { name: /TRON node/ }).waitFor()
    await screenshot(page, 'automation phone tasks')
    await expectNoViolations(page)
    assert.equal(await overflows(page), false)
  })
})
