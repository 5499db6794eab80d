// Somebody who sends requests to a desk, so that tests read as what people do.
import type { FastifyInstance } from 'fastify'

export interface Reply<Body = any> {
  status: number
  headers: Record<string, string | string[] | undefined>
  /** Parsed when the answer is JSON, else its text. */
  body: Body
  bytes: Buffer
}

export interface RequestOptions {
  headers?: Record<string, string>
}

export interface Person {
  get(path: string, options?: RequestOptions): Promise<Reply>
  post(path: string, body?: unknown, options?: RequestOptions): Promise<Reply>
  put(path: string, body?: unknown, options?: RequestOptions): Promise<Reply>
  patch(path: string, body?: unknown, options?: RequestOptions): Promise<Reply>
  delete(path: string, body?: unknown, options?: RequestOptions): Promise<Reply>
  /** Sends a file as the only part of a form. */
  upload(path: string, file: { name: string; type: string; bytes: Buffer }): Promise<Reply>
  /** The credentials, for sockets and browsers. */
  headers(): Promise<Record<string, string>>
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A person whose credentials are asked for when they are first needed. */
export function person(
  http: () => FastifyInstance,
  credentials: () => Promise<Record<string, string>>,
): Person {
  let known: Promise<Record<string, string>> | undefined
  const headers = () => {
    known ??= credentials()
    return known
  }
  const send = async (method: Method, url: string, payload: unknown, extra: Record<string, string> = {}) => {
    const response = await http().inject({
      method,
      url,
      headers: { ...(await headers()), ...extra },
      ...(payload !== undefined && { payload: payload as object }),
    })
    const isJson = String(response.headers['content-type']).startsWith('application/json')
    return {
      status: response.statusCode,
      headers: response.headers as Reply['headers'],
      body: isJson ? response.json() : response.body,
      bytes: response.rawPayload,
    }
  }
  return {
    get: (path, options) => send('GET', path, undefined, options?.headers),
    post: (path, body = {}, options) => send('POST', path, body, options?.headers),
    put: (path, body = {}, options) => send('PUT', path, body, options?.headers),
    patch: (path, body = {}, options) => send('PATCH', path, body, options?.headers),
    delete: (path, body, options) => send('DELETE', path, body, options?.headers),
    upload: (path, file) =>
      send('POST', path, formWith(file), { 'content-type': `multipart/form-data; boundary=${boundary}` }),
    headers,
  }
}

const boundary = 'ballast-test-boundary'

function formWith({ name, type, bytes }: { name: string; type: string; bytes: Buffer }): Buffer {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
}
