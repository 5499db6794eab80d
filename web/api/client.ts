// The one client of the API for browsers and programs: typed by the description, with every failure as one kind of error.
import createFetchClient, { type Client, type ClientOptions } from 'openapi-fetch'
import { asRefusal, refusalOf } from './refusal.ts'
import type { paths } from './schema.d.ts'

export type { paths } from './schema.d.ts'

export type Api = Client<paths>

/**
 * Builds a client. Every call throws a `Refusal` unless it succeeds; `answer` gives what came back.
 *
 * @example
 * const api = createClient({ baseUrl: 'https://desk.example', headers: { authorization: `Bearer ${key}` } })
 * const page = await answer(api.GET('/api/conversations'))
 */
export function createClient(options: ClientOptions = {}): Api {
  const client = createFetchClient<paths>({ credentials: 'same-origin', ...options })
  client.use({
    onResponse: async ({ response }) => {
      if (!response.ok) throw await refusalOf(response)
    },
    onError: ({ error }) => (isAbort(error) ? undefined : asRefusal(error)),
  })
  return client
}

/** The body of a successful call. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call
  return data as T
}

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'
