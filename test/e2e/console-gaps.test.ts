// Articles from what agents answer: made of a reply in the thread, and of a gap on the page of gaps, in a real browser.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { solved } from '../../server/modules/assistant/assistant.fixture.ts'
import { findGaps } from '../../server/modules/assistant/find-gaps.ts'
import { createStaff } from '../factories.ts'
import { expectNoViolations, overflows, screenshot } from './browser.ts'
import { composer, consoleDesk, signedIn } from './console-desk.ts'

const place = await consoleDesk()
const { desk, url, browser, agent, colleague } = place
const chinese = await createStaff(desk, { name: '韩立川', role: 'lead', locale: 'zh' })
const editor = await createStaff(desk, { name: 'Omar Idle', role: 'editor' })
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

afterEach(() => browser.closePages())

test('without gaps the page says when there will be some', async () => {
  const page = await signedIn(place, agent)
  await page.goto(`${url}/articles/gaps`)
  await page.getByText('No gaps').waitFor()
  await screenshot(page, 'console-gaps-none')
  await expectNoViolations(page)
})

test('an agent makes an article from a reply, and corrects it first', async () => {
  const reply = await solved(
    desk,
    desk.as(colleague),
    'Hi, I am Alba Arden. Why are 250 USDT of order 4471829 pending?',
    'Dear Alba,\n\nplease do this:\n- wait 20 minutes\n- write to alba@mail.test\n\nBest regards,\nMei',
    { name: 'Alba Arden' },
  )
  const page = await signedIn(place, colleague)
  await page.goto(`${url}/inbox/all/${reply.id}`)
  const said = page.locator(`[data-seq="${reply.seq}"]`)
  await said.hover()
  await said.getByRole('button', { name: 'Make an article from this reply' }).click()
  const dialog = page.getByRole('dialog', { name: 'Make an article from this reply' })
  const body = dialog.getByRole('textbox', { name: 'What it says' })
  await body.waitFor()
  assert.equal(await body.inputValue(), 'Please do this:\n\n- wait 20 minutes\n- write to [email address]')
  const title = dialog.getByRole('textbox', { name: 'Title' })
  assert.equal(await title.inputValue(), 'Why are [amount] USDT of order [number] pending?')
  await title.fill('Why is my deposit pending?')
  await screenshot(page, 'console-reply-article')
  await expectNoViolations(page)
  await dialog.getByRole('button', { name: 'Make the draft' }).click()
  await page.getByText('The draft is made.').waitFor()
  assert.equal(await page.getByRole('link', { name: 'Help centre' }).count(), 0)
  const { articles } = (await desk.as(editor).get('/api/articles')).body
  assert.deepEqual(
    articles.map((article: any) => [article.title, article.kind, article.texts[0].state]),
    [['Why is my deposit pending?', 'faq', 'draft']],
  )
})

test('gaps are listed, dismissed, put back, and made articles of', async () => {
  const by = desk.as(agent)
  for (const text of ['How can I export my tax report?', 'Where do I export a tax report?'])
    await solved(desk, by, text, undefined, { topic: 'account' })
  const last = await solved(desk, by, 'Is there a way to export tax reports?', undefined, {
    topic: 'account',
  })
  for (const text of [
    '怎么关闭网格机器人？',
    '请问网格机器人怎么关闭',
    '网格机器人关闭不了，如何关闭？',
    '如何关闭网格机器人',
  ])
    await solved(desk, by, text, '您好！\n请打开“策略”页面，选择正在运行的机器人，然后点击“停止”。\n\n祝好', {
      locale: 'zh',
      topic: 'trading',
    })
  await findGaps(desk.app.desk)
  const page = await signedIn(place, agent)
  await page.goto(`${url}/inbox/all`)
  await page.getByRole('link', { name: 'Help centre' }).click()
  await page.getByRole('link', { name: 'Gaps' }).click()
  const gap = page.getByRole('article', { name: 'Is there a way to export tax reports?' })
  await gap.getByText('3 people').waitFor()
  await gap.getByText('English: 3').waitFor()
  await gap.getByText('An answer that was given').click()
  await gap.getByText('Open the wallet, choose the coin').waitFor()
  await page.getByText('Why is my deposit pending?').waitFor()
  await screenshot(page, 'console-gaps')
  await expectNoViolations(page)
  await gap.getByRole('button', { name: 'Dismiss' }).click()
  await gap.waitFor({ state: 'detached' })
  await page.getByRole('combobox', { name: 'Show' }).selectOption('dismissed')
  await gap.getByRole('button', { name: 'Put back' }).click()
  await page.getByText('Nothing is dismissed').waitFor()
  await page.getByRole('combobox', { name: 'Show' }).selectOption('open')
  await gap.getByRole('button', { name: 'Make an article' }).click()
  const dialog = page.getByRole('dialog', { name: 'Make an article for this gap' })
  await dialog.getByRole('textbox', { name: 'Title' }).waitFor()
  await screenshot(page, 'console-gap-article')
  await expectNoViolations(page)
  await dialog.getByRole('button', { name: 'Make the draft' }).click()
  await gap.getByText('Draft made').waitFor()
  await gap.getByRole('link', { name: `#${last.number}` }).click()
  await composer(page).waitFor()
})

test('the page of gaps in Chinese, in the dark and on a phone', async () => {
  const page = await signedIn(place, chinese, { colorScheme: 'dark', locale: 'zh-CN' })
  await page.goto(`${url}/articles/gaps`)
  await page.getByRole('button', { name: '撰写文章' }).first().waitFor()
  await screenshot(page, 'console-gaps-dark-zh')
  await expectNoViolations(page)
  for (const [look, options] of [
    ['light', { ...phone, locale: 'zh-CN' }],
    ['dark', { ...phone, colorScheme: 'dark' as const, locale: 'zh-CN' }],
  ] as const) {
    const small = await signedIn(place, chinese, options)
    await small.goto(`${url}/articles/gaps`)
    await small.getByRole('button', { name: '撰写文章' }).first().waitFor()
    assert.equal(await overflows(small), false)
    await screenshot(small, `console-phone-gaps-${look}-zh`)
    await expectNoViolations(small)
    await small.getByRole('button', { name: '撰写文章' }).first().tap()
    await small.getByRole('textbox', { name: '标题' }).waitFor()
    await screenshot(small, `console-phone-gap-article-${look}-zh`)
    assert.equal(await overflows(small), false)
    await expectNoViolations(small)
  }
})

test('an editor who reads no conversations sees gaps, and no way into them', async () => {
  const page = await signedIn(place, editor, phone)
  await page.goto(`${url}/articles/gaps`)
  await page.getByRole('article').first().waitFor()
  assert.equal(await page.getByText('Conversations', { exact: true }).count(), 0)
  await screenshot(page, 'console-phone-gaps')
  await expectNoViolations(page)
})
