// Who the customer is to the desk: kept between visits, opened only when needed, renewed by the page that vouches for them.
import type { Customer, CustomerSession } from '../../../contract/customers.ts'
import type { Keep } from '../../api/keep.ts'
import { asRefusal, Refusal } from '../../api/refusal.ts'
import type { HandedSession } from '../protocol.ts'
import { ask } from './http.ts'

const key = 'session'
/** A token that ends within this time is renewed before it is used. */
const spareMs = 30_000

export interface SessionOptions {
  keep: Keep
  /** Asks the page for a token that says who this is; null when it has none. */
  identity: ((again: boolean) => Promise<string | null>) | undefined
  /** One the page gave already, so that it isn't asked twice. */
  firstIdentity: string | null
  locale(): string
  changed(customer: Customer): void
  over(): void
}

export interface Session {
  /** Opens a session if there is none. */
  token(refused?: boolean): Promise<string>
  /** Whether there is one to go on with. */
  known(): boolean
  handOut(): HandedSession | undefined
  /** Ends it on the desk as well; what was kept is the caller's to wipe. */
  end(): Promise<void>
}

type Kept = Pick<CustomerSession, 'token' | 'expiresAt'>

export function createSession(options: SessionOptions): Session {
  const { keep, identity, locale, changed, over } = options
  let firstIdentity = options.firstIdentity
  let refusedToken: string | undefined
  let opening: Promise<string> | undefined

  const kept = (): Kept | undefined => {
    const session = stored()
    const ended = !session || session.token === refusedToken
    // Clocks differ: an anonymous token is tried anyway, the desk knows better.
    const late = identity && session && Date.parse(session.expiresAt) - Date.now() < spareMs
    return ended || late ? undefined : session
  }

  async function open(again: boolean): Promise<string> {
    const visitorToken = stored()?.token
    const vouched = identity ? await fresh(again) : undefined
    const body = { visitorToken, identity: vouched, locale: locale() }
    const session = await post(body).catch(async error => {
      const { code } = asRefusal(error)
      // A token of the page's that was used or ran out in between: it is asked for another one, once.
      if (identity && !again && (code === 'token_reused' || code === 'token_expired'))
        return post({ ...body, identity: await fresh(true) })
      throw error
    })
    keep.set(key, JSON.stringify({ token: session.token, expiresAt: session.expiresAt }))
    changed(session.customer)
    return session.token
  }

  async function fresh(again: boolean): Promise<string> {
    const given = again ? null : firstIdentity
    firstIdentity = null
    const token = given ?? (await identity?.(again))
    if (token) return token
    over()
    throw new Refusal('token_expired', '', { status: 401 })
  }

  function stored(): Kept | undefined {
    try {
      return JSON.parse(keep.get(key) ?? '') as Kept
    } catch {
      return undefined
    }
  }

  return {
    token: async refused => {
      if (refused) refusedToken = stored()?.token
      const session = kept()
      if (session) return session.token
      opening ??= open(refused === true).finally(() => {
        opening = undefined
      })
      return opening
    },
    known: () => kept() !== undefined || identity !== undefined,
    handOut: () => {
      const session = kept()
      return session && { ...session, conversationId: null }
    },
    end: async () => {
      const token = stored()?.token
      if (token) await ask('DELETE', '/api/customer/session', { token }).catch(() => {})
    },
  }
}

const post = async (body: object): Promise<CustomerSession> =>
  (await ask('POST', '/api/customer/session', { body })).json() as Promise<CustomerSession>

/** Whom a token names, without trusting it: only to tell one customer's things on this machine from another's. */
export function subjectOf(token: string | null): string | undefined {
  try {
    const payload = token!.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/')
    const { sub } = JSON.parse(decodeURIComponent(escape(atob(payload))))
    return typeof sub === 'string' ? sub : undefined
  } catch {
    return undefined
  }
}
