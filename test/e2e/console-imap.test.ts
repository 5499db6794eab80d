// An administrator has a mailbox fetched by IMAP: tries it, is told what is wrong, saves it, and sees how it goes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createStaff } from '../factories.ts'
import { screenshot } from './browser.ts'
import { consoleDesk, signedIn } from './console-desk.ts'

const place = await consoleDesk()
const { desk, url } = place
const boss = await createStaff(desk, { name: 'Ingrid Vale', role: 'administrator' })
const address = 'help@harbour.example'
await desk.as(boss).post('/api/mailboxes', { address, name: 'Harbour help' })

const notAllowed = /The desk does not connect to this address/

test('a mailbox is tried, saved without showing its password again, looked at, and fetched no more', async () => {
  const page = await signedIn(place, boss)
  await page.goto(`${url}/settings/mailboxes`)
  const open = page.getByRole('button', { name: `Fetch ${address} by IMAP` })
  await open.click()
  const dialog = page.getByRole('dialog')
  assert.equal(await dialog.getByRole('button', { name: 'Try it' }).isDisabled(), true)
  await dialog.getByLabel('Server').fill('10.0.0.25')
  await dialog.getByLabel('Protection').selectOption('STARTTLS')
  assert.equal(await dialog.getByLabel('Port').inputValue(), '143')
  await dialog.getByLabel('Password', { exact: true }).fill('quiet lamp')
  await dialog.getByRole('button', { name: 'Try it' }).click()
  await dialog.getByRole('alert').getByText(notAllowed).waitFor()
  await screenshot(page, 'console-imap-tried')
  await dialog.getByLabel('A mail that was taken in').selectOption('is moved to a folder')
  await dialog.getByLabel('Folder for mail that was taken in').fill('Done')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })

  await page.getByText('IMAP: not connected').waitFor()
  await page.getByText(notAllowed).waitFor()
  await page.getByText(/Next try/).waitFor()
  await screenshot(page, 'console-imap-state')

  await open.click()
  assert.equal(await dialog.getByLabel('Server').inputValue(), '10.0.0.25')
  assert.equal(await dialog.getByLabel('Password', { exact: true }).inputValue(), '')
  assert.equal(await dialog.getByLabel('Folder for mail that was taken in').inputValue(), 'Done')
  await dialog.getByRole('button', { name: 'Fetch no more' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('IMAP: not connected').waitFor({ state: 'detached' })
})
