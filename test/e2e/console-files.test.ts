// Files in the console: they go along with an answer, pictures open, and an upload can be taken back.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import type { Page } from 'playwright-core'
import { expectNoViolations } from './browser.ts'
import {
  composer,
  consoleDesk,
  eventually,
  messagesOf,
  open as openIn,
  send,
  signedIn,
  written,
} from './console-desk.ts'
import { until } from './exchange.ts'
import { picture } from './picture.ts'

const place = await consoleDesk()
const { desk, browser, agent } = place

afterEach(() => browser.closePages())

const open = (page: Page, number: number) => openIn(place, page, number)
const attach = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })

test('a file goes along', async () => {
  const conversation = await written(desk, agent, 'Send me the form, please.')
  const page = await signedIn(place, agent)
  await open(page, conversation.number)
  await attach(page, 'form.txt', 'text/plain', Buffer.from('a form'))
  await composer(page).fill('Here it is.')
  await send(page)
  await page
    .getByRole('log')
    .getByRole('button', { name: /form\.txt/ })
    .waitFor()
  const [, answer] = await eventually(
    () => messagesOf(conversation),
    ({ length }) => length === 2,
    'the answer',
  )
  assert.equal(answer?.attachments[0]?.name, 'form.txt')
})

test('a picture opens by itself, and Escape leads back to where one was', async () => {
  const conversation = await written(desk, agent, 'What do you see?')
  const page = await signedIn(place, agent)
  await open(page, conversation.number)
  await attach(page, 'screen.png', 'image/png', picture)
  await composer(page).fill('This.')
  await send(page)
  const small = page.getByRole('button', { name: 'Open the image screen.png' })
  await small.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('img', { name: 'screen.png' }).waitFor()
  await expectNoViolations(page)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await until(() =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') === 'Open the image screen.png'),
  )
})

test('an upload that is taken back while it runs is not sent', async () => {
  const conversation = await written(desk, agent, 'Send me the report.')
  const page = await signedIn(place, agent)
  await open(page, conversation.number)
  await page.route('**/api/attachments', () => new Promise(() => {}))
  await attach(page, 'wrong.txt', 'text/plain', Buffer.from('the wrong one'))
  const aborted = page.waitForEvent('requestfailed', request => request.url().endsWith('/api/attachments'))
  await page.getByRole('button', { name: 'Remove wrong.txt' }).click()
  await aborted
  await composer(page).fill('I have none.')
  await send(page)
  const [, answer] = await eventually(
    () => messagesOf(conversation),
    ({ length }) => length === 2,
    'the answer',
  )
  assert.deepEqual(answer?.attachments, [])
})
