// A customer whose two requests became one: told in the widget, led there, and what was on its way arrives.
import { test } from 'node:test'
import { createStaff } from '../factories.ts'
import { expectNoViolations, screenshot } from './browser.ts'
import { openExchange, until } from './exchange.ts'
import { openChat } from './host-page.ts'

const { host, browser, duty, newest, messages, desk } = await openExchange()
const lead = desk.as(await createStaff(desk, { role: 'lead' }))

test('a merged conversation says under which number it goes on, and leads there', async () => {
  await duty(true)
  const page = await browser.person()
  const chat = await openChat(page, host)
  const begin = async (text: string) => {
    await chat.locator('.home .primary').click()
    await chat.locator('#first').fill(text)
    await chat.locator('.start .primary').click()
    await chat.waitForSelector(`.bubble :text("${text}")`)
    // The bubble is there before the desk has it.
    await until(async () => {
      const opened = await newest()
      return opened !== undefined && (await messages(opened.id))[0] === text
    })
    return newest()
  }
  const into = await begin('Where is my deposit?')
  await chat.locator('.bar button').first().click()
  const from = await begin('My card is blocked.')
  await lead.post(`/api/conversations/${from.id}/merge`, { into: into.number })
  await chat.waitForSelector(`text=This goes on under number ${into.number}. Nothing you wrote is lost.`)
  await screenshot(page, 'widget-merged')
  await expectNoViolations(page)
  await chat.locator('.closed .primary').click()
  await chat.waitForSelector('.bubble :text("Where is my deposit?")')
  await chat.waitForSelector(`text=${from.number} is part of this conversation now`)
  await chat.locator('.composer textarea').fill('Both, please.')
  await chat.locator('.composer textarea').press('Enter')
  await until(async () => (await messages(into.id)).includes('Both, please.'))
  await page.context().close()
})
