// Ids that sort by time and can't be guessed, and secrets that can't either.
import { createHash, randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

/** A UUID of version 7. */
export const newId = (): string => v7()

/** A secret of 256 bits, safe in URLs, with a prefix that tells people and scanners what it is. */
export const newSecret = (prefix: string): string => `${prefix}_${randomBytes(32).toString('base64url')}`

/** How secrets of full strength are kept: never as they are. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()
