// The one door to the outside: addresses that administrators and customers choose are hostile until each of them is checked.
import { readAllowed } from './outbound/allowed.ts'
import { before } from './outbound/before.ts'
import { type Connect, connect as connectTo } from './outbound/connect.ts'
import { findDestination } from './outbound/destination.ts'
import { exchange, type Limits, type Method, type Request } from './outbound/exchange.ts'
import { type RequestHeaders, readHeaders } from './outbound/headers.ts'
import { locationOf, redirected } from './outbound/redirects.ts'
import { OutboundRefused } from './outbound/refused.ts'
import { type Resolve, resolveBy } from './outbound/resolve.ts'

export { OutboundRefused, type Refusal } from './outbound/refused.ts'

export interface OutboundOptions {
  method?: Method
  /** Those that frame the message, such as `host`, are refused. */
  headers?: RequestHeaders
  body?: string | Uint8Array
  /** Milliseconds for everything: names, connections, redirects and the whole body; 10,000 by default. */
  timeoutMs?: number
  /** Of the body, as it arrives and unpacked; 1,048,576 by default. */
  largestBytes?: number
  /** How many are followed, at most 3; a redirect beyond that is refused. 3 by default. */
  redirects?: number
  signal?: AbortSignal
}

export interface OutboundAnswer {
  status: number
  headers: Headers
  /** Unpacked. */
  body: Buffer
  /** The last one, after redirects. */
  url: string
}

export interface Outbound {
  /**
   * Any status is an answer.
   * @throws OutboundRefused, or the reason of `options.signal`
   */
  fetch(url: string, options?: OutboundOptions): Promise<OutboundAnswer>
}

export interface OutboundSettings {
  /**
   * Hosts, `host:port`, addresses and ranges of the operator's own network that may be reached. A host named here may stand for any
   * address; without a port, an entry holds for those ports that are open on public addresses too.
   */
  allow: readonly string[]
  /** Instead of the DNS. */
  resolve?: Resolve
  /** Instead of the network. */
  connect?: Connect
}

const mostRedirects = 3

/** @throws RangeError that names an entry of `allow` which can't be read */
export function createOutbound({
  allow,
  resolve = resolveBy(),
  connect = connectTo,
}: OutboundSettings): Outbound {
  const allowed = readAllowed(allow)

  async function follow(request: Request, redirects: number, limits: Limits): Promise<OutboundAnswer> {
    const { signal } = limits
    const destination = await before(signal, findDestination(request.url, allowed, resolve, signal))
    const answer = await exchange(destination, request, limits, connect)
    const location = locationOf(answer)
    if (location === null) return { ...answer, url: destination.url.href }
    if (!(redirects > 0)) throw new OutboundRefused('redirects')
    return follow(redirected(request, destination.url, answer.status, location), redirects - 1, limits)
  }

  return {
    async fetch(url, { method = 'GET', headers = {}, body, ...options } = {}) {
      const { timeoutMs = 10_000, largestBytes = 1_048_576, redirects = mostRedirects } = options
      const request = { url, method, headers: readHeaders(headers), body }
      const end = new AbortController()
      const timer = setTimeout(() => end.abort(new OutboundRefused('time')), timeoutMs)
      const signal = options.signal ? AbortSignal.any([end.signal, options.signal]) : end.signal
      try {
        return await follow(request, Math.min(redirects, mostRedirects), { largestBytes, signal })
      } finally {
        clearTimeout(timer)
      }
    },
  }
}
