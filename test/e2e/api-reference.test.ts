// The API reference is read on any screen, by anybody, and looks right although its policy lets nothing else load.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { dark, light } from '../../look/tokens.ts'
import { renderReference } from '../../server/platform/api-reference.ts'
import { describeApi } from '../../server/platform/openapi.ts'
import { routes } from '../../server/routes.ts'
import { testDesk } from '../harness.ts'
import { expectNoViolations, launchBrowser, overflows, screenshot } from './browser.ts'

const desk = await testDesk()
const address = `${await desk.listen()}/docs/api`
const browser = await launchBrowser()
// A part of it is made of the same pieces, and looked through in a twentieth of the time.
const part = renderReference(await describeApi(routes.slice(0, 4)))

suite('the API reference', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has no accessibility faults, ${colorScheme}`, async () => {
      const page = await browser.person({ colorScheme })
      await page.setContent(part)
      await expectNoViolations(page)
    })

    test(`is drawn in ${colorScheme} colours under its own policy`, async () => {
      const page = await browser.person({ colorScheme })
      await page.goto(address)
      const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      assert.equal(colour, rgb(colorScheme === 'light' ? light.surfaceSoft : dark.surfaceSoft))
      await screenshot(page, `api-reference-${colorScheme}`)
    })
  }

  test('fits a phone', async () => {
    const page = await browser.person({ viewport: { width: 360, height: 740 } })
    await page.goto(address)
    assert.equal(await overflows(page), false)
    await screenshot(page, 'api-reference-phone')
  })

  test('leads from an endpoint to the shapes it uses', async () => {
    const page = await browser.person()
    await page.goto(address)
    await page.locator('article pre a').first().click()
    const target = new URL(page.url()).hash
    assert.match(target, /^#shape-/)
    assert.ok(await page.locator(target).isVisible())
  })
})

function rgb(hex: string): string {
  return `rgb(${[1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`
}

test('a fault of accessibility is found, inside a frame too', async () => {
  const page = await browser.person()
  await page.setContent(`<!doctype html><html lang="en"><title>x</title><main><h1>x</h1>
    <iframe title="f" srcdoc="<html lang=en><title>y</title><main><h1>y</h1><img src=x></main></html>"></iframe></main></html>`)
  await assert.rejects(expectNoViolations(page), /image-alt/)
})

test('an error that no page caught fails the file', async () => {
  const other = await launchBrowser()
  const page = await other.person()
  const thrown = page.context().waitForEvent('weberror')
  await page.setContent('<script>throw new Error("on purpose")</script>')
  await thrown
  await assert.rejects(other.close(), /on purpose/)
})
