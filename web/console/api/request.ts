// One call to the desk: JSON both ways, and errors as one class with the code of the contract.
import type { ErrorBody } from '../../../contract/errors.ts'
import { Refusal } from '../../api/refusal.ts'

/** A refusal with what the desk said about it. Code `offline` when nothing came through. */
export class ApiError extends Refusal {
  readonly details: Record<string, unknown>

  constructor(status: number, code: Refusal['code'], error: Partial<ErrorBody['error']> = {}) {
    const details = error.details ?? {}
    const retryAfter = typeof details.retryAfter === 'number' ? details.retryAfter : undefined
    super(code, error.message ?? '', { status, retryAfter, fields: error.fields })
    this.name = 'ApiError'
    this.details = details
  }
}

export interface Call {
  query?: Record<string, string | number | boolean | null | undefined>
  body?: unknown
  signal?: AbortSignal
  keepalive?: boolean
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** @throws ApiError */
export async function call<T>(method: Method, path: string, options: Call = {}): Promise<T> {
  const response = await fetch(urlOf(path, options.query), {
    method,
    credentials: 'same-origin',
    headers: {
      'accept-language': document.documentElement.lang || 'en',
      ...(options.body !== undefined && { 'content-type': 'application/json' }),
    },
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
    signal: options.signal,
    keepalive: options.keepalive,
  }).catch((error: unknown) => {
    if (options.signal?.aborted) throw error
    throw new ApiError(0, 'offline')
  })
  const answer = await response.json().catch(() => null)
  if (response.ok) return answer as T
  const error = (answer as ErrorBody | null)?.error
  throw new ApiError(response.status, error?.code ?? 'unavailable', error)
}

function urlOf(path: string, query: Call['query'] = {}): string {
  const entries = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  const search = new URLSearchParams(entries.map(([name, value]) => [name, String(value)]))
  return search.size > 0 ? `${path}?${search}` : path
}

export const get = <T>(path: string, query?: Call['query'], signal?: AbortSignal): Promise<T> =>
  call<T>('GET', path, { query, signal })
export const post = <T>(path: string, body: unknown = {}): Promise<T> => call<T>('POST', path, { body })
export const put = <T>(path: string, body: unknown): Promise<T> => call<T>('PUT', path, { body })
export const patch = <T>(path: string, body: unknown): Promise<T> => call<T>('PATCH', path, { body })
export const del = <T>(path: string): Promise<T> => call<T>('DELETE', path)
