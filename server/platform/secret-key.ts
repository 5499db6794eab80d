// Sessions and tokens must survive a restart, so the key that signs them is made once and kept beside the data.
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { hasCode } from './errno.ts'
import type { RunAs } from './run-as.ts'

export const shortestSecret = 32

/** Decodes a secret from hex or base64 (also the URL alphabet); null when it isn't one of at least 32 bytes. */
export function decodeSecret(text: string): Buffer | null {
  const compact = text.trim()
  const isHex = /^([0-9a-f]{2})+$/i.test(compact)
  if (!isHex && !/^[A-Za-z0-9+/_-]+={0,2}$/.test(compact)) return null
  const bytes = Buffer.from(compact, isHex ? 'hex' : 'base64')
  return bytes.length >= shortestSecret ? bytes : null
}

/**
 * Makes the data folder with mode 0700 for the account that will work in it. Its parents get the usual mode, so
 * that an unprivileged user can pass through them.
 */
export function prepareDataFolder(folder: string, runAs: RunAs | null): void {
  mkdirSync(dirname(folder), { recursive: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // An owner other than root is somebody's decision: the database refuses it later and says what to do.
  if (runAs && statSync(folder).uid === 0) {
    chownSync(folder, runAs.uid, runAs.gid)
    chmodSync(folder, 0o700)
  }
}

/** Reads `<folder>/secret.key`, making it first when there is none. Two processes that race get the same key. */
export function keptSecret(folder: string, runAs: RunAs | null): Buffer {
  const path = join(folder, 'secret.key')
  const text = readIfThere(path) ?? make(path, runAs)
  const key = decodeSecret(text)
  if (!key) throw new Error(`${path} doesn't hold at least ${shortestSecret} bytes in hex or base64`)
  return key
}

// The link appears whole or not at all, and never replaces a key that another process made meanwhile.
function make(path: string, runAs: RunAs | null): string {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, `${randomBytes(shortestSecret).toString('base64')}\n`, { mode: 0o600, flush: true })
  if (runAs) chownSync(draft, runAs.uid, runAs.gid)
  try {
    linkSync(draft, path)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
  return readFileSync(path, 'utf8')
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}
