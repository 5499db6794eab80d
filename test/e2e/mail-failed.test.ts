// An answer that no server takes: an agent sees it where it stands, corrects the address, and it goes out.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startMailServer } from '../../server/modules/channels/email/smtp-server.fixture.ts'
import { createStaff } from '../factories.ts'
import { expectNoViolations, overflows, screenshot } from './browser.ts'
import { consoleDesk, eventually, signedIn } from './console-desk.ts'
import { mailOptions, writtenByMail } from './mail.ts'

const server = await startMailServer()
after(() => server.stop())
server.answer = '550 not here'
const smtp = { url: server.url, from: 'Harbour <desk@harbour.example>' }
const place = await consoleDesk({ ...mailOptions(), smtp })
const { desk, url } = place
const boss = await createStaff(desk, { name: 'Ingrid Vale', role: 'administrator' })
const chinese = await createStaff(desk, { name: '韩立川', role: 'administrator', locale: 'zh' })
const { id } = await writtenByMail(desk, boss)
const address = `${url}/inbox/all/${id}`
const answer = { clientId: crypto.randomUUID(), body: 'It is on its way.' }
await desk.as(boss).post(`/api/conversations/${id}/entries`, answer)

test('a phone in the dark shows it', async () => {
  const viewport = { width: 390, height: 844 }
  const page = await signedIn(place, chinese, { colorScheme: 'dark', viewport })
  await page.goto(address)
  await page.getByText('未能送达 flo@customer.example（550）。').waitFor()
  await screenshot(page, 'mail-failed-phone-dark')
  await expectNoViolations(page)
  assert.equal(await overflows(page), false)
})

test('it is sent again to another address, and says nothing any more', async () => {
  const page = await signedIn(place, boss)
  await page.goto(address)
  await page.getByText('Did not reach flo@customer.example (550).').waitFor()
  await page.getByRole('button', { name: 'Send again' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('To').fill('flo@right.example')
  await screenshot(page, 'mail-failed-desk-light')
  await expectNoViolations(page)
  server.answer = '250 taken'
  await dialog.getByRole('button', { name: 'Send again' }).click()
  await page.getByText('Ingrid Vale sent an answer again, to flo@right.example').waitFor()
  await page.getByText('Did not reach').waitFor({ state: 'detached' })
  const arrived = () => server.mails.filter(mail => mail.recipients[0] === 'flo@right.example')
  const [mail] = await eventually(
    async () => arrived(),
    all => all.length > 0,
    'it was not sent',
  )
  assert.match(mail!.body, /It is on its way\./)
})
