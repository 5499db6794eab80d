// The help centre in the widget: found while typing, read in place, and always with the way on to people, in both languages and directions.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Frame, Page } from 'playwright-core'
import { writeNotes } from '../../server/modules/knowledge/index.ts'
import { drafted, publish, writersOf } from '../../server/modules/knowledge/knowledge.fixture.ts'
import { expectNoViolations, overflows, screenshot } from './browser.ts'
import { openExchange, until } from './exchange.ts'
import { openChat } from './host-page.ts'

const { desk, host, browser, newest } = await openExchange()
const writers = await writersOf(desk)
const body = [
  '## Before you begin\n\nHave the **transaction hash** at hand. See also [fees](fees).',
  '1. Open the wallet.\n2. Choose the coin.\n3. Compare the network.',
  '> [!WARNING]\n> Never give your recovery phrase to anybody.',
  '| Network | Confirmations |\n|---|--:|\n| Tron | 20 |\n| Bitcoin | 2 |',
].join('\n\n')
const texts = [
  [
    'deposit-missing',
    'Deposit has not arrived',
    'Where a deposit waits until it is credited, and how long.',
    '充币没有到账',
    '充币到账前在哪里等待，需要多久。',
  ],
  ['fees', 'Fees of withdrawals', 'What each network costs.', '提币手续费', '每个网络的费用。'],
] as const
for (const [slug, title, summary, zhTitle, zhSummary] of texts) {
  const id = await drafted(writers, { title, summary, body }, { slug })
  const zh = {
    base: 0,
    content: { title: zhTitle, summary: zhSummary, body, questions: [] },
    translatedFrom: 1,
  }
  const saved = await writers.nora.put(`/api/articles/${id}/texts/zh`, zh)
  assert.equal(saved.status, 200, JSON.stringify(saved.body))
  for (const locale of ['en', 'zh']) await publish(writers, id, locale)
}
const announces = { type: 'maintenance', startsAt: '2026-01-01T00:00:00Z', endsAt: null, pinned: true }
const news = { slug: 'upgrade', kind: 'announcement', announcement: announces }
await publish(
  writers,
  await drafted(writers, { title: 'Withdrawals of TRON pause on Monday from 02:00 to 04:00 UTC' }, news),
)

const searches = async () => {
  await writeNotes(desk.app.desk)
  return (await desk.pool.query('select * from searches order by at desc, id desc')).rows
}
const focused = (chat: Frame) => chat.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
async function press(page: Page, chat: Frame, wanted: RegExp): Promise<void> {
  for (let key = 0; key < 20; key++) {
    await page.keyboard.press('Tab')
    if (wanted.test(await focused(chat))) return
  }
  assert.fail(`the keyboard never gets to ${wanted}`)
}

/** Opens the first that was found: until then, what is read most stands there. */
const found = (chat: Frame) => chat.locator('.articles .row:has(mark)').first().click()

suite('a customer', () => {
  test('finds an answer, reads it, and says that it helped', async () => {
    const page = await browser.person()
    const chat = await openChat(page, host)
    await chat.locator('.help input').fill('deposit arrived')
    await found(chat)
    await chat.waitForSelector('.article-text .callout')
    await chat.locator('.vote .plain').first().click()
    await chat.waitForSelector('text=Thank you')
    await until(async () => (await desk.pool.query('select from article_votes')).rowCount === 1)
    const [search] = await searches()
    assert.deepEqual(
      [search.place, search.query, search.opened.length, search.conversation_id],
      ['widget', 'deposit arrived', 1, null],
    )
    await page.context().close()
  })

  test('goes from one article to the next, and back to what was looked for', async () => {
    const page = await browser.person()
    const chat = await openChat(page, host)
    await chat.locator('.help input').fill('deposit arrived')
    await found(chat)
    await chat.locator('.article-text a', { hasText: 'fees' }).click()
    await chat.waitForSelector('.article-title:text("Fees of withdrawals")')
    await chat.locator('.bar .round').first().click()
    assert.equal(await chat.locator('.help input').inputValue(), 'deposit arrived')
    await page.context().close()
  })

  test('who still needs help goes on with what was looked for', async () => {
    const page = await browser.person()
    const chat = await openChat(page, host)
    await chat.locator('.help input').fill('deposit arrived')
    await found(chat)
    await chat.locator('.article-on .plain').click()
    assert.equal(await chat.locator('#first').inputValue(), 'deposit arrived')
    await chat.locator('.start .primary').click()
    await chat.waitForSelector('.bar-title p')
    const { id } = await newest()
    const [search] = await searches()
    assert.deepEqual([search.opened.length, search.conversation_id], [1, id])
    await page.context().close()
  })

  test('is shown articles while writing, by keyboard too, and comes back to what was written', async () => {
    const page = await browser.person()
    const chat = await openChat(page, host)
    await chat.locator('.home .primary').click()
    await chat.locator('#first').pressSequentially('My deposit has not arrived')
    await chat.waitForSelector('.proposals .row')
    assert.equal(await chat.evaluate(() => document.activeElement?.id), 'first')
    assert.match((await chat.locator('.start output').allTextContents()).join(), /may answer it/)
    await press(page, chat, /^Deposit has not arrived/)
    await page.keyboard.press('Enter')
    await chat.waitForSelector('.article-text')
    await chat.locator('.article-on .plain').click()
    assert.equal(await chat.locator('#first').inputValue(), 'My deposit has not arrived')
    await page.context().close()
  })

  test('sends the articles away, and sends the message by key as ever', async () => {
    const page = await browser.person()
    const chat = await openChat(page, host)
    await chat.locator('.home .primary').click()
    await chat.locator('#first').fill('My deposit has not arrived')
    await chat.locator('.proposals .round').click()
    await chat.waitForSelector('.proposals', { state: 'detached' })
    assert.equal(await chat.evaluate(() => document.activeElement?.id), 'first')
    await chat.locator('#first').pressSequentially(' since Monday')
    await page.keyboard.press('Control+Enter')
    await chat.waitForSelector('.bar-title p')
    assert.equal(await chat.locator('.proposals').count(), 0)
    await page.context().close()
  })

  test('writes as ever where the help centre is away', async () => {
    const page = await browser.person()
    await page.route('**/api/help/**', route => route.abort())
    const chat = await openChat(page, host)
    await chat.locator('.home .primary').click()
    await chat.locator('#first').fill('My deposit has not arrived')
    await chat.locator('.start .primary').click()
    await chat.waitForSelector('.bar-title p')
    await page.context().close()
  })
})

const readers = {
  'desktop-light-en': { viewport: { width: 1100, height: 800 } },
  'phone-dark-zh': {
    viewport: { width: 360, height: 640 },
    locale: 'zh-CN',
    hasTouch: true,
    colorScheme: 'dark',
  },
  'phone-light-rtl': { viewport: { width: 360, height: 640 } },
} as const

suite('the screens of the help centre', () => {
  for (const [reader, options] of Object.entries(readers)) {
    test(`have no accessibility faults, ${reader}`, async () => {
      const page = await browser.person(options)
      const chat = await openChat(page, host)
      if (reader.endsWith('rtl')) await chat.evaluate(() => (document.documentElement.dir = 'rtl'))
      const look = async (screen: string) => {
        await screenshot(page, `widget-${reader}-${screen}`)
        await expectNoViolations(page)
        assert.equal(await overflows(page), false)
        const wide = await chat.evaluate(() => document.documentElement.scrollWidth > innerWidth)
        assert.equal(wide, false, `${screen} is wider than the chat`)
      }
      await chat.waitForSelector('.announcement')
      await chat.waitForSelector('.articles .row')
      await look('help-home')
      await chat.locator('.help input').fill('zebra walrus')
      await chat.waitForSelector('.help > .soft')
      await look('help-nothing')
      await chat.locator('.help input').fill(reader.includes('zh') ? '充币' : 'deposit')
      await chat.waitForSelector('.articles mark')
      await look('help-found')
      await chat.locator('.articles .row').first().click()
      await chat.waitForSelector('.article-text')
      await look('help-article')
      await chat.locator('.article-on .plain').click()
      await chat
        .locator('#first')
        .fill(reader.includes('zh') ? '我的充币没有到账怎么办' : 'My deposit has not arrived')
      await chat.waitForSelector('.proposals .row')
      await look('help-proposals')
      await page.context().close()
    })
  }
})
