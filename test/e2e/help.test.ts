// The help centre in a real browser without its scripts: found, read, voted on, readable for everybody, and there within a second on a slow phone.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { readFrontMatter } from '../../server/modules/knowledge/markdown/front-matter.ts'
import { helpDesk } from '../../server/site/help/help-desk.fixture.ts'
import { root } from '../files.ts'
import { expectNoViolations, launchBrowser, overflows, screenshot } from './browser.ts'

const place = await helpDesk()
const { desk, staff, topic, article, translate, fee } = place
await staff.post('/api/mailboxes', { address: 'help@harbour.example', name: 'Harbour help' })
const deposits = await topic('deposits', 'Deposits', {
  names: { en: 'Deposits', zh: '充币' },
  contactTopic: 'deposit',
})
const starter = (locale: string) => {
  const { head, body } = readFrontMatter(
    readFileSync(join(root, `content/articles/deposit-not-credited.${locale}.md`), 'utf8'),
  )
  const said = (name: string) => String(head.get(name) ?? '')
  return { title: said('title'), summary: said('summary'), body: `${body}\n\n{{fees asset=USDT}}` }
}
const missing = await article('deposit-not-credited', starter('en'), {
  topicId: deposits,
  kind: 'troubleshooting',
})
await translate(missing, starter('zh'))
await fee('USDT', 'TRC20', { note: { en: 'Slow today.', zh: '今天较慢。' } })
const startsAt = new Date(desk.clock().getTime() - 3_600_000).toISOString()
await article(
  'maintenance',
  { title: 'Tron network maintenance' },
  {
    kind: 'announcement',
    topicId: deposits,
    announcement: { type: 'maintenance', startsAt, endsAt: null, pinned: true },
  },
)
const url = await desk.listen()
const browser = await launchBrowser()

suite('the help centre', { timeout: 300_000 }, () => {
  test('leads from a question to an answer, takes a no with its reason, and leads on to people', async () => {
    const page = await browser.person({ javaScriptEnabled: false })
    await page.goto(`${url}/help`)
    await page.getByLabel('Search the help centre').fill('deposit has not arrived')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('link', { name: 'Your deposit has not arrived' }).click()
    await page.getByRole('navigation', { name: 'On this page' }).getByRole('link').first().click()
    await page.getByRole('button', { name: 'No' }).click()
    await page.getByLabel('Reason').selectOption({ label: 'It does not solve my problem' })
    await page.getByLabel('What should be different?').fill('My memo was right.')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    await page.getByRole('main').getByRole('link', { name: 'New request' }).click()
    assert.equal(await page.getByLabel('Topic').inputValue(), 'deposit')
    await page.goBack()
    await page.getByRole('link', { name: 'Back to the article' }).click()
    await page.getByRole('contentinfo').getByRole('link', { name: '中文' }).click()
    await page.getByRole('heading', { level: 1, name: '充币没到账怎么办' }).waitFor()
    const [vote] = await desk.db.selectFrom('article_votes').selectAll().execute()
    assert.deepEqual(
      [vote!.helpful, vote!.reason, vote!.comment],
      [false, 'not_solved', 'My memo was right.'],
    )
    await page.context().close()
  })

  const pages = {
    '': 'start',
    'articles/deposit-not-credited': 'article',
    'articles/maintenance': 'announcement',
    'search?q=deposit+usdt': 'search',
    'search?q=zzzz': 'nothing found',
    'topics/deposits': 'topic',
    announcements: 'announcements',
    fees: 'fees',
    'get-help': 'get help',
    'articles/deposit-not-credited/feedback?said=no': 'feedback',
  }
  const looks = [
    { name: 'light desktop', colorScheme: 'light', viewport: { width: 1280, height: 900 }, language: 'en' },
    { name: 'dark phone', colorScheme: 'dark', viewport: { width: 360, height: 780 }, language: 'zh' },
  ] as const

  for (const { name, language, ...options } of looks) {
    test(`is readable for everybody, ${name}, also from right to left`, async () => {
      const page = await browser.person(options)
      const complaints: string[] = []
      page.on('console', message => void (message.type() === 'error' && complaints.push(message.text())))
      for (const [at, what] of Object.entries(pages)) {
        await page.goto(`${url}/help/${language}${at && '/'}${at}`)
        assert.equal(await overflows(page), false, what)
        await expectNoViolations(page)
        await screenshot(page, `help ${what} ${name}`)
        await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
        assert.equal(await overflows(page), false, `${what} from right to left`)
      }
      // The policy has nothing against what search engines are told, and nothing in a page is against the policy.
      assert.deepEqual(complaints, [])
      await page.context().close()
    })
  }

  test('shows the largest part of an article within a second on a slow phone', async context => {
    const times: number[] = []
    // The machine may be busy with other tests, so the best of some counts.
    while (times.length < 5 && !times.some(ms => ms < 1_000)) times.push(await largestPaint())
    context.diagnostic(`largest paint after ${times.map(Math.round).join(', ')} ms`)
    assert.ok(Math.min(...times) < 1_000, `${times.join(', ')} ms`)
  })
})

/** Milliseconds from the start, on a phone with a fourth of this machine's speed and a slow mobile network, with nothing stored. */
async function largestPaint(): Promise<number> {
  const page = await browser.person({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    deviceScaleFactor: 2,
  })
  const session = await page.context().newCDPSession(page)
  const bytesPerSecond = (1.6 * 1_000_000) / 8
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond / 2,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.goto(`${url}/help/en/articles/deposit-not-credited`, { waitUntil: 'load' })
  const largest = await lastPaint(page)
  await page.context().close()
  return largest
}

const lastPaint = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>(resolve => {
        new PerformanceObserver(list => resolve(list.getEntries().at(-1)!.startTime)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
