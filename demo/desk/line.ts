// The line to the desk's public API: over the network while the demo runs, straight into the server while it is seeded.
import type { FastifyInstance } from 'fastify'

export interface Reply {
  status: number
  // The shapes are the contract's; the demo reads a field here and there.
  body: any
  cookie: string | undefined
}

export type Line = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  options?: { body?: unknown; headers?: Record<string, string> },
) => Promise<Reply>

/** The desk's answer was not the one that a story needs; `code` is one of contract/errors.ts. */
export class Refused extends Error {
  readonly status: number
  readonly code: string

  constructor(what: string, { status, body }: Reply) {
    const code = body?.error?.code ?? 'unknown'
    const fields = body?.error?.fields ? ` ${JSON.stringify(body.error.fields)}` : ''
    super(`${what}: ${status} ${code}${fields}`)
    this.name = 'Refused'
    this.status = status
    this.code = code
  }
}

const patienceMs = 15_000

/** A line over the network to the desk at `origin`. */
export const overNetwork =
  (origin: string): Line =>
  async (method, path, { body, headers = {} } = {}) => {
    const response = await fetch(origin + path, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patienceMs),
    })
    const text = await response.text()
    const [cookie] = response.headers.getSetCookie()
    return { status: response.status, body: parsed(text), cookie: cookie?.split(';')[0] }
  }

/** A line into a server that doesn't listen, or not yet. */
export const straightInto =
  (http: FastifyInstance): Line =>
  async (method, url, { body, headers = {} } = {}) => {
    const payload = body === undefined ? {} : { payload: body as object }
    const response = await http.inject({ method, url, headers, ...payload })
    const [cookie] = [response.headers['set-cookie'] ?? []].flat()
    return { status: response.statusCode, body: parsed(response.body), cookie: cookie?.split(';')[0] }
  }

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Sends and gives the body; whatever isn't 200 throws `Refused`. */
export async function ask(line: Line, ...[method, path, options]: Parameters<Line>): Promise<any> {
  const reply = await line(method, path, options)
  if (reply.status !== 200) throw new Refused(`${method} ${path}`, reply)
  return reply.body
}
