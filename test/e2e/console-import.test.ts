// An administrator imports old mail: is told what is wrong with the server, sees how far an import is, what could not be read, and goes on.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createStaff } from '../factories.ts'
import { screenshot } from './browser.ts'
import { consoleDesk, signedIn } from './console-desk.ts'

const place = await consoleDesk()
const { desk, url } = place
const boss = await createStaff(desk, { name: 'Ingrid Vale', role: 'administrator' })
const address = 'help@harbour.example'
const { id: mailboxId } = (await desk.as(boss).post('/api/mailboxes', { address, name: 'Harbour help' })).body

const notAllowed = /The desk does not connect to this address/

test('the server is asked for its folders before anything begins', async () => {
  const page = await signedIn(place, boss)
  await page.goto(`${url}/settings/mailboxes`)
  await page.getByRole('button', { name: `Import old mail of ${address}` }).click()
  const dialog = page.getByRole('dialog')
  const look = dialog.getByRole('button', { name: 'Show the folders' })
  assert.equal(await look.isDisabled(), true)
  await dialog.getByLabel('Server').fill('10.0.0.25')
  await dialog.getByLabel('Password', { exact: true }).fill('quiet lamp')
  await look.click()
  await dialog.getByRole('alert').getByText(notAllowed).waitFor()
  await screenshot(page, 'console-import-asked')
})

test('how far an import is, what could not be read, and going on', async () => {
  const server = { host: '10.0.0.25', port: 993, security: 'tls', user: 'help', password: 'quiet lamp' }
  const { id } = (
    await desk.as(boss).post(`/api/mailboxes/${mailboxId}/import`, { ...server, folders: ['INBOX', 'Sent'] })
  ).body
  await desk.as(boss).post(`/api/mail-imports/${id}/stop`)
  await desk.pool.query(
    `update mail_imports set total = 4000, filed = 990, unreadable = 1, skipped = 9, conversations = 250, fault = null`,
  )
  await desk.pool.query(
    `insert into mail_import_faults (import_id, folder, uid, arrived_at, size, reason) values ($1, 'Sent', 7, $2, 40000000, 'too_large')`,
    [id, new Date('2025-01-07T09:00:00Z')],
  )
  const page = await signedIn(place, boss)
  await page.goto(`${url}/settings/mailboxes`)
  await page.getByText('1,000 of 4,000 mails.').waitFor()
  await page.getByText('990 are in 250 conversations.').waitFor()
  await page.getByRole('progressbar', { name: 'How far the import is' }).waitFor()
  await screenshot(page, 'console-import')
  await page.getByRole('button', { name: /^Mails that could not be read/ }).click()
  await page.getByRole('dialog').getByText('It is larger than 30 MB and stays in the mailbox.').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Continue the import of/ }).click()
  await page.getByRole('button', { name: /^Stop the import of/ }).waitFor()
  await page.getByText(notAllowed).waitFor()
})
