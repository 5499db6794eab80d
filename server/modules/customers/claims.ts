// What a token of the exchange must say about its customer. Strict: a claim of the wrong kind refuses the whole token.
import { z } from 'zod'
import { EmailAddress, LocaleTag, limits } from '../../../contract/common.ts'
import { Tier } from '../../../contract/customers.ts'

/** How long a token may be valid, in seconds: it opens a session and is done. */
export const maxTokenLifetime = 15 * 60
/** How far the exchange's clock may be off, in seconds. */
export const clockTolerance = 60

// What the database would change on its way in could make two customers one.
const isExact = (text: string) => text.isWellFormed() && !/\p{Cc}/u.test(text)
const exact = (max: number) => z.string().min(1).max(max).refine(isExact)
const seconds = z.number().int().positive().max(1e11)

const Attribute = z.union([z.string().max(500).refine(isExact), z.number(), z.boolean(), z.null()])
const Attributes = z
  .record(z.string().regex(/^[\w.-]{1,60}$/), Attribute)
  .refine(attributes => Object.keys(attributes).length <= 50)
export type Attributes = z.infer<typeof Attributes>

export const Claims = z.object({
  sub: exact(200),
  jti: exact(200),
  iat: seconds,
  exp: seconds,
  aud: z.string(),
  name: z.string().trim().max(limits.name).nullish(),
  email: EmailAddress.nullish(),
  locale: LocaleTag.nullish(),
  tier: Tier.refine(isExact).nullish(),
  attributes: Attributes.nullish(),
})
export type Claims = z.infer<typeof Claims>

export type ClaimFault = { code: 'token_invalid' | 'token_expired'; claim: string } | null

/** What is wrong with a token's times, given in seconds since 1970. */
export function faultInTimes({ iat, exp }: Pick<Claims, 'iat' | 'exp'>, now: number): ClaimFault {
  if (exp <= now - clockTolerance) return { code: 'token_expired', claim: 'exp' }
  if (iat > now + clockTolerance) return { code: 'token_invalid', claim: 'iat' }
  if (exp <= iat || exp - iat > maxTokenLifetime) return { code: 'token_invalid', claim: 'exp' }
  return null
}
