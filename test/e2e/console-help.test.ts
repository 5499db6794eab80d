// What stands around the articles: topics, fees and concepts; and all of the help centre's pages, in both languages, light and dark, on a phone.
import assert from 'node:assert/strict'
import { afterEach, suite, test } from 'node:test'
import { createStaff } from '../factories.ts'
import type { Reply } from '../person.ts'
import { expectNoViolations, overflows, screenshot } from './browser.ts'
import { consoleDesk, eventually, signedIn } from './console-desk.ts'

const place = await consoleDesk()
const { desk, url, browser } = place
const lead = await createStaff(desk, { name: 'Lena Lead', role: 'lead' })
const chinese = await createStaff(desk, { name: '韩立川', role: 'editor', locale: 'zh' })
const person = desk.as(lead)

afterEach(() => browser.closePages())

function ok({ status, body }: Reply): any {
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

const topic = async (slug: string, zh: string, parentId: string | null, place: number): Promise<string> => {
  const names = { en: slug, zh }
  const wanted = { slug, parentId, place, names, descriptions: {}, contactTopic: null }
  return ok(await person.post('/api/article-topics', wanted)).id
}
const wallet = await topic('wallet', '钱包', null, 0)
await topic('trading', '交易', null, 1)
await topic('deposits', '充值', wallet, 0)
await topic('withdrawals', '提现', wallet, 1)
const fee = {
  asset: 'USDT',
  network: 'Tron (TRC20)',
  deposit: '0',
  withdrawal: '1.50',
  leastDeposit: '1',
  leastWithdrawal: '10',
}
ok(await person.post('/api/fees', fee))
ok(
  await person.post('/api/concepts', {
    name: 'moonwalk',
    words: { en: ['withdraw', 'cash out'], zh: ['提币', '提现'] },
  }),
)
const content = (title: string) => ({
  title,
  summary: '',
  body: '1. Open the wallet.\n2. Choose a coin.',
  questions: ['How?'],
})
const article = ok(
  await person.post('/api/articles', {
    kind: 'guide',
    locale: 'en',
    topicId: wallet,
    content: content('Withdraw coins to a wallet of your own, whatever its network is called'),
  }),
).id
ok(
  await person.put(`/api/articles/${article}/texts/zh`, {
    base: 0,
    translatedFrom: 1,
    content: content('提币到自己的钱包'),
  }),
)
ok(
  await person.post('/api/articles/affected', {
    articleIds: [article],
    note: 'TRC20 costs 2 USDT from May.',
  }),
)

suite('the help centre', { timeout: 600_000 }, () => {
  test('is reached by key, by the pane and by the palette', async () => {
    const page = await signedIn(place, lead)
    await page.goto(url)
    await page.getByRole('link', { name: 'Help centre' }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('h')
    await page.getByRole('heading', { name: 'Articles' }).waitFor()
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox', { name: 'A view, a number' }).fill('help fees')
    await page.getByRole('option', { name: 'Help centre: Fees' }).click()
    await page.getByRole('heading', { name: 'Fees' }).waitFor()
  })

  test('topics are made, moved under another and among their siblings, and deleted', async () => {
    const page = await signedIn(place, lead)
    await page.goto(`${url}/articles/topics`)
    await page.getByRole('button', { name: 'New topic' }).click()
    await page.getByLabel('Name, English').fill('Networks')
    await page.getByRole('combobox', { name: 'Lies under' }).click()
    await page.getByRole('option', { name: 'wallet', exact: true }).click()
    await page.getByRole('option').first().waitFor({ state: 'hidden' })
    await screenshot(page, 'help topic dialog')
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('networks · 0 articles').waitFor()
    await page.getByRole('button', { name: 'Move Networks up' }).click()
    const order = async () =>
      ok(await person.get('/api/article-topics'))
        .topics.filter((one: { parentId: string }) => one.parentId === wallet)
        .map((one: { slug: string }) => one.slug)
    await eventually(order, slugs => slugs.join() === 'deposits,networks,withdrawals', 'the new order')
    // The hint of a button floats outside of every landmark.
    await page.mouse.move(0, 0)
    await page.getByRole('tooltip').waitFor({ state: 'detached' })
    await screenshot(page, 'help topics')
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Edit wallet' }).click()
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('alert').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Edit Networks' }).click()
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByText('networks · 0 articles').waitFor({ state: 'detached' })
  })

  test('fees are edited in their line, and a spreadsheet changes all of its lines or none', async () => {
    const page = await signedIn(place, lead)
    await page.goto(`${url}/articles/fees`)
    await page.getByRole('button', { name: 'Edit USDT, Tron (TRC20)' }).click()
    await page.getByRole('textbox', { name: 'Withdrawal', exact: true }).fill('free')
    assert.equal(await page.getByRole('button', { name: 'Save' }).isDisabled(), true)
    await page.getByRole('textbox', { name: 'Withdrawal', exact: true }).fill('2.0000000000000050')
    await screenshot(page, 'help fee line')
    await expectNoViolations(page)
    await page.keyboard.press('Enter')
    await page.getByRole('cell', { name: '2.0000000000000050' }).waitFor()
    await page.getByRole('button', { name: 'Paste from a spreadsheet' }).click()
    const lines = (withdrawal: string) =>
      `BTC\tBitcoin\t0\t${withdrawal}\t0\t0.001\nUSDT\tTron (TRC20)\t0\t3\t1\t10`
    await page.getByLabel('Lines').fill(lines('cheap'))
    await page.getByText('Line 1: “cheap” is no amount').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Take them over' }).isDisabled(), true)
    await screenshot(page, 'help fees paste')
    await expectNoViolations(page)
    await page.getByLabel('Lines').fill(lines('0.0002'))
    await page.getByText('2 lines were read; 1 of them replace known amounts.').waitFor()
    await page.getByRole('button', { name: 'Take them over' }).click()
    await page.getByRole('rowheader', { name: 'BTC' }).waitFor()
    await screenshot(page, 'help fees')
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Delete BTC, Bitcoin' }).click()
    await expectNoViolations(page)
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('rowheader', { name: 'BTC' }).waitFor({ state: 'detached' })
    const { fees } = ok(await person.get('/api/fees'))
    assert.deepEqual(
      fees.map((one: typeof fee) => [one.asset, one.withdrawal]),
      [['USDT', '3']],
    )
  })

  test('concepts are found by their words, made and changed', async () => {
    const page = await signedIn(place, lead)
    await page.goto(`${url}/articles/concepts`)
    await page.getByRole('searchbox').fill('提币')
    await page.getByRole('button', { name: 'Edit moonwalk' }).click()
    await page.getByLabel('Words, English').and(page.locator('input')).fill('take out')
    await page.keyboard.press('Enter')
    await screenshot(page, 'help concept')
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('withdraw, cash out, take out').waitFor()
    await page.getByRole('searchbox').fill('walrus')
    await page.getByText('Nothing was found for “walrus”').waitFor()
    await expectNoViolations(page)
  })

  const pages = [
    ['articles', '/articles'],
    ['article', `/articles/${article}?locale=zh`],
    ['topics', '/articles/topics'],
    ['fees', '/articles/fees'],
    ['concepts', '/articles/concepts'],
    ['files', '/articles/files'],
  ] as const
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const looks = [
    { name: 'phone', staff: lead, options: phone },
    { name: 'zh dark', staff: chinese, options: { colorScheme: 'dark' as const, locale: 'zh-CN' } },
    {
      name: 'zh phone dark',
      staff: chinese,
      options: { ...phone, colorScheme: 'dark' as const, locale: 'zh-CN' },
    },
  ]
  for (const { name, staff, options } of looks) {
    test(`looks right: ${name}`, async () => {
      const page = await signedIn(place, staff, options)
      for (const [what, path] of pages) {
        await page.goto(`${url}${path}`)
        await page.getByRole('heading', { level: 1 }).first().waitFor()
        await page
          .getByText(/May be wrong|可能有误|USDT|wallet|钱包|cash out|ZIP/)
          .first()
          .waitFor()
        if (what === 'article')
          await page
            .getByRole('textbox', { name: /^(Text|正文)$/ })
            .last()
            .waitFor()
        await screenshot(page, `help ${what} ${name}`)
        await expectNoViolations(page)
        assert.equal(await overflows(page), false, what)
      }
    })
  }

  test('looks right from right to left', async () => {
    const page = await signedIn(place, lead)
    await page.goto(`${url}/articles/${article}`)
    await page.getByRole('textbox', { name: 'Text', exact: true }).waitFor()
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
    await screenshot(page, 'help article rtl')
    assert.equal(await overflows(page), false)
  })
})
