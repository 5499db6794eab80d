// A page of the exchange, on an origin of its own, that embeds the widget the way the guide says; its policy is as strict as one can be.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import type { Frame, Page } from 'playwright-core'
import { createStaff } from '../factories.ts'
import type { TestDesk } from '../harness.ts'

export interface HostPage {
  /** Where it is; `?script=` adds to what the page does after the snippet. */
  origin: string
}

/** Serves the page and allows it to show the desk's widget. */
export async function hostPage(desk: TestDesk, deskOrigin: string): Promise<HostPage> {
  const policy = [
    "default-src 'none'",
    `script-src ${deskOrigin} 'nonce-page'`,
    `frame-src ${deskOrigin}`,
    "style-src 'nonce-page'",
  ].join('; ')
  const server = createServer((request, response) => {
    const script = new URL(request.url ?? '/', 'http://page').searchParams.get('script') ?? ''
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
    response.end(html(deskOrigin, script))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  after(() => server.close())
  const { port } = server.address() as AddressInfo
  await allow(desk, `127.0.0.1:${port}`)
  return { origin: `http://127.0.0.1:${port}` }
}

export async function allow(desk: TestDesk, domain: string): Promise<void> {
  const administrator = desk.as(await createStaff(desk, { role: 'administrator' }))
  const { body } = await administrator.get('/api/desk/settings')
  const widget = { allowedDomains: [...body.settings.widget.allowedDomains, domain] }
  const answer = await administrator.patch('/api/desk/settings', {
    version: body.version,
    settings: { widget },
  })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
}

const html = (desk: string, script: string) => `<!doctype html>
<html lang="en">
  <head>
    <title>Exchange</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style nonce="page">body { font: 16px system-ui; margin: 2rem } @media (prefers-color-scheme: dark) { body { background: #0b1221; color: #e6ebf5 } }</style>
    <script nonce="page">
      window.Ballast = window.Ballast || function () { (Ballast.q = Ballast.q || []).push(arguments) }
      Ballast('boot', {})
      ${script}
    </script>
    <script async src="${desk}/widget.js"></script>
  </head>
  <body>
    <main><h1>Exchange</h1><p>Trade here.</p><label>Amount <input></label></main>
  </body>
</html>`

/** The chat inside its frame, once it has drawn something. */
export async function chatOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('ballast-widget iframe', { state: 'attached' })
  const frame = await element.contentFrame()
  if (!frame) throw new Error('the frame has no content')
  await frame.waitForSelector('.app', { state: 'attached' })
  return frame
}

export const launcher = (page: Page) => page.locator('ballast-widget button')

/** Opens the page and the chat on it. */
export async function openChat(page: Page, { origin }: HostPage, script = ''): Promise<Frame> {
  await page.goto(`${origin}/?script=${encodeURIComponent(script)}`)
  const chat = await chatOf(page)
  await launcher(page).click()
  return chat
}
