// Every screen of the console, in both languages, light and dark, on a desk and on a phone: no fault that axe can find.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { createStaff } from '../factories.ts'
import { expectNoViolations, overflows, screenshot } from './browser.ts'
import { consoleDesk, signedIn, written } from './console-desk.ts'
import { mailOptions, writtenByMail } from './mail.ts'

const place = await consoleDesk(mailOptions())
const { desk, url, browser, agent, colleague } = place
const boss = await createStaff(desk, { name: 'Ingrid Vale', role: 'administrator' })
const chinese = await createStaff(desk, { name: '韩立川', role: 'administrator', locale: 'zh' })

const conversation = await written(desk, agent, 'My withdrawal is stuck.\nhttps://explorer.example/tx/1', {
  name: 'Oona Kell',
})
await written(desk, agent, '提现三天还没到账', { name: '李晓岚', locale: 'zh' })
const entry = (body: string, kind = 'message') => ({
  clientId: crypto.randomUUID(),
  body,
  kind,
  attachments: [],
})
await desk.as(agent).post(`/api/conversations/${conversation.id}/entries`, entry('I am looking into it.'))
await desk
  .as(colleague)
  .post(`/api/conversations/${conversation.id}/entries`, entry('Known delay of the network.', 'note'))
await desk.as(agent).patch(`/api/conversations/${conversation.id}`, { tags: ['vip'], priority: 'urgent' })
await desk.as(boss).post('/api/teams', { name: 'Money' })
await desk
  .as(agent)
  .post('/api/canned-replies', { shortcut: 'hi', title: 'Greeting', body: 'Hello {{customer.name}}' })
await desk.as(boss).post('/api/invitations', { email: 'new@desk.test', role: 'agent' })
await desk.as(boss).post('/api/keys', { name: 'Simulator', permissions: ['conversations.read'] })

const { teams } = (await desk.as(boss).get('/api/teams')).body
const question = {
  clientId: crypto.randomUUID(),
  teamId: teams[0].id,
  subject: 'Is it stuck?',
  body: 'Look.',
}
const asked = (await desk.as(boss).post(`/api/conversations/${conversation.id}/sides`, question)).body

const mailed = await writtenByMail(desk, boss)
const { mailboxes } = (await desk.as(boss).get('/api/mailboxes')).body
const imap = { host: 'mail.lan', port: 993, security: 'tls', user: 'help', password: 'x' }
await desk.as(boss).put(`/api/mailboxes/${mailboxes[0].id}/imap`, imap)

type Screen = [name: string, path: string, ready: (page: Page) => Promise<unknown>]
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first().waitFor()
const settings = [
  'profile',
  'notices',
  'desk',
  'staff',
  'teams',
  'mailboxes',
  'promises',
  'canned-replies',
  'macros',
  'rules',
  'api-keys',
  'audit',
]
const screens: Screen[] = [
  ['inbox', '/inbox/all', page => page.locator('[data-conversation]').first().waitFor()],
  [
    'empty list',
    '/inbox/mentions',
    page => page.getByText(/Nobody has mentioned you|还没有人提到您/).waitFor(),
  ],
  ['thread', `/inbox/all/${conversation.id}`, page => page.locator('section textarea').waitFor()],
  [
    'mail',
    `/inbox/all/${mailed.id}`,
    async page => {
      await page.locator('article summary').click()
      await page.getByText('Which network was it?').waitFor()
    },
  ],
  [
    'mailbox by IMAP',
    '/settings/mailboxes',
    async page => {
      await page.getByRole('button', { name: /Fetch help@.* by IMAP|通过 IMAP 收取 help@/ }).click()
      await page.getByLabel(/^(Server|服务器)/).waitFor()
    },
  ],
  ['tasks', '/tasks', heading],
  [
    'rule',
    '/settings/rules',
    async page => {
      await page.getByRole('button', { name: /^(Edit |编辑).*Stolen account/ }).click()
      await page.getByRole('button', { name: /^(Dry run|试运行)$/ }).click()
      await page.getByText(/Nothing was done|未执行任何操作|It is for none|都不符合/).waitFor()
    },
  ],
  [
    'macro',
    '/settings/macros',
    async page => {
      await page.getByRole('button', { name: /^(New macro|新建宏)$/ }).click()
      await page.getByRole('button', { name: /^(Add an action|添加操作)$/ }).click()
    },
  ],
  ['search', '/search?q=withdrawal', page => page.locator('mark').first().waitFor()],
  [
    'nowhere',
    '/inbox/all/nothing/here',
    page => page.getByRole('heading', { name: /Nothing lives|此地址没有内容/ }).waitFor(),
  ],
  ...settings.map((section): Screen => [`settings ${section}`, `/settings/${section}`, heading]),
]

const looks = [
  { name: 'light English', staff: boss, colorScheme: 'light', locale: 'en-GB' },
  { name: 'dark Chinese', staff: chinese, colorScheme: 'dark', locale: 'zh-CN' },
] as const

for (const { name: look, staff, ...options } of looks) {
  suite(`screens in ${look}`, async () => {
    const page = await signedIn(place, staff, options)
    for (const [name, path, ready] of screens) {
      test(name, async () => {
        await page.goto(`${url}${path}`)
        await ready(page)
        await screenshot(page, `console-${look}-${name}`.replaceAll(' ', '-'))
        await expectNoViolations(page)
      })
    }

    test('sign-in', async () => {
      const stranger = await browser.person(options)
      await stranger.goto(`${url}/login`)
      await heading(stranger)
      await expectNoViolations(stranger)
      await stranger.context().close()
    })

    test('what floats', async () => {
      await page.goto(`${url}/inbox/all/${conversation.id}`)
      await page.locator('section textarea').waitFor()
      for (const keys of ['Control+k', '?', 'a', 's', 't']) {
        await page.locator('body').press(keys)
        await page.getByRole('dialog').waitFor()
        await expectNoViolations(page)
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'detached' })
      }
      await page.locator('body').press('/')
      await page.getByRole('option', { name: 'Greeting' }).waitFor()
      await expectNoViolations(page)
    })
  })
}

/** On a phone the details of a conversation are a screen, too. */
const details = (name: string, id: string): Screen => [
  name,
  `/inbox/all/${id}?panel=details`,
  async page => {
    await page.getByRole('main', { name: 'Details' }).waitFor()
    await page.getByRole('heading', { name: 'Tasks' }).waitFor()
  },
]

suite('on a phone', async () => {
  const page = await signedIn(place, boss, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  for (const [name, path, ready] of [
    ['views', '/inbox', (at: Page) => at.getByRole('navigation').first().waitFor()] as Screen,
    ...screens,
    details('details', conversation.id),
    details('details of a question', asked.conversation.id),
  ]) {
    test(name, async () => {
      await page.goto(`${url}${path}`)
      await ready(page)
      assert.equal(await overflows(page), false)
      await screenshot(page, `console-phone-${name}`.replaceAll(' ', '-'))
      await expectNoViolations(page)
      await page.evaluate(() => {
        document.documentElement.dir = 'rtl'
      })
      assert.equal(await overflows(page), false, 'right to left')
    })
  }

  test('every screen leads back', async () => {
    await page.goto(`${url}/inbox`)
    await page.getByRole('link', { name: /^All/ }).tap()
    await page.locator('[data-conversation]').first().tap()
    await page.getByRole('button', { name: 'Details' }).tap()
    await page.getByRole('main', { name: 'Details' }).getByRole('button', { name: 'Back' }).tap()
    await page.getByRole('button', { name: 'Back to the list' }).tap()
    await page.getByRole('button', { name: 'Views' }).tap()
    await page.getByRole('navigation', { name: 'Views' }).waitFor()
  })
})
