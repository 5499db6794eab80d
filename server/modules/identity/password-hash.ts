// How passwords are kept: Argon2id, slow enough to make guessing dear and quick enough to sign in.
import { hash, verify } from '@node-rs/argon2'

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// Of a password nobody knows; made with the same cost, so that an unknown address takes as long as a known one.
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$X1MxIXtAnWtYffl21cNrHw$QbAW5yubdNo/d8Be3YJO9/be3qBOqp93qM4LKll/sig'

/** The hash to keep. The same characters typed on another keyboard may be other code points, hence the normal form. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

/** Whether the password is the one that was hashed; without a hash it takes the same time and is false. */
export async function isPassword(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  const matches = await verify(passwordHash ?? nobodysHash, password.normalize('NFKC'))
  return matches && Boolean(passwordHash)
}
