// The one client of the API for browsers and programs: typed by the description, with every failure as one kind of error.
import createFetchClient, { type Client, type ClientOptions } from 'openapi-fetch'
import type { ErrorBody, ErrorCode } from '../../contract/errors.ts'
import type { paths } from './schema.d.ts'

export type { paths } from './schema.d.ts'

type Fault = Partial<ErrorBody['error']>

/** What the desk refused, or `unavailable` with status 0 when it wasn't reached at all. */
export class ApiError extends Error {
  readonly status: number
  readonly code: ErrorCode
  readonly fields: NonNullable<ErrorBody['error']['fields']>
  readonly details: Record<string, unknown>

  constructor(status: number, { code, message, fields, details }: Fault) {
    super(message ?? code ?? String(status))
    this.name = 'ApiError'
    this.status = status
    this.code = code ?? (status >= 500 || status === 0 ? 'unavailable' : 'invalid_input')
    this.fields = fields ?? []
    this.details = details ?? {}
  }

  /** Seconds to wait before trying again makes sense; 0 when the desk named none. */
  get retryAfter(): number {
    return typeof this.details.retryAfter === 'number' ? this.details.retryAfter : 0
  }
}

export type Api = Client<paths>

/**
 * Builds a client. Every call throws an `ApiError` unless it succeeds; `answer` gives what came back.
 *
 * @example
 * const api = createClient({ baseUrl: 'https://desk.example', headers: { authorization: `Bearer ${key}` } })
 * const page = await answer(api.GET('/api/conversations'))
 */
export function createClient(options: ClientOptions = {}): Api {
  const client = createFetchClient<paths>({ credentials: 'same-origin', ...options })
  client.use({
    onResponse: async ({ response }) => {
      if (!response.ok) throw await faultIn(response)
    },
    onError: ({ error }) => {
      if (isAbort(error)) return
      return new ApiError(0, { code: 'unavailable' })
    },
  })
  return client
}

/** The body of a successful call. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call
  return data as T
}

async function faultIn(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => ({}))) as Partial<ErrorBody>
  const fault: Fault = body.error ?? {}
  const seconds = Number(response.headers.get('retry-after'))
  const details = seconds > 0 ? { retryAfter: seconds, ...fault.details } : fault.details
  return new ApiError(response.status, { ...fault, ...(details && { details }) })
}

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'
