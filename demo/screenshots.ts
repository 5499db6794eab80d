// `npm run screenshots`: runs the demo on free ports and an empty folder, and takes the pictures of docs/images.
import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findChromium } from '../test/chromium.ts'
import { type AtWork, signIn } from './desk/colleague.ts'
import { overNetwork } from './desk/line.ts'
import { lead, newcomer, password } from './people.ts'

const root = join(import.meta.dirname, '..')
const images = join(root, 'docs/images')
const desktop = { viewport: { width: 1440, height: 900 }, locale: 'en-US' }
const phone = {
  viewport: { width: 390, height: 844 },
  locale: 'zh-CN',
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
}
const answer =
  'Hello Alba, I have looked at WD-7713052: it is in the security review because the address is new on your account. Your 2.4 ETH is safe and reserved for it. The review takes up to two hours more; I will write here as soon as it is broadcast.'
/** How long the market day goes on before the first picture. */
const warmUpMs = 75_000

const executablePath = findChromium()
if (!executablePath)
  throw new Error('No Chromium: install it (apt-get install chromium) or name it in CHROMIUM_PATH.')
const folder = mkdtempSync(join(tmpdir(), 'ballast-screenshots-'))
// Started as root, the demo becomes somebody who must be able to enter.
chmodSync(folder, 0o711)
const [deskPort, exchangePort] = [await freePort(), await freePort()]
const desk = `http://localhost:${deskPort}`
const exchange = `http://localhost:${exchangePort}`
mkdirSync(images, { recursive: true })

const env = {
  ...process.env,
  BALLAST_DATA: join(folder, 'data'),
  BALLAST_URL: desk,
  PORT: String(deskPort),
  DEMO_EXCHANGE_PORT: String(exchangePort),
}
const demo = spawn(process.execPath, ['server/launch.js', 'demo', '--rate', '12'], {
  cwd: root,
  env,
  stdio: ['ignore', 'pipe', 'inherit'],
})
const ended = new Promise<void>(resolve => demo.once('exit', () => resolve()))
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
try {
  await ready()
  await new Promise(resolve => setTimeout(resolve, warmUpMs))
  const colleague = await signIn(overNetwork(desk), newcomer, desk)
  await takeExchange(browser, colleague)
  await takeConsole(browser)
} finally {
  await browser.close()
  demo.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true, force: true })
}

/** Resolves when the demo has printed its addresses. */
function ready(): Promise<void> {
  return new Promise((resolve, reject) => {
    demo.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes(exchange)) resolve()
    })
    void ended.then(() => reject(new Error('the demo ended before it was ready')))
  })
}

async function takeExchange(from: Browser, colleague: AtWork): Promise<void> {
  const markets = await open(from, desktop, `${exchange}/`)
  await save(markets, 'exchange')
  const wallet = await open(from, desktop, `${exchange}/wallet`)
  await wallet.getByRole('button', { name: 'Ask about it' }).click()
  await talk(wallet, colleague, 'Your message', 'Send', answer)
  await save(wallet, 'widget')
  const small = await open(from, phone, `${exchange}/trade/BTC-USDT`)
  await save(small, 'exchange-phone')
}

/** Sends what the widget's form holds, and has a colleague answer it. */
async function talk(
  page: Page,
  colleague: AtWork,
  message: string,
  send: string,
  text: string,
): Promise<void> {
  const chat = page.frameLocator('iframe')
  await chat.getByLabel(message).waitFor()
  await chat.getByRole('button', { name: send, exact: true }).click()
  const id = await colleagueFinds(colleague, 'WD-7713052')
  await colleague.change(id, { assigneeId: colleague.id })
  await colleague.answer(id, text)
  await chat.getByText(text.slice(0, 40)).first().waitFor()
}

async function colleagueFinds(colleague: AtWork, words: string): Promise<string> {
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline) {
    const { conversations } = await colleague.ask('GET', '/api/conversations?view=all&limit=50')
    const found = conversations.find((one: { preview: string }) => one.preview.includes(words))
    if (found) return found.id
    await new Promise(resolve => setTimeout(resolve, 250))
  }
  throw new Error(`no conversation says “${words}”`)
}

async function takeConsole(from: Browser): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await open(from, { ...desktop, colorScheme }, desk)
    await enter(page, lead.email, 'Email address', 'Password', 'Sign in')
    await page.goto(`${desk}/inbox/all`)
    await page.locator('[data-conversation]').filter({ hasText: '-' }).first().waitFor()
    await page
      .locator('[data-conversation]')
      .nth(colorScheme === 'light' ? 4 : 6)
      .click()
    await save(page, `console-${colorScheme}`)
  }
  const page = await open(from, { ...phone, locale: 'en-US' }, desk)
  await enter(page, lead.email, 'Email address', 'Password', 'Sign in')
  await page.goto(`${desk}/inbox/all`)
  await page.locator('[data-conversation]').first().waitFor()
  await save(page, 'console-phone')
}

async function enter(
  page: Page,
  email: string,
  address: string,
  secret: string,
  button: string,
): Promise<void> {
  await page.getByLabel(address).fill(email)
  await page.getByLabel(secret, { exact: true }).fill(password)
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.waitForURL('**/inbox/**')
}

async function open(from: Browser, options: BrowserContextOptions, address: string): Promise<Page> {
  const context = await from.newContext(options)
  const page = await context.newPage()
  await page.goto(address)
  return page
}

async function save(page: Page, name: string): Promise<void> {
  // Pictures, fonts and the first live frames.
  await page.waitForTimeout(1_500)
  await page.screenshot({ path: join(images, `${name}.png`) })
  process.stdout.write(`docs/images/${name}.png\n`)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
