// Answers to several, mails sent on, and the names and keys mail goes out with, as agents and administrators use them.
import assert from 'node:assert/strict'
import { after, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { startMailServer } from '../../server/modules/channels/email/smtp-server.fixture.ts'
import { createStaff } from '../factories.ts'
import { expectNoViolations, overflows, screenshot } from './browser.ts'
import { composer, consoleDesk, eventually, send, signedIn } from './console-desk.ts'
import { mailOptions, writtenByMail } from './mail.ts'

const server = await startMailServer()
const smtp = { url: server.url, from: 'Harbour <desk@harbour.example>' }
const place = await consoleDesk({ ...mailOptions(), smtp })
after(() => server.stop())
const { desk, url } = place
const boss = await createStaff(desk, { name: 'Ingrid Vale', role: 'administrator' })
const chinese = await createStaff(desk, { name: '韩立川', role: 'administrator', locale: 'zh' })
const mailed = await writtenByMail(desk, boss)
const admin = desk.as(boss)
const { mailboxes } = (await admin.get('/api/mailboxes')).body
await admin.post('/api/dkim-keys', { domain: 'harbour.example' })
await admin.post(`/api/mailboxes/${mailboxes[0].id}/identities`, {
  name: 'Harbour VIP',
  address: 'vip@harbour.example',
  signatures: { en: 'At your service', zh: '竭诚为您服务' },
})
await admin.post(`/api/conversations/${mailed.id}/mails`, {
  clientId: crypto.randomUUID(),
  body: 'I have asked the bank.',
  cc: ['trace@bank.example'],
})

const thread = `${url}/inbox/all/${mailed.id}`
const openFields = async (page: Page) => {
  await page.goto(thread)
  await page.getByRole('button', { name: /Cc, Bcc|抄送、密送/ }).click()
  await page.getByLabel(/^(Cc|抄送)$/).waitFor()
}

suite('an answer to several', async () => {
  const page = await signedIn(place, boss)

  test('the fields are closed at first, in reach of the keyboard, and say what is wrong', async () => {
    await page.goto(thread)
    await composer(page).fill('The bank has found it.')
    assert.equal(await page.getByLabel('Cc', { exact: true }).count(), 0)
    await page.getByRole('button', { name: 'Cc, Bcc' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Cc', { exact: true }).fill('ann@bank.example, bo@')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByRole('alert').filter({ hasText: 'Not an email address: bo@' }).waitFor()
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')), 'true')
    assert.equal(await composer(page).inputValue(), 'The bank has found it.')
    await page.getByLabel('Bcc', { exact: true }).fill('help@harbour.example')
    await page.getByLabel('Cc', { exact: true }).fill('ann@bank.example')
    await page.getByRole('alert').filter({ hasText: 'is an address of this desk' }).waitFor()
    await expectNoViolations(page)
  })

  test('what is typed stays on a reload; an earlier address is added with one press', async () => {
    await page.getByLabel('Bcc', { exact: true }).fill('boss@group.example')
    await page.reload()
    assert.equal(await page.getByLabel('Cc', { exact: true }).inputValue(), 'ann@bank.example')
    await page.getByRole('button', { name: 'Add trace@bank.example to Cc' }).click()
    assert.equal(
      await page.getByLabel('Cc', { exact: true }).inputValue(),
      'ann@bank.example, trace@bank.example',
    )
  })

  test('it is sent to all, and says so below', async () => {
    const before = server.mails.length
    await page
      .getByRole('combobox', { name: 'From' })
      .selectOption({ label: 'Harbour VIP <vip@harbour.example>' })
    await composer(page).fill('The bank has found it.')
    await send(page)
    await page
      .getByText('Cc ann@bank.example, trace@bank.example · Bcc boss@group.example · as Harbour VIP')
      .waitFor()
    assert.equal(
      await page.getByLabel('Cc', { exact: true }).count(),
      0,
      'the next one goes to the customer alone',
    )
    const mails = await eventually(
      async () => server.mails.slice(before),
      list => list.length > 0,
      'no mail',
    )
    assert.deepEqual(mails[0]!.recipients, [
      'flo@customer.example',
      'ann@bank.example',
      'trace@bank.example',
      'boss@group.example',
    ])
    assert.equal(mails[0]!.from, 'vip@harbour.example')
  })

  test('a message is sent on with a comment', async () => {
    await page.locator('article').first().hover()
    await page.locator('article').first().getByRole('button', { name: 'Forward' }).click()
    await page.getByLabel('To', { exact: true }).fill('desk@bank.example')
    await page.getByLabel('Comment above it').fill('Please trace this.')
    await page.getByRole('dialog').getByRole('button', { name: 'Forward' }).click()
    await page.getByText('Ingrid Vale forwarded this to desk@bank.example').waitFor()
    await eventually(
      async () => server.mails.map(({ recipients }) => recipients[0]),
      list => list.includes('desk@bank.example'),
      'not sent on',
    )
  })
})

type Screen = [name: string, open: (page: Page) => Promise<unknown>]
const screens: Screen[] = [
  ['recipients', openFields],
  [
    'forward',
    async page => {
      await page.goto(thread)
      await page.getByRole('button', { name: /^(More|更多)$/ }).click()
      await page.getByRole('menuitem', { name: /Forward by mail|通过邮件转发/ }).click()
      await page
        .getByRole('dialog')
        .getByLabel(/Comment above it|附言/)
        .waitFor()
    },
  ],
  [
    'mailboxes',
    async page => {
      await page.goto(`${url}/settings/mailboxes`)
      await page.locator('summary').filter({ hasText: '_domainkey' }).click()
    },
  ],
  [
    'identities',
    async page => {
      await page.goto(`${url}/settings/mailboxes`)
      await page.getByRole('button', { name: /Sender identities of|的发件身份/ }).click()
      await page.getByText('vip@harbour.example').waitFor()
    },
  ],
  [
    'identity',
    async page => {
      await page.goto(`${url}/settings/mailboxes`)
      await page.getByRole('button', { name: /Sender identities of|的发件身份/ }).click()
      await page.getByRole('button', { name: /Edit Harbour VIP|编辑 ?Harbour VIP/ }).click()
      await page.getByRole('button', { name: /^(Save|保存)$/ }).waitFor()
    },
  ],
]

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const looks = [
  { name: 'light', staff: boss, colorScheme: 'light', locale: 'en-GB' },
  { name: 'dark', staff: chinese, colorScheme: 'dark', locale: 'zh-CN' },
  { name: 'phone', staff: boss, colorScheme: 'dark', locale: 'en-GB', ...phone },
  { name: 'phone-zh', staff: chinese, colorScheme: 'light', locale: 'zh-CN', ...phone },
] as const

for (const { name: look, staff, ...options } of looks) {
  suite(`mail on its way out, ${look}`, async () => {
    const page = await signedIn(place, staff, options)
    for (const [name, open] of screens) {
      test(name, async () => {
        await open(page)
        await screenshot(page, `mail-out-${look}-${name}`)
        assert.equal(await overflows(page), false)
        await expectNoViolations(page)
      })
    }
  })
}

test('the page that ends notices holds in both looks', async () => {
  const { unsubscribeUrl } = await import('../../server/modules/channels/email/suppressions.ts')
  const address = unsubscribeUrl(
    { ...desk.app.desk, publicUrl: url },
    'flo@customer.example',
    'unread_answer',
  )
  for (const [locale, colorScheme] of [
    ['en-GB', 'light'],
    ['zh-CN', 'dark'],
  ] as const) {
    const page = await place.browser.person({ locale, colorScheme, ...phone })
    await page.goto(address)
    await screenshot(page, `mail-out-unsubscribe-${colorScheme}`)
    await expectNoViolations(page)
    await page.getByRole('button').tap()
    await page.getByText(/gets no more mails|今后不会再/).waitFor()
    await page.context().close()
  }
})
