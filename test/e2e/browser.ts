// Real browsers for tests: one Chromium of the machine, and a context of its own for every person.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { startedAsRoot } from '../../server/platform/run-as.ts'
import { findChromium } from '../chromium.ts'
import { root } from '../files.ts'

export interface TestBrowser {
  /** Somebody with a browser of their own: no cookie or storage is shared. Uncaught errors of their pages fail `close`. */
  person(options?: BrowserContextOptions): Promise<Page>
  /** Happens by itself when the file's tests are over. @throws when a page had an error that nobody caught */
  close(): Promise<void>
}

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** Longest wait for anything in a page, in ms: generous, as the machine may be busy with other tests. */
const patienceMs = 15_000

const open = new Set<TestBrowser>()
after(async () => {
  for (const browser of open) await browser.close()
})

/** Starts the machine's Chromium without a window. */
export async function launchBrowser(): Promise<TestBrowser> {
  const executablePath = findChromium()
  assert.ok(executablePath, 'no Chromium: apt-get install -y chromium, or set CHROMIUM_PATH')
  const chromiumSandbox = !startedAsRoot()
  const browser: Browser = await chromium.launch({ executablePath, args: quiet, chromiumSandbox })
  const errors: string[] = []
  const testBrowser: TestBrowser = {
    person: async options => {
      const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', ...options })
      context.setDefaultTimeout(patienceMs)
      context.on('weberror', thrown => errors.push(thrown.error().stack ?? thrown.error().message))
      return context.newPage()
    },
    close: async () => {
      open.delete(testBrowser)
      await browser.close()
      assert.deepEqual(errors, [], 'errors that no page caught')
    },
  }
  open.add(testBrowser)
  return testBrowser
}

/**
 * Fails with what axe finds against WCAG 2.2 A and AA and its best practices; frames are looked into, but for those in
 * `without` (selectors): axe waits for ever where no script may run.
 */
export async function expectNoViolations(
  page: Page,
  { except = [], without = [] }: { except?: string[]; without?: string[] } = {},
): Promise<void> {
  const builder = new AxeBuilder({ page }).disableRules(except)
  for (const selector of without) builder.exclude(selector)
  const { violations } = await builder.analyze()
  const faults = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`).join('\n')}`,
  )
  assert.equal(faults.length, 0, `\n${faults.join('\n')}`)
}

/** Keeps a picture in test-results/ for people to look at; gives its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = join(root, 'test-results')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled' })
  return path
}

/** Whether the page is wider than the window, so that a reader on a phone has to scroll sideways. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
