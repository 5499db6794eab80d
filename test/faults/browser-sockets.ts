// Gives the clients' shared code what it has in a browser: cookies that go along by themselves, and the page's origin.
import { WebSocket as Socket } from 'ws'

/** The desk's own origin, as its pages would send it. */
let pageOrigin = ''

/** Installs a `WebSocket` and a `fetch` that take a member of staff's session from the address: `http://<session>@host`. */
export function actAsBrowsers(origin: string): void {
  pageOrigin = origin
  globalThis.WebSocket = CookieSocket as unknown as typeof WebSocket
  globalThis.fetch = fetchAs as typeof fetch
}

const plainFetch = globalThis.fetch

class CookieSocket extends Socket {
  constructor(address: string) {
    const { url, headers } = split(address)
    super(url, { headers, perMessageDeflate: false, handshakeTimeout: 10_000 })
    this.on('error', () => {})
  }
}

function fetchAs(address: string, init: RequestInit = {}): Promise<Response> {
  const { url, headers } = split(address)
  return plainFetch(url, { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } })
}

/** The address under which a member of staff reaches the desk. */
export function baseOf(base: string, session: string): string {
  const url = new URL(base)
  url.username = session
  return url.href.replace(/\/$/, '')
}

function split(address: string): { url: string; headers: Record<string, string> } {
  const url = new URL(address)
  const session = decodeURIComponent(url.username)
  url.username = ''
  return {
    url: url.href,
    headers: session ? { cookie: `ballast_session=${session}`, origin: pageOrigin } : {},
  }
}
