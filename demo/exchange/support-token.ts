// How an exchange vouches for its customer: a short-lived token, signed with the key that the desk gave it.
import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'

/** What the exchange keeps of the desk's identity key; `secret` signs with HS256, its characters as UTF-8. */
export interface SupportKey {
  kid: string
  secret: string
}

export interface Vouched {
  uid: string
  name: string
  email: string
  locale: string
  attributes?: Record<string, string | number | boolean>
}

const lifetimeSeconds = 300

/** A token for the widget's `identify`, good for one session within five minutes of `now`. */
export function supportToken({ kid, secret }: SupportKey, customer: Vouched, now: Date): Promise<string> {
  const iat = Math.floor(now.getTime() / 1000)
  const { uid, name, email, locale, attributes = {} } = customer
  return new SignJWT({ name, email, locale, attributes: { uid, ...attributes } })
    .setProtectedHeader({ alg: 'HS256', kid, typ: 'JWT' })
    .setSubject(uid)
    .setAudience('ballast')
    .setJti(randomUUID())
    .setIssuedAt(iat)
    .setExpirationTime(iat + lifetimeSeconds)
    .sign(new TextEncoder().encode(secret))
}
