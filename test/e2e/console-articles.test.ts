// The help centre's editors at work: written by one, reviewed and published by another, translated, kept up to date.
import assert from 'node:assert/strict'
import { afterEach, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { createStaff } from '../factories.ts'
import type { Reply } from '../person.ts'
import { expectNoViolations, screenshot } from './browser.ts'
import { consoleDesk, eventually, signedIn } from './console-desk.ts'

const place = await consoleDesk()
const { desk, url, browser } = place
const nora = await createStaff(desk, { name: 'Nora Writes', role: 'editor' })
const omar = await createStaff(desk, { name: 'Omar Reads', role: 'editor' })
const reader = await createStaff(desk, { name: 'Ann Agent', role: 'agent' })

afterEach(() => browser.closePages())

function ok({ status, body }: Reply): any {
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

const content = (title: string, body = 'Open the wallet.\n\nChoose a coin.') => ({
  title,
  summary: '',
  body,
  questions: [],
})
const made = async (title: string, more = {}): Promise<string> =>
  ok(
    await desk
      .as(nora)
      .post('/api/articles', { kind: 'guide', locale: 'en', content: content(title), ...more }),
  ).id
const textOf = async (id: string, locale = 'en') =>
  ok(await desk.as(nora).get(`/api/articles/${id}`)).texts.find(
    (text: { locale: string }) => text.locale === locale,
  )

/** Takes the newest revision to the public. */
async function published(id: string, locale = 'en'): Promise<void> {
  const { newest: revision } = await textOf(id, locale)
  for (const [who, step] of [
    [nora, 'submit'],
    [omar, 'approve'],
    [omar, 'publish'],
  ] as const)
    ok(await desk.as(who).post(`/api/articles/${id}/texts/${locale}/${step}`, { revision }))
}

const body = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const saved = (page: Page) => page.getByText('Everything is saved.').waitFor()
const opened = async (page: Page, id: string, query = '') => {
  await page.goto(`${url}/articles/${id}${query}`)
  await body(page).last().waitFor()
}

suite('articles', { timeout: 600_000 }, () => {
  test('an article is written by one, approved and published by another', async () => {
    const writer = await signedIn(place, nora)
    await writer.goto(url)
    await writer.getByText('No articles yet').waitFor()
    await expectNoViolations(writer)
    await writer.keyboard.press('c')
    await writer.getByLabel('Title').fill('Withdraw coins')
    await screenshot(writer, 'articles new dialog')
    await expectNoViolations(writer)
    await button(writer, 'Make the article').click()
    await body(writer).click()
    await writer.keyboard.type('Open the wallet.')
    await writer.getByLabel('Summary').fill('How coins leave.')
    await button(writer, 'Add a question').click()
    await writer.getByLabel('Question 1', { exact: true }).fill('How do I cash out?')
    await writer.getByText('Not saved yet').waitFor()
    await writer.keyboard.press('ControlOrMeta+s')
    await saved(writer)
    await button(writer, 'Submit for review').click()
    await writer.getByText('You wrote part of this').waitFor()
    assert.equal(await button(writer, 'Approve').count(), 0)
    await screenshot(writer, 'articles own work')
    await expectNoViolations(writer)
    const id = writer.url().split('/').at(-1)!
    assert.deepEqual((await textOf(id)).content, {
      title: 'Withdraw coins',
      summary: 'How coins leave.',
      body: 'Open the wallet.',
      questions: ['How do I cash out?'],
    })

    const reviewer = await signedIn(place, omar)
    await reviewer.goto(url)
    await reviewer.getByRole('link', { name: 'Withdraw coins' }).click()
    await reviewer.getByText('Written by Nora Writes.').waitFor()
    await button(reviewer, 'Ask for changes').click()
    await reviewer.getByLabel('What should change').fill('Say which coin.')
    await expectNoViolations(reviewer)
    await button(reviewer, 'Send it back').click()
    await button(reviewer, 'Submit for review').click()
    await button(reviewer, 'Approve').click()
    await button(reviewer, 'Publish').click()
    await screenshot(reviewer, 'articles publish')
    await expectNoViolations(reviewer)
    await button(reviewer, 'Publish now').click()
    await reviewer.getByText('The public reads this since').waitFor()
    const link = reviewer.getByRole('link', { name: 'Public page' })
    assert.equal(await link.getAttribute('href'), '/help/en/articles/withdraw-coins')
    await reviewer.getByRole('tab', { name: 'History' }).click()
    await reviewer.getByText('Say which coin.').waitFor()
    await screenshot(reviewer, 'articles history')
    await expectNoViolations(reviewer)
  })

  test('a translation is written beside the original, and told when that has moved on', async () => {
    const id = await made('Deposit coins')
    await published(id)
    const page = await signedIn(place, nora)
    await opened(page, id)
    await button(page, 'Add a translation').click()
    await page.getByRole('menuitem', { name: 'Chinese' }).click()
    const translation = page.getByRole('region', { name: 'Translation' })
    await translation.getByLabel('Title').fill('充值')
    await page.keyboard.press('ControlOrMeta+s')
    await saved(page)
    await published(id, 'zh')
    ok(
      await desk.as(omar).put(`/api/articles/${id}/texts/en`, {
        base: 1,
        content: content('Deposit coins', 'Open the wallet.\n\nChoose a network.'),
      }),
    )
    const { newest: revision } = await textOf(id)
    ok(await desk.as(nora).post(`/api/articles/${id}/texts/en/submit`, { revision }))
    ok(await desk.as(nora).post(`/api/articles/${id}/texts/en/approve`, { revision }))
    ok(await desk.as(nora).post(`/api/articles/${id}/texts/en/publish`, { revision }))

    await page.goto(`${url}/articles?attention=true`)
    await page.getByText('zh Published, outdated').waitFor()
    await opened(page, id, '?locale=zh')
    await page.getByText('This translation is older than the original.').first().waitFor()
    await button(page, 'Show what changed').click()
    await page.getByText('network').first().waitFor()
    await screenshot(page, 'articles outdated')
    await expectNoViolations(page)
    await button(page, 'It follows the original now').click()
    await page.keyboard.press('ControlOrMeta+s')
    await saved(page)
    await page.getByText('This follows the newest original.').waitFor()
    assert.equal((await textOf(id, 'zh')).translatedFrom, revision)
  })

  test('nothing typed is lost by a reload, and what others saved is merged or asked about', async () => {
    const id = await made('Typed twice')
    const page = await signedIn(place, nora)
    await opened(page, id)
    await page.getByLabel('Summary').fill('Mine.')
    await page.reload()
    await page.getByText('This is what you typed before').waitFor()
    assert.equal(await page.getByLabel('Summary').inputValue(), 'Mine.')
    await expectNoViolations(page)
    const save = (base: number, more: object) =>
      desk
        .as(omar)
        .put(`/api/articles/${id}/texts/en`, { base, content: { ...content('Typed twice'), ...more } })
    ok(await save(1, { title: 'Typed thrice' }))
    await button(page, 'Save').click()
    await page.getByText('Somebody else had saved meanwhile.').waitFor()
    await saved(page)
    assert.equal(await page.getByLabel('Title').inputValue(), 'Typed thrice')
    assert.equal((await textOf(id)).content.summary, 'Mine.')

    ok(await save(3, { title: 'Typed thrice', summary: 'Theirs.' }))
    await page.getByLabel('Summary').fill('Mine again.')
    await button(page, 'Save').click()
    const dialog = page.getByRole('dialog', { name: 'Two people changed the same lines' })
    await dialog.waitFor()
    await screenshot(page, 'articles conflict')
    await expectNoViolations(page)
    await dialog.getByRole('button', { name: 'Both' }).click()
    await dialog.getByRole('button', { name: 'Use this text' }).click()
    await eventually(
      async () => (await textOf(id)).content.summary,
      summary => /Mine again\.\s*Theirs\./.test(summary),
      'both summaries',
    )
  })

  test('a revision is compared and brought back', async () => {
    const id = await made('Old and new')
    ok(
      await desk.as(nora).put(`/api/articles/${id}/texts/en`, {
        base: 1,
        content: content('Old and new', 'Everything is new.'),
      }),
    )
    const page = await signedIn(place, nora)
    await opened(page, id)
    await page.getByRole('tab', { name: 'History' }).click()
    await button(page, 'What changed since revision 1').click()
    const dialog = page.getByRole('dialog', { name: 'Compare revisions' })
    await dialog.locator('ins').first().waitFor()
    await screenshot(page, 'articles compare')
    await expectNoViolations(page)
    await dialog.getByRole('button', { name: 'Bring back revision 1' }).click()
    await dialog.waitFor({ state: 'detached' })
    await eventually(
      async () => (await textOf(id)).newest,
      newest => newest === 3,
      'a third revision',
    )
    await page.getByText('Choose a coin.').first().waitFor()
  })

  test('settings are changed, and the article is archived and brought back', async () => {
    const id = await made('To be moved', { slug: 'to-be-moved' })
    const other = await made('Read it next')
    const page = await signedIn(place, nora)
    await opened(page, id)
    await page.getByRole('tab', { name: 'Settings' }).click()
    await page.getByLabel('Address').fill('moved')
    await page.getByText('Links to “to-be-moved” will lead to the new address.').waitFor()
    await page.getByRole('combobox', { name: 'Related articles' }).fill('read it')
    await page.getByRole('option', { name: 'Read it next' }).click()
    await page.getByLabel('Review every so many days').fill('90')
    await screenshot(page, 'articles settings')
    await expectNoViolations(page)
    await button(page, 'Save the settings').click()
    const seen = await eventually(
      async () => ok(await desk.as(nora).get(`/api/articles/${id}`)),
      article => article.slug === 'moved',
      'the new address',
    )
    assert.deepEqual([seen.related, seen.reviewEveryDays, seen.redirects], [[other], 90, ['to-be-moved']])
    await button(page, 'More').click()
    await page.getByRole('menuitem', { name: 'Archive' }).click()
    await expectNoViolations(page)
    await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click()
    await page.getByText('Archived since').waitFor()
    await expectNoViolations(page)
    await button(page, 'Bring it back').click()
    await page.getByText('Archived since').waitFor({ state: 'detached' })
  })

  test('the list is narrowed and gone through by key, and articles are marked as affected', async () => {
    for (const title of ['Fees of margin', 'Fees of futures']) await made(title, { kind: 'fees' })
    const page = await signedIn(place, nora)
    await page.goto(`${url}/articles`)
    await page.getByRole('searchbox', { name: 'Search' }).fill('fees of')
    await page.getByRole('link', { name: 'Withdraw coins' }).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Fees of margin' }).waitFor()
    await page.getByRole('heading', { name: 'Articles' }).click()
    for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key)
    await page.getByText('2 selected').waitFor()
    await expectNoViolations(page)
    await button(page, 'Mark as affected').click()
    await page.getByLabel('What has changed').fill('Makers pay nothing from May.')
    await screenshot(page, 'articles affected dialog')
    await expectNoViolations(page)
    await button(page, 'Mark').click()
    await page.getByText('May be wrong').nth(1).waitFor()
    await screenshot(page, 'articles list')
    await page.keyboard.press('j')
    await page.keyboard.press('o')
    await page.getByText('Makers pay nothing from May.').waitFor()
    await button(page, 'Still right').click()
    await page.getByText('Makers pay nothing from May.').waitFor({ state: 'detached' })
  })

  test('who doesn’t write articles is told so, and finds no way there', async () => {
    const page = await signedIn(place, reader)
    await page.goto(`${url}/articles`)
    await page.getByText('The help centre is written by others').waitFor()
    assert.equal(await page.getByRole('link', { name: 'Help centre' }).count(), 0)
    await expectNoViolations(page)
  })
})
