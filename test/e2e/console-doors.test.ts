// How staff get into the console and out again, in a real browser against a real desk.
import assert from 'node:assert/strict'
import { afterEach, suite, test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { firstAdministratorLink } from '../../server/modules/identity/index.ts'
import { createStaff } from '../factories.ts'
import { testDesk } from '../harness.ts'
import { expectNoViolations } from './browser.ts'
import { consoleDesk, eventually, password, signedIn } from './console-desk.ts'

const place = await consoleDesk()
const { desk, url, browser, agent } = place

afterEach(() => browser.closePages())

suite('signing in', () => {
  test('asks for the second factor, and opens what was asked for', async () => {
    const staff = await createStaff(desk, {
      name: 'Jonas Brekk',
      email: 'jonas@desk.test',
      role: 'lead',
      password,
    })
    const { secret } = (await desk.as(staff).post('/api/session/second-factor', { password })).body
    const totp = new TOTP({ secret: Secret.fromBase32(secret) })
    const now = Date.now()
    const enabled = { password, code: totp.generate({ timestamp: now - 30_000 }) }
    assert.equal((await desk.as(staff).post('/api/session/second-factor/enable', enabled)).status, 200)
    const page = await browser.person()
    await page.goto(`${url}/inbox/unassigned`)
    await page.getByLabel('Email address').fill(staff.email)
    await page.getByRole('textbox', { name: 'Password' }).fill(password)
    await page.keyboard.press('Enter')
    await page.getByLabel('Code').fill(totp.generate({ timestamp: now }))
    await page.getByRole('heading', { name: 'Unassigned', level: 1 }).waitFor()
  })

  test('says what is wrong without saying what', async () => {
    const page = await browser.person()
    await page.goto(`${url}/login`)
    await page.getByLabel('Email address').fill(agent.email)
    await page.getByRole('textbox', { name: 'Password' }).fill('something else entirely')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: 'Address or password is wrong.' }).waitFor()
  })
})

suite('one-time links', () => {
  test('the link of the terminal makes the first administrator of an empty desk', async () => {
    const empty = await testDesk()
    const address = await empty.listen()
    const link = new URL((await firstAdministratorLink(empty.app.desk))!)
    const page = await browser.person()
    await page.goto(`${address}${link.pathname}${link.search}`)
    await page.getByRole('heading', { name: 'Welcome aboard' }).waitFor()
    await expectNoViolations(page)
    await page.getByLabel('Your name').fill('Ingrid Vale')
    await page.getByLabel('Email address').fill('ingrid@desk.test')
    await page.getByRole('textbox', { name: 'New password' }).fill('ingrid')
    await page.getByRole('button', { name: 'Open the desk' }).click()
    await page.getByRole('alert').waitFor()
    assert.equal(await page.getByLabel('Your name').inputValue(), 'Ingrid Vale', 'nothing typed is lost')
    await page.getByRole('textbox', { name: 'New password' }).fill('seven calm anchors')
    await page.getByRole('button', { name: 'Open the desk' }).click()
    await page.getByRole('heading', { name: 'Mine', level: 1 }).waitFor()
  })

  test('a new password is set by link, and the old one is good no more', async () => {
    const boss = await createStaff(desk, { name: 'Ada Quill', role: 'administrator' })
    const staff = await createStaff(desk, { name: 'Olle Rask', email: 'olle@desk.test', password })
    const { link } = (await desk.as(boss).post(`/api/staff/${staff.id}/reset-link`)).body
    const page = await browser.person()
    await page.goto(link)
    await page.getByRole('heading', { name: 'Set a new password' }).waitFor()
    await expectNoViolations(page)
    await page.getByRole('textbox', { name: 'New password' }).fill('nine patient herons')
    await page.getByRole('button', { name: 'Set the password' }).click()
    const signIn = (given: string) =>
      desk.nobody.post('/api/session', { email: staff.email, password: given })
    await eventually(
      () => signIn('nine patient herons'),
      ({ status }) => status === 200,
      'the new password',
    )
    assert.equal((await signIn(password)).status, 401)
  })

  test('an invitation makes a member of staff, and works once', async () => {
    const boss = await createStaff(desk, { name: 'Ingrid Vale', role: 'administrator' })
    const { link } = (await desk.as(boss).post('/api/invitations', { email: 'new@desk.test', role: 'agent' }))
      .body
    const page = await browser.person()
    await page.goto(link)
    await page.getByLabel('Your name').fill('Yann Ode')
    await page.getByRole('textbox', { name: 'New password' }).fill('seven calm anchors')
    await page.getByRole('button', { name: 'Join' }).click()
    await page.getByRole('heading', { name: 'Mine', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Menu of Yann Ode' }).waitFor()
    const late = await browser.person()
    await late.goto(link)
    await late.getByRole('alert').filter({ hasText: 'This link was used already' }).waitFor()
  })

  test('a second factor is set up with a code of the app', async () => {
    const staff = await createStaff(desk, { name: 'Finn Holm', role: 'agent', password })
    const page = await signedIn(place, staff)
    await page.goto(`${url}/settings/profile`)
    await page.getByRole('button', { name: 'Turn on' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Current password' }).fill(password)
    await dialog.getByRole('button', { name: 'Continue' }).click()
    await dialog.getByRole('img', { name: 'QR code' }).waitFor()
    const secret = await dialog.getByRole('group', { name: 'Secret for the app' }).innerText()
    const code = new TOTP({ secret: Secret.fromBase32(secret.trim()) }).generate()
    await dialog.getByLabel('Code', { exact: true }).fill(code)
    await dialog.getByRole('button', { name: 'Turn on' }).click()
    const codes = await dialog.getByRole('group', { name: 'Recovery codes' }).innerText()
    assert.equal(codes.trim().split('\n').length, 10)
    await dialog.getByRole('button', { name: 'I have kept them' }).click()
    await page.getByText('On. Signing in asks for a code of your app.').waitFor()
  })
})

test('signing out everywhere closes the console that stands open elsewhere', async () => {
  const staff = await createStaff(desk, { name: 'Yara Dunmore', role: 'agent' })
  const page = await signedIn(place, staff)
  await page.goto(`${url}/inbox/mine`)
  await page.getByRole('heading', { name: 'Mine', level: 1 }).waitFor()
  const other = await signedIn(place, staff)
  await other.goto(`${url}/settings/profile`)
  await other.getByRole('button', { name: 'Sign out everywhere' }).click()
  await other.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
})
