// One search for conversations, customers and articles, in a real browser: typed, chosen, by keys alone, and on a phone.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { drafted, publish, writersOf } from '../../server/modules/knowledge/knowledge.fixture.ts'
import { createStaff } from '../factories.ts'
import { expectNoViolations, overflows, screenshot } from './browser.ts'
import { consoleDesk, signedIn, written } from './console-desk.ts'

const place = await consoleDesk()
const { desk, url, agent } = place
const chinese = await createStaff(desk, { name: '林悦', role: 'lead', locale: 'zh' })

const open = await written(desk, agent, 'My withdrawal of USDT has not arrived, where is it?', {
  name: 'Alba Arden',
})
const solved = await written(desk, agent, 'The withdrawal fee was too high.', { name: 'Ben Birk' })
await written(desk, agent, '提币一直没到账，请帮忙查一下。', { name: '王小明', locale: 'zh' })
const patch = (id: string, change: object) => desk.as(agent).patch(`/api/conversations/${id}`, change)
await patch(solved.id, { status: 'solved', tags: ['fees'] })
await patch(open.id, { tags: ['vip'], assigneeId: agent.id })
const writers = await writersOf(desk)
await publish(
  writers,
  await drafted(writers, { title: 'A withdrawal takes long', summary: 'What to look at first.' }),
)

const looks = [
  { name: 'light English', staff: agent, colorScheme: 'light', locale: 'en-GB', word: 'withdrawal' },
  {
    name: 'dark Chinese',
    staff: chinese,
    colorScheme: 'dark',
    locale: 'zh-CN',
    word: 'withdrawal 状态:已解决',
  },
] as const

for (const { name: look, staff, word, ...options } of looks) {
  suite(`search in ${look}`, async () => {
    const page = await signedIn(place, staff, options)
    const box = page.getByRole('searchbox')
    const shot = (name: string) => screenshot(page, `console-search-${look}-${name}`.replaceAll(' ', '-'))

    test('nothing typed', async () => {
      await page.goto(`${url}/search`)
      await page.getByText(/Find conversations, customers|查找会话、客户/).waitFor()
      await shot('empty')
      await expectNoViolations(page)
    })

    test('all three parts, with a filter', async () => {
      await box.fill(word)
      await page.getByRole('heading', { name: /^(Articles|文章)/ }).waitFor()
      await page.locator('main mark').first().waitFor()
      await shot('found')
      await expectNoViolations(page)
    })

    test('nothing found', async () => {
      await box.fill('zanzibar')
      await page.getByText(/No conversation was found|没有找到会话/).waitFor()
      await shot('nothing')
      await expectNoViolations(page)
    })

    test('the palette', async () => {
      await page.locator('body').press('Control+k')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('combobox').fill('withdrawal')
      await dialog.getByRole('group', { name: /^(Articles|文章)$/ }).waitFor()
      await dialog.getByRole('group', { name: /^(Conversations|会话)$/ }).waitFor()
      await shot('palette')
      await expectNoViolations(page)
      await page.keyboard.press('Escape')
      assert.equal(await dialog.getByRole('combobox').inputValue(), '')
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    })

    test('on a phone', async () => {
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto(`${url}/search?q=withdrawal`)
      await page.locator('main mark').first().waitFor()
      await page.getByRole('heading', { name: /^(Articles|文章)/ }).waitFor()
      await shot('phone')
      assert.equal(await overflows(page), false)
      await expectNoViolations(page)
      await page.context().close()
    })
  })
}

test('a filter is typed or chosen, shown, and taken away', async () => {
  const page = await signedIn(place, agent)
  await page.goto(`${url}/search?q=${encodeURIComponent('withdrawal status:solved')}`)
  const found = page.locator('section', { has: page.getByRole('heading', { name: /^Conversations/ }) })
  await found.getByText('Ben Birk').waitFor()
  assert.equal(await found.getByRole('link').count(), 1)
  await page.getByRole('button', { name: 'Take away the filter: Status Solved' }).click()
  await found.getByText('Alba Arden').waitFor()
  await page.getByRole('button', { name: 'Assignee' }).click()
  await page.getByRole('menuitem', { name: 'Me', exact: true }).click()
  await found.getByText('Ben Birk').waitFor({ state: 'detached' })
  await page.waitForURL(/assignee%3Ame/)
  await page.getByRole('button', { name: 'Tag', exact: true }).click()
  await page.keyboard.type('fees')
  await page.getByText('No conversation was found').waitFor()
  assert.equal(await page.getByRole('searchbox').inputValue(), 'withdrawal assignee:me tag:fees')
  await page.context().close()
})

test('keys lead through what was found, a customer to their conversations, and what was opened is kept', async () => {
  const page = await signedIn(place, agent)
  await page.goto(`${url}/search`)
  const box = page.getByRole('searchbox')
  await box.fill('alba arden')
  await page.getByRole('heading', { name: 'Customers 1' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Take away the filter: Customer Alba Arden' }).waitFor()
  await page.keyboard.press('Escape')
  await box.fill('withdrawal usdt')
  await page.locator('main mark').first().waitFor()
  await box.press('Enter')
  await page.waitForURL(new RegExp(open.id))
  await page.goto(`${url}/search`)
  await page.getByRole('button', { name: 'withdrawal usdt' }).waitFor()
  await page.getByRole('button', { name: 'Forget these' }).click()
  await page.getByRole('button', { name: 'withdrawal usdt' }).waitFor({ state: 'detached' })
  await page.context().close()
})

test('a fault of one part leaves the others', async () => {
  const page = await signedIn(place, agent)
  await page.route('**/api/search/articles?*', route => route.fulfill({ status: 500, body: '{}' }))
  await page.goto(`${url}/search?q=withdrawal`)
  await page.locator('main mark').first().waitFor()
  await page.getByRole('alert').waitFor()
  await page.context().close()
})
