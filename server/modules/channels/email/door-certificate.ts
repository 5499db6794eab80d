// The certificate of the door for mail: read from files, and read again when somebody has put new ones there.
import { readFileSync, statSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import type { CertificateFiles } from '../../../platform/config.ts'

export interface Certificate {
  cert: Buffer
  key: Buffer
}

/** Both as they stand now. Throws when they can't be read or don't belong together. */
export function readCertificate(files: CertificateFiles): Certificate {
  const certificate = { cert: readFileSync(files.cert), key: readFileSync(files.key) }
  createSecureContext(certificate)
  return certificate
}

/**
 * Gives what looks whether the files have changed, and if so passes on what they hold. Files that are half written, or
 * don't belong together yet, are looked at again with the next call; `complain` is told once for each change.
 */
export function watchCertificate(
  files: CertificateFiles,
  { renew, complain }: { renew(certificate: Certificate): void; complain(error: unknown): void },
): () => void {
  const look = () => `${stampOf(files.cert)} ${stampOf(files.key)}`
  let [taken, complained] = [look(), '']
  return () => {
    const now = look()
    if (now === taken) return
    try {
      renew(readCertificate(files))
      taken = now
    } catch (error) {
      if (complained !== now) complain(error)
      complained = now
    }
  }
}

function stampOf(path: string): string {
  const { mtimeMs = 0, size = 0, ino = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {}
  return `${mtimeMs}/${size}/${ino}`
}
