// Where a mail's bytes are: those of a small one in its row, committed with it; those of a large one in the storage.
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Storage } from '../../../platform/storage.ts'

/** What of a mail's row says where its bytes are; one of the two. */
export interface MailBytes {
  raw: Buffer | null
  storage_key: string | null
}

/** Most mails are smaller; larger ones would make the database's backups and its memory large. */
const inRowBytes = 64 * 1024

export const isSmall = ({ length }: { length: number }): boolean => length <= inRowBytes

/** For the mail's row, which is written afterwards. Throws what the storage throws. */
export async function placeBytes(storage: Storage, raw: Buffer): Promise<MailBytes> {
  if (isSmall(raw)) return { raw, storage_key: null }
  return { raw: null, storage_key: (await storage.put(Readable.from([raw]))).key }
}

/** Of a mail whose row was not needed after all. */
export async function dropBytes(storage: Storage, { storage_key }: MailBytes): Promise<void> {
  if (storage_key) await storage.remove(storage_key)
}

/** Fails with `ENOENT` when they are lost. */
export const streamBytes = (storage: Storage, { raw, storage_key }: MailBytes): Readable =>
  raw ? Readable.from([raw]) : storage.get(storage_key!)

/** All of them at once. Throws `ENOENT` when they are lost. */
export const readBytes = async (storage: Storage, bytes: MailBytes): Promise<Buffer> =>
  bytes.raw ?? buffer(streamBytes(storage, bytes))
