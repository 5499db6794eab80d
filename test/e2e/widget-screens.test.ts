// Every screen of the widget holds for everybody: no fault that axe finds, by day and by night, in both languages, on a phone as well.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Frame, Page } from 'playwright-core'
import { expectNoViolations, overflows, screenshot } from './browser.ts'
import { openExchange, until } from './exchange.ts'
import { openChat } from './host-page.ts'
import { picture } from './picture.ts'

const { desk, host, browser, duty, keepBusy, newest, say } = await openExchange()
// So that there is something to expect.
await desk.pool.query(
  `insert into samples (conversation_id, kind, language, channel, backlog, duration, ended_at)
   select gen_random_uuid(), 'firstReply', 'en', 'chat', 0, n * 600000, now() - interval '1 hour' from generate_series(1, 20) n`,
)

const readers = {
  'desktop-light-en': { viewport: { width: 1100, height: 800 } },
  'desktop-dark-en': { viewport: { width: 1100, height: 800 }, colorScheme: 'dark' },
  'phone-light-zh': { viewport: { width: 360, height: 640 }, locale: 'zh-CN', hasTouch: true },
  'phone-dark-zh': {
    viewport: { width: 360, height: 640 },
    locale: 'zh-CN',
    hasTouch: true,
    colorScheme: 'dark',
  },
} as const

suite('the widget', () => {
  for (const [reader, options] of Object.entries(readers)) {
    test(`has no accessibility faults on any screen, ${reader}`, async () => {
      const page = await browser.person(options)
      await keepBusy()
      const chat = await openChat(page, host)
      const look = looker(page, chat, reader)
      await chat.waitForSelector('.availability.available')
      await look('home')
      await chat.locator('.home .primary').click()
      await chat.locator('.start .primary').click()
      await chat.waitForSelector('#first-problem')
      await look('start')
      await chat.locator('select').selectOption('withdrawal')
      await chat.locator('#first').fill('My withdrawal has not arrived, see https://blocks.example/tx/1')
      await chat.locator('.start .primary').click()
      await chat.waitForSelector('.card.waiting')
      await look('queue')
      await duty(true)
      await chat.waitForSelector('.card.waiting', { state: 'detached' })
      await say((await newest()).id, 'I am looking at it.')
      await chat.waitForSelector('text=I am looking at it.')
      await chat.locator('.composer textarea').fill('Thank you')
      await chat
        .locator('.composer input[type=file]')
        .first()
        .setInputFiles([
          { name: 'screenshot.png', mimeType: 'image/png', buffer: picture },
          {
            name: 'page.svg',
            mimeType: 'image/svg+xml',
            buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
          },
        ])
      await until(() => chat.evaluate(() => document.querySelectorAll('.upload progress').length === 0))
      await look('uploads')
      await chat.locator('.composer .send').click()
      await chat.waitForSelector('.bubble img')
      await look('thread')
      await chat.locator('.text a').click()
      await chat.waitForSelector('dialog[open]')
      await look('foreign-link')
      await page.keyboard.press('Escape')
      await chat.locator('.bar [aria-haspopup=dialog]').click()
      await chat.waitForSelector('dialog[open] .menu')
      await look('menu')
      await page.keyboard.press('Escape')
      await duty(false)
      await chat.locator('.bar .round').first().click()
      await chat.waitForSelector('.row')
      await look('conversations')
      await chat.locator('.home .primary').click()
      await chat.locator('#first').fill('One more question')
      await chat.locator('.start .primary').click()
      await chat.waitForSelector('.card.later p + p')
      await look('later')
      await page.context().close()
    })
  }
})

/** Keeps a picture and fails with what axe finds, or when something is wider than the screen. */
function looker(page: Page, chat: Frame, reader: string) {
  return async (screen: string) => {
    await screenshot(page, `widget-${reader}-${screen}`)
    await expectNoViolations(page)
    assert.equal(await overflows(page), false)
    const wide = await chat.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    assert.equal(wide, false, `${screen} is wider than the chat`)
  }
}
