// Wipes files that belong to nothing, such as those of a transaction that was never committed: set aside first, wiped a month later.
import { type Desk, type ReadContext, type Statement, system } from '../../../platform/context.ts'
import { filesOwner } from '../../../platform/files-owner.ts'
import type { Job, Schedule } from '../../../platform/jobs.ts'
import { asideOf, homeOf, type StoredFile } from '../../../platform/storage.ts'
import { keysOfArticleFiles } from '../../knowledge/index.ts'
import { keysOfAttachments } from '../../safety/index.ts'

/** Before a file is set aside, and again before it is wiped: somebody may have started the desk with an old dump. */
const keptMs = 30 * 86_400_000
const atOnce = 500
const author = system('removeStrayFiles')

/** Looks at the next few files of the storage, and has the others looked at by the next job. */
const removeStrayFiles: Job = async (desk, { after }) => {
  if (!(await areOurs(desk))) return
  const files = await desk.storage.list(after === undefined ? null : String(after), atOnce)
  const homes = files.map(({ key }) => homeOf(key))
  const used = await keysInUse(desk.read(author), homes)
  for (const file of files) await tidy(desk, file, used)
  const last = files.at(-1)
  if (last && files.length === atOnce) {
    await desk.transact(author, async next => next.enqueue('removeStrayFiles', { after: last.key }))
  }
}

/** Another database's files lie here when somebody named the wrong folder, or the wrong database. */
async function areOurs({ storage, read, log }: Desk): Promise<boolean> {
  const [id, found] = await Promise.all([filesOwner(read(author)), storage.owner()])
  if (id === found) return true
  log.warn(
    { id, found },
    'no files are wiped: the files folder is not known to be this database’s. If it is, write the id into files/desk-id',
  )
  return false
}

async function tidy({ storage, log }: Desk, { key, ageMs }: StoredFile, used: Set<string>): Promise<void> {
  const home = homeOf(key)
  const isAside = key !== home
  if (used.has(home)) {
    if (!isAside) return
    await storage.move(key, home)
    log.warn({ key: home }, 'a file that had been set aside belongs to something: it was put back')
  } else if (ageMs > keptMs) {
    await (isAside ? storage.remove(key) : storage.move(key, asideOf(key)))
    log.info({ key: home }, isAside ? 'a file was wiped' : 'a file that belongs to nothing was set aside')
  }
}

const writtenDown: Statement = {
  name: 'storage_keys_of_mails',
  text: `select storage_key as key from mails where storage_key = any($1)
    union all select unnest(file_keys) from mail_imports where file_keys && $1`,
}

/** Of these keys, those of files that somebody has written down. */
async function keysInUse(ctx: ReadContext, keys: string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const ofMails = await ctx.run<{ key: string }>(writtenDown, [keys])
  const ofAttachments = await keysOfAttachments(ctx, keys)
  const ofArticles = await keysOfArticleFiles(ctx, keys)
  return new Set([...ofMails.map(({ key }) => key), ...ofAttachments, ...ofArticles])
}

export const jobs: Record<string, Job> = { removeStrayFiles }

export const schedule: Schedule = {
  removeStrayFiles: { everySeconds: 86_400, task: 'removeStrayFiles' },
}
