// What a failed request tells the client: the desk's code where it answered, `offline` where nothing came through.
import type { ErrorBody, ErrorCode } from '../../contract/errors.ts'

export class Refusal extends Error {
  readonly code: ErrorCode | 'offline'
  readonly status: number
  /** Seconds to wait before asking again. */
  readonly retryAfter: number | undefined
  readonly fields: ErrorBody['error']['fields']
  /** What the sentence of this code is filled with. */
  readonly details: Record<string, unknown>

  constructor(
    code: ErrorCode | 'offline',
    message: string,
    more: Partial<Pick<Refusal, 'status' | 'retryAfter' | 'fields' | 'details'>> = {},
  ) {
    super(message)
    this.code = code
    this.status = more.status ?? 0
    this.retryAfter = more.retryAfter
    this.fields = more.fields
    this.details = more.details ?? {}
  }

  /** Whether the same request may well succeed later, with nothing changed. */
  get passing(): boolean {
    return this.code === 'offline' || this.status >= 500 || this.code === 'too_many_requests'
  }
}

/** The refusal in an answer that is not 2xx. Proxies answer without our body; that is passed on by its status. */
export async function refusalOf(answer: Response): Promise<Refusal> {
  const body = (await answer.json().catch(() => undefined)) as ErrorBody | undefined
  const header = Number(answer.headers.get('retry-after'))
  const details = body?.error?.details?.retryAfter
  const retryAfter = header > 0 ? header : typeof details === 'number' ? details : undefined
  const code = body?.error?.code ?? (answer.status === 429 ? 'too_many_requests' : 'unavailable')
  return new Refusal(code, body?.error?.message ?? '', {
    status: answer.status,
    retryAfter,
    fields: body?.error?.fields,
    details: { ...(retryAfter && { retryAfter }), ...body?.error?.details },
  })
}

/** Any error as a refusal: what `fetch` throws means that nothing came through. */
export const asRefusal = (error: unknown): Refusal =>
  error instanceof Refusal ? error : new Refusal('offline', error instanceof Error ? error.message : '')
