// What an agent does all day in the console, in a real browser against a real desk.
import assert from 'node:assert/strict'
import { afterEach, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { createStaff } from '../factories.ts'
import {
  composer,
  consoleDesk,
  eventually,
  messagesOf,
  open as openIn,
  password,
  row,
  signedIn,
  written,
} from './console-desk.ts'
import { until } from './exchange.ts'

const place = await consoleDesk()
const { desk, url, browser, agent, colleague } = place

afterEach(() => browser.closePages())

const open = (page: Page, number: number, view?: string) => openIn(place, page, number, view)

const noteField = (page: Page) => page.locator('section[data-kind=note] textarea')

suite('answering', () => {
  test('an answer can be taken back, and reaches the customer when it is not', async () => {
    const conversation = await written(desk, agent, 'My withdrawal WD-6083022 is stuck.')
    const page = await signedIn(place, agent)
    await open(page, conversation.number)
    await page.keyboard.press('r')
    await page.keyboard.type('I am looking into it.')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Take it back' }).click()
    assert.equal(await composer(page).inputValue(), 'I am looking into it.')
    await composer(page).press('Control+Enter')
    await page.getByRole('button', { name: 'Send now' }).click()
    const [, answer] = await eventually(
      () => messagesOf(conversation),
      ({ length }) => length === 2,
      'the answer',
    )
    assert.equal(answer?.body, 'I am looking into it.')
    assert.equal((await conversation.read()).assignee?.id, agent.id)
  })

  test('what the customer writes appears by itself', async () => {
    const conversation = await written(desk, agent, 'Is anybody there?')
    const page = await signedIn(place, agent)
    await open(page, conversation.number)
    await conversation.write('The amount was 51.06 USDT.')
    await page.getByRole('log').getByText('The amount was 51.06 USDT.').waitFor()
  })

  test('a canned reply fills in who and which', async () => {
    const reply = {
      shortcut: 'stuck',
      title: 'Stuck withdrawal',
      body: 'Hello {{customer.name}}, I am {{agent.name}} (#{{conversation.number}}).',
    }
    assert.equal((await desk.as(agent).post('/api/canned-replies', reply)).status, 200)
    const conversation = await written(desk, agent, 'Where is my money?', { name: 'Ben Birk' })
    const page = await signedIn(place, agent)
    await open(page, conversation.number)
    await page.keyboard.press('/')
    await page.keyboard.type('stu')
    await page.getByRole('option', { name: 'Stuck withdrawal' }).waitFor()
    await page.keyboard.press('Enter')
    assert.equal(
      await composer(page).inputValue(),
      `Hello Ben Birk, I am Nora Ellin (#${conversation.number}).`,
    )
  })

  test('a note mentions a colleague and stays inside', async () => {
    const conversation = await written(desk, agent, 'I lost my phone.')
    const page = await signedIn(place, agent)
    await open(page, conversation.number)
    await page.keyboard.press('n')
    await page.keyboard.type('Please check @Mei')
    await page.getByRole('option', { name: /Mei Shen/ }).waitFor()
    await page.keyboard.press('Enter')
    await noteField(page).press('Control+Enter')
    await page.getByRole('button', { name: 'Send now' }).click()
    const [, note] = await eventually(
      () => messagesOf(conversation),
      ({ length }) => length === 2,
      'the note',
    )
    assert.ok(note?.kind === 'note')
    assert.deepEqual(note.mentions, [colleague.id])
  })

  test('a draft outlives the page', async () => {
    const conversation = await written(desk, agent, 'Can you raise my limit?')
    const page = await signedIn(place, agent)
    await open(page, conversation.number)
    await composer(page).fill('Half an answer')
    await page.getByText('Draft kept').waitFor()
    const other = await signedIn(place, agent)
    await open(other, conversation.number)
    await eventually(
      () => composer(other).inputValue(),
      text => text === 'Half an answer',
      'the draft',
    )
  })

  test("a colleague's answer is seen before one's own is sent", async () => {
    const conversation = await written(desk, agent, 'Which network do you use?')
    const page = await signedIn(place, agent)
    await open(page, conversation.number)
    await composer(page).fill('We use ERC-20.')
    const answer = { clientId: crypto.randomUUID(), body: 'TRC-20 and ERC-20.', attachments: [] }
    assert.equal(
      (await desk.as(colleague).post(`/api/conversations/${conversation.id}/entries`, answer)).status,
      200,
    )
    await page.getByRole('alert').filter({ hasText: 'answered while you were writing' }).waitFor()
    await composer(page).press('Control+Enter')
    await page.getByRole('button', { name: 'Send now' }).click()
    await page
      .getByRole('alert')
      .filter({ hasText: 'A colleague has answered' })
      .getByRole('button', { name: 'Edit' })
      .click()
    assert.equal(await composer(page).inputValue(), 'We use ERC-20.')
    assert.equal((await messagesOf(conversation)).length, 2)
  })

  test('what is sent offline arrives once, when the network is back', async () => {
    const conversation = await written(desk, agent, 'Hello?')
    const page = await signedIn(place, agent)
    await open(page, conversation.number)
    await page.context().setOffline(true)
    await composer(page).fill('Written in a tunnel.')
    await composer(page).press('Control+Enter')
    await page.getByRole('button', { name: 'Send now' }).click()
    await page.getByText('You are offline.').waitFor()
    await page.context().setOffline(false)
    await eventually(
      () => messagesOf(conversation),
      ({ length }) => length === 2,
      'the answer',
    )
    await page.getByRole('log').getByText('Written in a tunnel.').waitFor()
    assert.equal(await page.getByRole('log').getByText('Written in a tunnel.').count(), 1)
    assert.equal((await messagesOf(conversation)).length, 2)
  })
})

test('who looks elsewhere is told by the system, and led to the conversation by a click', async () => {
  const conversation = await written(desk, agent, 'Where is my deposit?', { name: 'Oona Kell' })
  await desk.as(agent).patch(`/api/conversations/${conversation.id}`, { assigneeId: agent.id })
  const page = await signedIn(place, agent)
  await page.addInitScript(() => {
    const told: Told[] = []
    class FakeNotification {
      static permission = 'granted'
      static requestPermission = async () => 'granted'
      onclick = () => {}
      close() {}
      readonly title: string
      readonly body: string | undefined
      constructor(title: string, { body }: { body?: string }) {
        this.title = title
        this.body = body
        told.push(this)
      }
    }
    type Told = { title: string; body: string | undefined; onclick(): void }
    Object.assign(window, { Notification: FakeNotification, told })
    document.hasFocus = () => false
    localStorage.setItem('ballast.preferences', JSON.stringify({ desktop: true, sound: false }))
  })
  const joined = page
    .waitForEvent('websocket')
    .then(socket =>
      socket.waitForEvent('framereceived', ({ payload }) => /"joined".*"inbox"/.test(String(payload))),
    )
  await page.goto(`${url}/inbox/unassigned`)
  await joined
  await conversation.write('It was 51.06 USDT.')
  await until(() => page.evaluate(() => (window as never as { told: unknown[] }).told.length > 0))
  const [title, body] = await page.evaluate(() => {
    const [notification] = (window as never as { told: { title: string; body: string; onclick(): void }[] })
      .told
    notification!.onclick()
    return [notification!.title, notification!.body]
  })
  assert.deepEqual([title, body], ['Oona Kell wrote', 'It was 51.06 USDT.'])
  await page.waitForURL(`**/inbox/mine/${conversation.id}`)
})

suite('keeping order', () => {
  test('a conversation is put off by key', async () => {
    const conversation = await written(desk, agent, 'When is XYZ listed?')
    const page = await signedIn(place, agent)
    await open(page, conversation.number)
    await page.keyboard.press('s')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Tomorrow morning/ })
      .click()
    const { status, snoozedUntil } = await eventually(
      conversation.read,
      one => one.status === 'snoozed',
      'the snooze',
    )
    assert.equal(status, 'snoozed')
    assert.ok(Date.parse(snoozedUntil ?? '') > Date.now())
    await page
      .getByRole('log')
      .getByText(/put this off until/)
      .waitFor()
  })

  test('many are solved at once', async () => {
    const two = [await written(desk, agent, 'First of two'), await written(desk, agent, 'Second of two')]
    const page = await signedIn(place, agent)
    await page.goto(`${url}/inbox/unassigned`)
    for (const { number } of two) {
      await row(page, number).hover()
      await page.getByRole('checkbox', { name: `Select conversation ${number}` }).click()
    }
    const toolbar = page.getByRole('toolbar', { name: '2 selected' })
    await toolbar.getByRole('button', { name: 'Solve' }).click()
    await page.getByText('2 conversations changed').waitFor()
    for (const one of two) assert.equal((await one.read()).status, 'solved')
    await row(page, two[0]!.number).waitFor({ state: 'detached' })
  })

  test('the head of a conversation shows the whole name of the customer', async () => {
    const conversation = await written(desk, agent, 'Who am I?', { name: 'Kiran Wetherby-Oakes' })
    await desk.as(agent).patch(`/api/conversations/${conversation.id}`, { assigneeId: colleague.id })
    const page = await signedIn(place, agent)
    await open(page, conversation.number)
    await page.getByRole('complementary', { name: 'Details' }).waitFor()
    const name = page.locator('main header').getByText('Kiran Wetherby-Oakes')
    assert.ok(await name.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth))
  })

  test('tags are added to those that are there', async () => {
    const conversation = await written(desk, agent, 'Tag me')
    await desk.as(agent).patch(`/api/conversations/${conversation.id}`, { tags: ['vip'] })
    const page = await signedIn(place, agent)
    await page.goto(`${url}/inbox/all`)
    await row(page, conversation.number).hover()
    await page.getByRole('checkbox', { name: `Select conversation ${conversation.number}` }).click()
    await page.getByRole('toolbar').getByRole('button', { name: 'Tags' }).click()
    await page.getByRole('textbox', { name: 'Tags' }).fill('fees, 手续费')
    await page.keyboard.press('Enter')
    await eventually(conversation.read, ({ tags }) => tags.length === 3, 'the tags')
  })

  test('the palette finds a conversation by its words, and acts on it', async () => {
    const conversation = await written(desk, agent, '提现三天还没到账，单号 WD-777', {
      name: '李晓岚',
      locale: 'zh',
    })
    await desk.settle()
    const page = await signedIn(place, agent)
    await page.goto(`${url}/inbox/mine`)
    await page.getByRole('heading', { name: 'Mine', level: 1 }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'A view, a number' }).fill('提现三天')
    await page.getByRole('option', { name: '李晓岚' }).click()
    await composer(page).waitFor()
    await page.getByRole('heading', { name: '李晓岚', level: 2 }).first().waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'A view, a number' }).fill('urgent')
    await page.keyboard.press('Enter')
    await eventually(conversation.read, ({ priority }) => priority === 'urgent', 'the priority')
  })

  test('the palette goes to a conversation by its number', async () => {
    const { number } = await written(desk, agent, 'Just a number', { name: 'Oona Kell' })
    const page = await signedIn(place, agent)
    await page.goto(`${url}/inbox/mine`)
    await page.getByRole('heading', { name: 'Mine', level: 1 }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'A view, a number' }).fill(`#${number}`)
    await page.getByRole('option', { name: 'Oona Kell' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('main', { name: `Conversation #${number}` }).waitFor()
  })

  test('the list follows what others do', async () => {
    const page = await signedIn(place, agent)
    await page.goto(`${url}/inbox/unassigned`)
    await page.getByRole('heading', { name: 'Unassigned', level: 1 }).waitFor()
    const conversation = await written(desk, agent, 'I am new here')
    await row(page, conversation.number).waitFor()
    await desk.as(agent).patch(`/api/conversations/${conversation.id}`, { assigneeId: colleague.id })
    await row(page, conversation.number).waitFor({ state: 'detached' })
  })

  test('a change that came too late shows the newer state', async () => {
    const conversation = await written(desk, agent, 'Who is faster?')
    const page = await signedIn(place, agent)
    await open(page, conversation.number)
    await page.route('**/api/conversations/*', async (route, request) => {
      if (request.method() === 'PATCH')
        await desk.as(colleague).patch(`/api/conversations/${conversation.id}`, { priority: 'high' })
      await route.continue()
    })
    // The keys of the thread count once all of it is there.
    await composer(page).waitFor()
    await page.keyboard.press('i')
    await page.getByText('Somebody changed this in the meantime.').waitFor()
    await page.getByRole('button', { name: 'Priority: High' }).waitFor()
  })
})

test('the whole journey needs no mouse', async () => {
  const staff = await createStaff(desk, {
    name: 'Robin Hale',
    email: 'robin@desk.test',
    role: 'lead',
    password,
  })
  const conversation = await written(desk, agent, 'No mouse here', { name: 'Uma Ivers' })
  const page = await browser.person({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${url}/login`)
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.keyboard.type(staff.email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Mine', level: 1 }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.getByRole('heading', { name: 'All', level: 1 }).waitFor()
  await row(page, conversation.number).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('o')
  await page.getByRole('main', { name: `Conversation #${conversation.number}` }).waitFor()
  // The keys of the composer count once it is there.
  await composer(page).waitFor()
  await page.keyboard.press('r')
  await page.locator('textarea:focus').waitFor()
  await page.keyboard.type('Nor here.')
  await page.keyboard.press('Control+Shift+Enter')
  await eventually(conversation.read, ({ status }) => status === 'solved', 'the answer that solves')
  const answers = await messagesOf(conversation)
  assert.equal(answers.at(-1)?.body, 'Nor here.')
})
