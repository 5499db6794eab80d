// Customers, their sessions, and the keys with which the exchange vouches for them.
import { z } from 'zod'
import { EmailAddress, Id, Instant, LocaleTag, limits } from './common.ts'

/** A customer as they see themselves. */
export const Customer = z.object({
  id: Id,
  name: z.string().nullable(),
  email: z.string().nullable(),
  locale: LocaleTag,
  /** Whether the exchange vouches for who this is. */
  verified: z.boolean(),
})
export type Customer = z.infer<typeof Customer>

/** How much a customer matters to the exchange, in its own words, such as `vip`; compared letter by letter. */
export const Tier = z.string().trim().min(1).max(limits.tag)

export const OpenSession = z.object({
  /** The token of an earlier session, if there is one. */
  visitorToken: z.string().max(200).optional(),
  /** A JWT signed by the exchange. Anything in here that does not hold is refused; leave it out to be anonymous. */
  identity: z.string().max(8_000).optional(),
  locale: LocaleTag.optional(),
})
export type OpenSession = z.infer<typeof OpenSession>

export const CustomerSession = z.object({
  /** Sent as `Authorization: Bearer`, and in the first frame of a socket. */
  token: z.string(),
  customer: Customer,
  expiresAt: Instant,
})
export type CustomerSession = z.infer<typeof CustomerSession>

export const ChangeProfile = z.object({
  name: z.string().trim().max(limits.name).nullable().optional(),
  email: EmailAddress.nullable().optional(),
  locale: LocaleTag.optional(),
})
export type ChangeProfile = z.infer<typeof ChangeProfile>

export const keyAlgorithms = ['HS256', 'ES256', 'EdDSA', 'RS256'] as const
export const KeyAlgorithm = z.enum(keyAlgorithms)
export type KeyAlgorithm = z.infer<typeof KeyAlgorithm>

export const IdentityKey = z.object({
  id: Id,
  kid: z.string(),
  algorithm: KeyAlgorithm,
  createdAt: Instant,
  /** From then on, what it signed is refused. */
  retiredAt: Instant.nullable(),
})
export type IdentityKey = z.infer<typeof IdentityKey>

export const CreateIdentityKey = z.object({
  algorithm: KeyAlgorithm,
  /** Goes into the header of every token; made up when left out. */
  kid: z
    .string()
    .regex(/^[\w.-]{1,64}$/)
    .optional(),
  /** A PEM public key, for every algorithm but HS256. */
  publicKey: z.string().max(4_000).optional(),
})
export type CreateIdentityKey = z.infer<typeof CreateIdentityKey>

/** `secret` is there for HS256 only, and never shown again. Its characters themselves are the key, as UTF-8. */
export const CreatedIdentityKey = IdentityKey.extend({ secret: z.string().optional() })
