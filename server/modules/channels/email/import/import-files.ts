// Old mail out of files: copied into the storage, one mail behind the other, and imported from there by whichever node is free.
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Context, Desk } from '../../../../platform/context.ts'
import { AppError, notFound } from '../../../../platform/errors.ts'
import { newId } from '../../../../platform/ids.ts'
import { audit } from '../../../identity/index.ts'
import { mailboxOf } from '../mailboxes.ts'
import { caps } from '../parse/caps.ts'
import { inMbox, MboxScanner, NoMbox } from './mbox.ts'
import { author } from './post.ts'

/** Whoever reads an import keeps the places of all its mails in memory. */
const mostMails = 1_000_000

/**
 * Has the mails of mbox files and of folders with .eml files imported into a mailbox, all together by arrival.
 * @throws AppError not_found without such a mailbox, no_old_mail, too_many_old_mails, storage_full; what reading a file throws
 */
export async function importFiles(
  desk: Desk,
  address: string,
  paths: readonly string[],
): Promise<{ id: string; mails: number }> {
  const mailbox = await mailboxOf(desk.read(author), address)
  if (!mailbox) throw notFound()
  const keys: string[] = []
  let mails = 0
  try {
    for (const path of paths) {
      const copied = await copy(desk, path, mostMails - mails)
      keys.push(copied.key)
      mails += copied.mails
    }
  } catch (error) {
    for (const key of keys) await desk.storage.remove(key)
    throw error
  }
  // A commit whose answer is lost needs the copies; those of one that failed are wiped with other strays.
  const id = await desk.transact(author, ctx => begin(ctx, mailbox.id, keys, namesOf(paths)))
  return { id, mails }
}

async function begin(ctx: Context, mailboxId: string, keys: string[], names: string[]): Promise<string> {
  const id = newId()
  const noServer = { host: null, port: null, security: null, username: null, sealed_password: null }
  await ctx.db
    .insertInto('mail_imports')
    .values({
      ...noServer,
      id,
      mailbox_id: mailboxId,
      created_at: ctx.now,
      file_keys: keys,
      folders: names,
      since: null,
      // Also of what came since the desk fetches the mailbox: it may be in other folders, and no mail is filed twice.
      until: ctx.now,
      state: 'running',
    })
    .execute()
  await audit(ctx, 'mail_import.started', { kind: 'mailbox', id: mailboxId }, { importId: id })
  return id
}

/** What administrators are shown; where two have the same name, with their folders. */
function namesOf(paths: readonly string[]): string[] {
  const names = paths.map(path => basename(path))
  return new Set(names).size === names.length ? names : [...paths]
}

async function copy(desk: Desk, path: string, most: number): Promise<{ key: string; mails: number }> {
  const isFolder = (await stat(path)).isDirectory()
  let mails = 0
  async function* counted(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const scanner = new MboxScanner()
    for await (const piece of content) {
      mails += scanner.push(piece).length
      if (mails > most) throw new AppError('too_many_old_mails', { limit: mostMails })
      yield piece
    }
    mails += scanner.end().length
  }
  try {
    const content = isFolder ? mailsInFolder(path) : createReadStream(path)
    const { key } = await desk.storage.put(Readable.from(counted(content)))
    return { key, mails }
  } catch (error) {
    if (error instanceof NoMbox) throw new AppError('no_old_mail', { name: basename(path) })
    const isFull = ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException)?.code ?? '')
    throw isFull ? new AppError('storage_full') : error
  }
}

/** The .eml files of a folder and the folders in it, as an mbox. */
async function* mailsInFolder(folder: string): AsyncGenerator<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter(entry => entry.isFile() && /\.eml$/i.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
  for (const path of paths.sort()) {
    const { mtime } = await stat(path)
    // Of one beyond the cap, enough to see that it is: it is listed and not read.
    yield inMbox(await buffer(createReadStream(path, { end: caps.rawBytes })), mtime)
  }
}
