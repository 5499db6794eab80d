// Articles in the console: offered for the answer, put into it, and what editors learn from readers, in both languages.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { afterEach, suite, test } from 'node:test'
import { writeNotes } from '../../server/modules/knowledge/index.ts'
import { drafted, publish, writersOf } from '../../server/modules/knowledge/knowledge.fixture.ts'
import { createStaff } from '../factories.ts'
import { expectNoViolations, overflows, screenshot } from './browser.ts'
import {
  composer,
  consoleDesk,
  eventually,
  messagesOf,
  open,
  send,
  signedIn,
  written,
} from './console-desk.ts'

const place = await consoleDesk()
const { desk, url, agent, browser } = place
const writers = await writersOf(desk)
for (const [slug, title, summary] of [
  ['deposit-missing', 'Deposit has not arrived', 'Where it waits until it is credited.'],
  ['fees', 'Fees of withdrawals', 'What each network costs.'],
] as const)
  await publish(writers, await drafted(writers, { title, summary }, { slug }))

afterEach(() => browser.closePages())

suite('an agent', { timeout: 180_000 }, () => {
  test('puts an article that fits into the answer, and one that was looked for', async () => {
    const conversation = await written(desk, agent, 'My deposit has not arrived')
    const page = await signedIn(place, agent)
    await open(place, page, conversation.number)
    const strip = page.getByRole('region', { name: 'Articles that fit' })
    await strip.getByRole('link', { name: 'Deposit has not arrived' }).waitFor()
    await composer(page).fill('Hello.')
    await screenshot(page, 'console-help-composer')
    await expectNoViolations(page)
    await strip.getByRole('button', { name: 'Insert “Deposit has not arrived”' }).click()
    const first = `Hello.\nDeposit has not arrived\n${url}/help/en/articles/deposit-missing\n`
    await eventually(
      () => composer(page).inputValue(),
      text => text === first,
      'the article in the answer',
    )
    await page.getByRole('button', { name: 'Insert an article' }).click()
    await page.getByLabel('What should it be about?').fill('fees')
    await page.getByRole('button', { name: /^Fees of withdrawals/ }).waitFor()
    await screenshot(page, 'console-help-find')
    await expectNoViolations(page)
    await page.keyboard.press('Enter')
    const both = `${first}Fees of withdrawals\n${url}/help/en/articles/fees\n`
    await eventually(
      () => composer(page).inputValue(),
      text => text === both,
      'both articles in the answer',
    )
    await send(page)
    await eventually(
      () => messagesOf(conversation),
      messages => messages.length === 2,
      'the answer',
    )
    await writeNotes(desk.app.desk)
    const { rows } = await desk.pool.query(
      'select a.slug from article_sends s join articles a on a.id = s.article_id order by 1',
    )
    assert.deepEqual(
      rows.map(({ slug }) => slug),
      ['deposit-missing', 'fees'],
    )
  })

  test('hides what fits, and has no such line where nothing fits', async () => {
    const conversation = await written(desk, agent, 'My deposit has not arrived, either', {
      name: 'Ben Birk',
    })
    const other = await written(desk, agent, 'Zebra giraffe', { name: 'Cora Cole' })
    const page = await signedIn(place, agent)
    await open(place, page, conversation.number)
    await page.getByRole('button', { name: 'Hide articles that fit' }).click()
    const strip = page.getByRole('region', { name: 'Articles that fit' })
    await strip.waitFor({ state: 'detached' })
    await open(place, page, other.number)
    assert.equal(await strip.count(), 0)
  })
})

suite('the reports', { timeout: 180_000 }, async () => {
  const nobody = desk.nobody
  const search = async (q: string, locale = 'en') =>
    (await nobody.get(`/api/help/search?${new URLSearchParams({ q, locale })}`)).body.searchId
  for (const q of ['staking zebra', 'Staking zebra?', '质押斑马'])
    await search(q, q.startsWith('质') ? 'zh' : 'en')
  const read = async (searchId: string) =>
    nobody.get(`/api/help/articles/deposit-missing?searchId=${searchId}`)
  for (let day = 0; day < 20; day++) for (let n = 0; n <= day % 5; n++) await read(await search('deposit'))
  const vote = {
    locale: 'en',
    helpful: false,
    reason: 'outdated',
    comment: 'The button is called “Move” now.',
  }
  await nobody.post('/api/help/articles/deposit-missing/votes', vote)
  const topic = {
    slug: 'out',
    parentId: null,
    place: 1,
    names: { en: 'Withdrawals', zh: '提币' },
    descriptions: {},
  }
  await writers.nora.post('/api/article-topics', { ...topic, contactTopic: 'withdrawal' })
  await writeNotes(desk.app.desk)
  // As if they had come on other days, some of them writing all the same.
  await desk.pool.query(
    `update searches set at = at - (get_byte(uuid_send(id), 15) % 25 + 1) * interval '1 day' where opened <> '{}'`,
  )
  await desk.pool.query(
    'update searches set conversation_id = $1 where get_byte(uuid_send(id), 14) < 70 and opened <> $2',
    [randomUUID(), '{}'],
  )

  for (const [look, options] of Object.entries({
    'desk-en': { locale: 'en', context: { viewport: { width: 1280, height: 900 } } },
    'phone-zh': {
      locale: 'zh',
      context: { viewport: { width: 390, height: 800 }, locale: 'zh-CN', colorScheme: 'dark' as const },
    },
  })) {
    test(`show what readers miss, ${look}`, async () => {
      const editor = await createStaff(desk, { role: 'editor', locale: options.locale })
      const page = await signedIn(place, editor, options.context)
      await page.goto(`${url}/articles/reports`)
      await page.getByText('“Move”').waitFor()
      await page
        .getByText(/staking zebra/i)
        .first()
        .waitFor()
      await page.locator('summary').click()
      await screenshot(page, `console-help-reports-${look}`)
      await expectNoViolations(page)
      assert.equal(await overflows(page), false)
      const scroller = page.locator('main').first()
      await scroller.evaluate(main => main.scrollTo(0, 1_000))
      await screenshot(page, `console-help-reports-${look}-below`)
    })
  }

  test('are not for everybody', async () => {
    const page = await signedIn(place, place.colleague)
    await page.goto(`${url}/articles/reports`)
    await page.getByText('The help centre is written by others').waitFor()
  })
})
