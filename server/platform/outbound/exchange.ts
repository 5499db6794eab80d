// One request and its answer on a connection of their own, so that no check of one host is ever used for another.
import { Readable } from 'node:stream'
import { Client, errors } from 'undici'
import { before } from './before.ts'
import { acceptedEncodings, readBody } from './body.ts'
import type { Connect } from './connect.ts'
import type { Destination } from './destination.ts'
import type { RequestHeaders } from './headers.ts'
import { locationOf } from './redirects.ts'
import { OutboundRefused } from './refused.ts'

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Request {
  url: string
  method: Method
  headers: RequestHeaders
  body: string | Uint8Array | undefined
}

export interface Exchange {
  status: number
  headers: Headers
  /** Empty when the answer is a redirect. */
  body: Buffer
}

export interface Limits {
  largestBytes: number
  signal: AbortSignal
}

const largestHead = 16 * 1_024

/**
 * Sends the request and reads the answer within the limits.
 * @throws OutboundRefused, or the signal's reason
 */
export async function exchange(
  destination: Destination,
  request: Request,
  limits: Limits,
  connect: Connect,
): Promise<Exchange> {
  const client = clientFor(destination, limits.signal, connect)
  try {
    return await send(client, destination.url, request, limits)
  } catch (error) {
    throw limits.signal.aborted ? limits.signal.reason : asRefused(error)
  } finally {
    await client.destroy()
  }
}

function clientFor(destination: Destination, signal: AbortSignal, connect: Connect): Client {
  return new Client(destination.url.origin, {
    allowH2: false,
    maxHeaderSize: largestHead,
    // The signal holds the time for all of it.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (_options, callback) => {
      before(signal, connect(destination, signal)).then(
        socket => callback(null, socket),
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
      )
    },
  })
}

async function send(client: Client, url: URL, request: Request, limits: Limits): Promise<Exchange> {
  const { largestBytes, signal } = limits
  const { method, body } = request
  const answer = await client.request({
    path: url.pathname + url.search,
    method,
    headers: { 'user-agent': 'Ballast', ...request.headers, 'accept-encoding': acceptedEncodings },
    body,
    signal,
    reset: true,
  })
  const stream: Readable = answer.body
  // Nobody may be listening when the client is destroyed.
  stream.on('error', () => {})
  const status = answer.statusCode
  const headers = readable(answer.headers)
  if (locationOf({ status, headers }) !== null) return { status, headers, body: Buffer.alloc(0) }
  const hasBody = method !== 'HEAD' && status !== 204 && status !== 304
  if (hasBody && Number(headers.get('content-length')) > largestBytes) throw new OutboundRefused('too_large')
  const encoding = hasBody ? headers.get('content-encoding') : null
  const read = await readBody(stream, encoding, largestBytes)
  // They spoke of the body as it travelled.
  if (encoding !== null) for (const name of ['content-encoding', 'content-length']) headers.delete(name)
  return { status, headers, body: read }
}

function readable(given: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers()
  for (const [name, value = []] of Object.entries(given)) {
    for (const one of [value].flat()) headers.append(name, one.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?'))
  }
  return headers
}

function asRefused(error: unknown): OutboundRefused {
  if (error instanceof OutboundRefused) return error
  if (error instanceof errors.HeadersOverflowError) return new OutboundRefused('too_large')
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return new OutboundRefused(/CERT|^UNABLE_TO_/.test(code) ? 'certificate' : 'unreachable')
}
