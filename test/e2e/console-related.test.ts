// Conversations that belong together, in a real browser: merged, read in place, taken apart, linked; by key, and live for who looks on.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { afterEach, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { createCustomer, createStaff } from '../factories.ts'
import { expectNoViolations, overflows, screenshot } from './browser.ts'
import { composer, consoleDesk, eventually, signedIn } from './console-desk.ts'

const place = await consoleDesk()
const { desk, url, browser, agent } = place
const chinese = await createStaff(desk, { name: '韩立川', role: 'lead', locale: 'zh' })

afterEach(() => browser.closePages())

/** Conversations of one customer with these words, the oldest first. */
async function family(...bodies: string[]) {
  const customer = desk.asCustomer(await createCustomer(desk, { name: 'Alba Arden', verified: true }))
  const all: { id: string; number: number }[] = []
  for (const body of bodies) {
    const opening = { clientId: randomUUID(), body, live: false, topic: 'withdrawal' }
    const opened = await customer.post('/api/customer/conversations', opening)
    all.push(opened.body.conversation)
  }
  const write = (id: string, body: string) =>
    customer.post(`/api/customer/conversations/${id}/entries`, { clientId: randomUUID(), body })
  return { all, write }
}
const read = async (id: string) => (await desk.as(agent).get(`/api/conversations/${id}`)).body.conversation
const go = async (page: Page, id: string) => {
  await page.goto(`${url}/inbox/all/${id}`)
  await page.getByRole('log').waitFor()
}
const command = async (page: Page, name: string) => {
  await page.locator('body').press('Control+k')
  await page.getByRole('combobox').fill(name)
  await page.getByRole('option', { name }).first().waitFor()
  await page.keyboard.press('Enter')
}

suite('merging', () => {
  test('by the palette and a number leads to the other, where all of it is read', async () => {
    const { all, write } = await family('My deposit is missing.', 'Nobody answers me about the money!')
    const [into, from] = all
    const page = await signedIn(place, agent)
    await go(page, from!.id)
    await command(page, 'Merge into another conversation')
    await page.getByLabel('Number of the conversation in which it goes on').fill(String(into!.number))
    await expectNoViolations(page)
    await page.keyboard.press('Enter')
    await page.getByRole('main', { name: `Conversation #${into!.number}` }).waitFor()
    await page.getByText(`#${from!.number} is part of this conversation now`).waitFor()
    await page.getByRole('button', { name: `Show the messages of #${from!.number}` }).click()
    await page.getByRole('log').getByText('Nobody answers me about the money!').waitFor()
    await screenshot(page, 'console-merged')
    await expectNoViolations(page)
    await write(from!.id, 'Written where it was.')
    await page.getByRole('log').getByText('Written where it was.').waitFor()
  })

  test('shows who looks at the merged one where it goes on, and the way back', async () => {
    const { all } = await family('My card is blocked.', 'The card again, please.')
    const [into, from] = all
    const page = await signedIn(place, agent)
    await go(page, from!.id)
    await composer(page).waitFor()
    await desk.as(chinese).post(`/api/conversations/${from!.id}/merge`, { into: into!.number })
    await page.getByText(`This was merged and goes on in #${into!.number}.`).waitFor()
    await composer(page).waitFor({ state: 'detached' })
    await screenshot(page, 'console-merged-away')
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Take apart again' }).click()
    await composer(page).waitFor()
    assert.equal((await read(from!.id)).status, 'open')
  })
})

test('the same request is offered above the thread and merged with one click', async () => {
  const text = 'My withdrawal of 51.06 USDT has been pending for three hours. Where is it?'
  const { all } = await family(text, text)
  const [older, newer] = all
  const page = await signedIn(place, agent)
  await go(page, newer!.id)
  await page.getByText(`This looks like #${older!.number} by the same customer.`).waitFor()
  await screenshot(page, 'console-same-request')
  await expectNoViolations(page)
  const other = await signedIn(place, chinese, { colorScheme: 'dark', locale: 'zh-CN' })
  await go(other, older!.id)
  await other.getByText(`#${newer!.number} 来自同一客户，与此请求几乎相同。`).waitFor()
  await screenshot(other, 'console-same-request-zh')
  await expectNoViolations(other)
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  await page.getByRole('main', { name: `Conversation #${older!.number}` }).waitFor()
  await other.getByText(`#${newer!.number} 已并入此会话`).waitFor()
  await other.getByText(`#${newer!.number} 来自同一客户`).waitFor({ state: 'detached' })
})

test('a link is made by the palette, leads across, and is removed', async () => {
  const { all } = await family('My deposit is missing.')
  const stranger = await family('So is mine, on the same network.')
  const [one] = all
  const [other] = stranger.all
  const page = await signedIn(place, agent)
  await go(page, one!.id)
  await command(page, 'Link to another conversation')
  await page.getByLabel('Number of the other conversation').fill(`#${other!.number}`)
  await page.keyboard.press('Enter')
  const details = page.getByRole('complementary', { name: 'Details' })
  await details.getByRole('link', { name: `#${other!.number}` }).click()
  await page.getByRole('main', { name: `Conversation #${other!.number}` }).waitFor()
  await details.getByRole('button', { name: `Remove the link to #${one!.number}` }).click()
  await eventually(
    async () => (await desk.as(agent).get(`/api/conversations/${one!.id}/related`)).body.links,
    ({ length }) => length === 0,
    'no link',
  )
  await details.getByRole('link', { name: `#${one!.number}` }).waitFor({ state: 'detached' })
})

test('messages about something else become a conversation of their own', async () => {
  const { all, write } = await family('Where is my deposit?')
  const [one] = all
  await write(one!.id, 'And my card is blocked.')
  const page = await signedIn(place, agent)
  await go(page, one!.id)
  await page.getByRole('log').getByText('And my card is blocked.').waitFor()
  await command(page, 'Make a new conversation of messages')
  await page.getByRole('dialog').getByLabel('And my card is blocked.').check()
  await page.getByLabel('Subject of the new conversation').fill('Blocked card')
  await screenshot(page, 'console-split')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Make it of 1 message' }).click()
  await page.getByRole('heading', { name: 'Blocked card' }).waitFor()
  await page.getByText(`This was part of #${one!.number}`).waitFor()
  await page.getByRole('log').getByText('And my card is blocked.').waitFor()
})

test('another team is asked, answers in its own inbox, and the answer is read where it was asked', async () => {
  const boss = desk.as(await createStaff(desk, { role: 'administrator' }))
  const { id: teamId } = (await boss.post('/api/teams', { name: 'Technical' })).body
  const expert = await createStaff(desk, { name: 'Tess Ek', teamIds: [teamId] })
  const { all } = await family('My deposit has not arrived.')
  const [one] = all
  await desk.as(agent).patch(`/api/conversations/${one!.id}`, { assigneeId: agent.id })
  const page = await signedIn(place, agent)
  await go(page, one!.id)
  await command(page, 'Ask a team or a colleague')
  await page.getByRole('combobox', { name: 'Whom' }).click()
  await page.getByRole('option', { name: 'Technical' }).click()
  await page.getByLabel('What it is about').fill('Node of TRON')
  await page.getByLabel('What they need to know').fill('Is the node behind?')
  await screenshot(page, 'console-ask')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await page.getByText('Another team of ours is looking into this').waitFor()
  const theirs = await signedIn(place, expert)
  await theirs.goto(`${url}/inbox/all?team=${teamId}`)
  await theirs.getByRole('link', { name: `Question about #${one!.number}` }).click()
  await theirs.getByRole('log').getByText('Is the node behind?').waitFor()
  await theirs.getByRole('textbox', { name: 'Note' }).fill('By an hour. It catches up.')
  await screenshot(theirs, 'console-side')
  await expectNoViolations(theirs)
  await theirs.getByRole('textbox', { name: 'Note' }).press('Control+Enter')
  await theirs.getByRole('button', { name: 'Send now' }).click()
  await page.getByText('Tess Ek (Technical) answered').waitFor()
  await page.getByRole('complementary').getByRole('button', { name: 'Node of TRON' }).click()
  await page.getByRole('dialog').getByText('By an hour. It catches up.').waitFor()
  await screenshot(page, 'console-side-read')
  await expectNoViolations(page)
})

test('a colleague is asked alone, settles it, and that is read where it was asked', async () => {
  const kim = await createStaff(desk, { name: 'Kim Os', locale: 'zh' })
  const { all } = await family('My deposit has not arrived either.')
  const [one] = all
  await desk.as(agent).patch(`/api/conversations/${one!.id}`, { assigneeId: agent.id })
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const page = await signedIn(place, agent, phone)
  await page.goto(`${url}/inbox/all/${one!.id}?panel=details`)
  await page.getByRole('button', { name: 'Ask a team or a colleague' }).click()
  await page.getByRole('combobox', { name: 'Whom' }).fill('Kim')
  await page.getByRole('option', { name: 'Kim Os' }).click()
  await page.getByLabel('What it is about').fill('Node of TRON')
  await page.getByLabel('What they need to know').fill('Is the node behind?')
  await page.getByText('The customer does not see it').waitFor()
  await screenshot(page, 'console-phone-ask-colleague')
  await expectNoViolations(page)
  assert.equal(await overflows(page), false)
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await page.getByRole('button', { name: 'Node of TRON' }).waitFor()
  const theirs = await signedIn(place, kim, { ...phone, locale: 'zh-CN' })
  await theirs.goto(`${url}/inbox/mine`)
  await theirs.getByRole('link', { name: `关于 #${one!.number} 的提问` }).click()
  await theirs.getByRole('log').getByText('Is the node behind?').waitFor()
  await screenshot(theirs, 'console-phone-side-zh')
  await expectNoViolations(theirs)
  const [side] = (await desk.as(agent).get(`/api/conversations/${one!.id}/sides`)).body.sides
  const said = { clientId: randomUUID(), kind: 'note', body: 'By an hour. It catches up.' }
  await desk.as(kim).post(`/api/conversations/${side.id}/entries`, said)
  await desk.as(kim).patch(`/api/conversations/${side.id}`, { status: 'solved' })
  await page.getByRole('button', { name: 'Node of TRON' }).click()
  await page.getByRole('dialog').getByText('By an hour. It catches up.').waitFor()
  await page.getByText('It is settled. What you add opens it again.').waitFor()
  await screenshot(page, 'console-phone-side-settled')
  await expectNoViolations(page)
  assert.equal(await overflows(page), false)
  await go(page, one!.id)
  await page.getByText('The question to Kim Os is settled').waitFor()
})

test('on a phone all of it fits', async () => {
  const text = 'My withdrawal of 51.06 USDT has been pending for three hours. Where is it?'
  const { all } = await family(text, text)
  const [older, newer] = all
  const options = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const page = await signedIn(place, agent, options)
  await go(page, newer!.id)
  await page.getByText(`This looks like #${older!.number} by the same customer.`).waitFor()
  await expectNoViolations(page)
  await screenshot(page, 'console-phone-same-request')
  assert.equal(await overflows(page), false)
  await page.goto(`${url}/inbox/all/${newer!.id}?panel=details`)
  await page.getByRole('heading', { name: 'Asked others' }).waitFor()
  assert.equal(await overflows(page), false)
  await desk.as(agent).post(`/api/conversations/${newer!.id}/merge`, { into: older!.number })
  await go(page, newer!.id)
  await page.getByText(`This was merged and goes on in #${older!.number}.`).waitFor()
  await screenshot(page, 'console-phone-merged-away')
  assert.equal(await overflows(page), false)
})
