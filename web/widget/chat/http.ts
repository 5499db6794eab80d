// Requests to the desk, with the customer's session; every failure is a Refusal.
import { asRefusal, refusalOf } from '../../api/refusal.ts'

export interface TokenSource {
  /** `refused`: the last one was not accepted. Rejects when none can be had. */
  token(refused?: boolean): Promise<string>
}

export interface Http {
  get<T>(path: string): Promise<T>
  post<T>(path: string, body?: unknown): Promise<T>
  send<T>(method: string, path: string, body?: unknown): Promise<T>
  /** The answer itself, for downloads. */
  raw(path: string): Promise<Response>
}

const answerWithinMs = 15_000

export async function ask(
  method: string,
  path: string,
  { body, token, locale }: { body?: unknown; token?: string; locale?: string } = {},
): Promise<Response> {
  const answer = await fetch(path, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...(locale && { 'accept-language': locale }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    credentials: 'omit',
    signal: AbortSignal.timeout?.(answerWithinMs),
  }).catch(error => {
    throw asRefusal(error)
  })
  if (!answer.ok) throw await refusalOf(answer)
  return answer
}

/** A token that has run out is replaced once, then the request is made again. */
export function createHttp(session: TokenSource, locale: () => string): Http {
  async function request(method: string, path: string, body?: unknown): Promise<Response> {
    const token = await session.token()
    try {
      return await ask(method, path, { body, token, locale: locale() })
    } catch (error) {
      if (asRefusal(error).status !== 401) throw error
      return ask(method, path, { body, token: await session.token(true), locale: locale() })
    }
  }
  const send = async <T>(method: string, path: string, body?: unknown) =>
    (await request(method, path, body)).json() as Promise<T>
  return {
    get: path => send('GET', path),
    post: (path, body = {}) => send('POST', path, body),
    send,
    raw: path => request('GET', path),
  }
}
