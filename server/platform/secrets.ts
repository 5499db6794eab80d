// Signs and encrypts with keys derived from the installation's one secret.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

export interface Secrets {
  /** A signature over `text`, bound to its purpose. */
  sign(purpose: string, text: string): string
  /** Whether `signature` is ours for `text`; takes the same time either way. */
  verify(purpose: string, text: string, signature: string): boolean
  /** AES-256-GCM with a random nonce. */
  encrypt(purpose: string, plain: Buffer): Buffer
  /** Throws when the text was changed or the key is another. */
  decrypt(purpose: string, sealed: Buffer): Buffer
}

const nonceBytes = 12
const tagBytes = 16

/** Derives everything from `master` (32 bytes or more). */
export function createSecrets(master: Buffer): Secrets {
  const keys = new Map<string, Buffer>()
  const keyFor = (purpose: string): Buffer => {
    const known = keys.get(purpose)
    if (known) return known
    const key = Buffer.from(hkdfSync('sha256', master, '', `ballast:${purpose}`, 32))
    keys.set(purpose, key)
    return key
  }
  const sign = (purpose: string, text: string) =>
    createHmac('sha256', keyFor(purpose)).update(text).digest('base64url')

  return {
    sign,
    verify: (purpose, text, signature) => sameText(sign(purpose, text), signature),
    encrypt: (purpose, plain) => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce)
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    decrypt: (purpose, sealed) => {
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), sealed.subarray(0, nonceBytes))
      decipher.setAuthTag(sealed.subarray(-tagBytes))
      return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()])
    },
  }
}

function sameText(one: string, other: string): boolean {
  const a = Buffer.from(one)
  const b = Buffer.from(other)
  return a.length === b.length && timingSafeEqual(a, b)
}
