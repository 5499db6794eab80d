// Headers of a request: what callers may set, and what a redirect to somebody else may keep.
import { validateHeaderName, validateHeaderValue } from 'node:http'
import { OutboundRefused } from './refused.ts'

export type RequestHeaders = Record<string, string>

/** They frame the message or belong to the connection: setting them could smuggle a second request. */
const reserved = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** They say nothing about who asks. Everything else may be a key under a name that nobody here knows. */
const harmless = new Set(['accept', 'accept-language', 'content-language', 'content-type', 'user-agent'])

/**
 * The same headers with names in lower case.
 * @throws OutboundRefused for line breaks, other characters that no header holds, and reserved names
 */
export function readHeaders(given: RequestHeaders): RequestHeaders {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      try {
        validateHeaderName(name)
        validateHeaderValue(name, value)
      } catch {
        throw new OutboundRefused('headers')
      }
      if (reserved.has(name.toLowerCase())) throw new OutboundRefused('headers')
      return [name.toLowerCase(), value]
    }),
  )
}

/** What may go on to another origin. */
export const withoutSecrets = (headers: RequestHeaders): RequestHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => harmless.has(name)))

/** What may go on when the body doesn't. */
export const withoutContent = (headers: RequestHeaders): RequestHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('content-')))
