// Where a redirect leads and what goes along; whether it may be followed is decided anew, as for any other URL.
import type { Exchange, Request } from './exchange.ts'
import { withoutContent, withoutSecrets } from './headers.ts'
import { OutboundRefused } from './refused.ts'

const statuses = new Set([301, 302, 303, 307, 308])

/** The URL that an answer sends to, if it does. */
export const locationOf = ({ status, headers }: Pick<Exchange, 'status' | 'headers'>): string | null =>
  statuses.has(status) ? headers.get('location') : null

/**
 * The request that follows `request` when its answer had `status` and sent to `location`.
 * @throws OutboundRefused when the location can't be read, or leads from https to anything else
 */
export function redirected(request: Request, from: URL, status: number, location: string): Request {
  if (!URL.canParse(location, from)) throw new OutboundRefused('url')
  const to = new URL(location, from)
  if (from.protocol === 'https:' && to.protocol !== 'https:') throw new OutboundRefused('scheme')
  const headers = to.origin === from.origin ? request.headers : withoutSecrets(request.headers)
  return { ...asReadAgain({ ...request, headers }, status), url: to.href }
}

/** As browsers do it: a form that was taken sends its reader on to a page. */
function asReadAgain(request: Request, status: number): Request {
  const { method, headers } = request
  const isRead = method === 'GET' || method === 'HEAD'
  const becomesGet = status === 303 ? !isRead : status < 303 && method === 'POST'
  return becomesGet
    ? { ...request, method: 'GET', body: undefined, headers: withoutContent(headers) }
    : request
}
