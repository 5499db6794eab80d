// Reads an import to its end over as many connections as that takes; whatever breaks is tried again, later and later.
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Desk } from '../../../../platform/context.ts'
import { ImapFailure } from '../../../../platform/imap.ts'
import { settingsOf } from '../../../desk/index.ts'
import { waitMs } from '../imap/back-off.ts'
import { addressesOfDesk } from '../mailboxes.ts'
import { type Batch, fetchBatch } from './fetch-batch.ts'
import { fileBatch } from './file-batch.ts'
import { openFiles } from './file-source.ts'
import { doneOf, type ImportRow } from './import-rows.ts'
import { byArrival, type ListedMail, type Listing } from './listing.ts'
import { createPace, type Pace } from './pace.ts'
import type { Filing } from './page.ts'
import { author, giveUpImport, type ImportPost, loadImport, NotGoing, noteImport } from './post.ts'
import { FoldersChanged, openServer } from './server-source.ts'
import type { OldMailSource } from './source.ts'

const mostAtOnce = 20
const mostBytesAtOnce = 4 * 1_048_576
/** For a mail that the server fails over. */
const mostTries = 3
/** How often a pause is looked at, should somebody have ended it. */
const lookMs = 500

/** How it went with the mails that are due next, over several connections. */
interface Luck {
  /** So many are fetched one by one: among them is one over which the server fails. */
  careful: number
  /** The mail that could not be fetched by itself, and how often. */
  stuckAt: string | null
  tries: number
}

/** Resolves when all is read, somebody stopped it, another node has it, or `signal` says so. */
export async function runImport(desk: Desk, post: ImportPost, signal: AbortSignal): Promise<void> {
  const luck: Luck = { careful: 0, stuckAt: null, tries: 0 }
  let faults = 0
  let hasEnded = false
  while (!hasEnded && !signal.aborted) {
    try {
      await readOn(desk, post, luck, () => (faults = 0), signal)
      hasEnded = true
    } catch (error) {
      if (error instanceof NotGoing) break
      if (signal.aborted || error instanceof FoldersChanged) continue
      faults += 1
      await pauseAfter(desk, post, error, faults, signal)
    }
  }
  await giveUpImport(desk, post).catch(() => {})
}

async function pauseAfter(
  desk: Desk,
  post: ImportPost,
  error: unknown,
  faults: number,
  signal: AbortSignal,
): Promise<void> {
  const fault = error instanceof ImapFailure ? error.fault : 'internal'
  const wait = waitMs(faults, fault, Math.random(), desk.imap.firstWaitMs)
  desk.log.warn({ err: error, importId: post.importId, fault, wait }, 'an import does not go on just now')
  await desk
    .transact(author, ctx =>
      noteImport(ctx, post, {
        fault,
        fault_at: ctx.now,
        retry_at: new Date(ctx.now.getTime() + wait),
        per_second: null,
      }),
    )
    .catch(() => {})
  await pause(desk, post, wait, signal)
}

/** Ends at once when somebody stops the import, also when they have it continued right away. */
async function pause(desk: Desk, post: ImportPost, ms: number, signal: AbortSignal): Promise<void> {
  const end = performance.now() + ms
  while (!signal.aborted) {
    const left = end - performance.now()
    if (left <= 0) return
    await sleep(Math.min(left, lookMs), undefined, { signal }).catch(() => {})
    const isOver = await loadImport(desk, post).then(
      ({ retry_at }) => retry_at === null,
      error => error instanceof NotGoing,
    )
    if (isOver) return
  }
}

/** One connection. Throws NotGoing, FoldersChanged, ImapFailure, or what storage and database throw. */
async function readOn(
  desk: Desk,
  post: ImportPost,
  luck: Luck,
  gotOn: () => void,
  signal: AbortSignal,
): Promise<void> {
  const row = await loadImport(desk, post)
  const pace = createPace(signal)
  const files = row.file_keys
  const source = files ? openFiles(desk.storage, row, files, signal) : await openServer(desk, row, signal)
  try {
    const listing = await source.list(row, pace.rest)
    const left = await begin(desk, post, row, listing)
    const filing = await filingOf(desk, row)
    await readAll(desk, source, post, { filing, listing, left, luck, pace, gotOn })
  } finally {
    source.close()
  }
  await desk.transact(author, async ctx => {
    const gone = { sealed_password: null, file_keys: null, per_second: null }
    await noteImport(ctx, post, { state: 'done', ended_at: ctx.now, ...gone })
    for (const key of files ?? []) ctx.enqueue('removeFile', { key })
  })
}

/** Notes how much there is, and gives the mails that are left. UIDs that mean something else now begin all anew. */
async function begin(desk: Desk, post: ImportPost, row: ImportRow, listing: Listing): Promise<ListedMail[]> {
  const { uidValidities, mails } = listing
  const isKnown = row.uid_validities?.join() === uidValidities.join()
  const { cursor_at: arrivedAt, cursor_folder: folder, cursor_uid: uid } = row
  const left =
    isKnown && arrivedAt && folder !== null && uid !== null
      ? mails.filter(mail => byArrival(mail, { arrivedAt, folder, uid }) > 0)
      : mails
  const anew = { cursor_at: null, cursor_folder: null, cursor_uid: null, filed: 0, automatic: 0, skipped: 0 }
  await desk.transact(author, ctx =>
    noteImport(ctx, post, {
      uid_validities: uidValidities,
      total: (isKnown ? doneOf(row) : 0) + left.length,
      fault: null,
      fault_at: null,
      retry_at: null,
      ...(!isKnown && { ...anew, unreadable: 0 }),
    }),
  )
  return left
}

async function filingOf(desk: Desk, row: ImportRow): Promise<Filing> {
  const ctx = desk.read(author)
  const { defaultLocale } = await settingsOf(ctx)
  return { row, defaultLocale, own: await addressesOfDesk(ctx), customers: new Map() }
}

interface Reading {
  filing: Filing
  listing: Listing
  left: ListedMail[]
  luck: Luck
  pace: Pace
  gotOn: () => void
}

async function readAll(
  desk: Desk,
  source: OldMailSource,
  post: ImportPost,
  { filing, listing, left, luck, pace, gotOn }: Reading,
): Promise<void> {
  let perSecond: number | null = null
  let at = 0
  let before = performance.now()
  while (at < left.length) {
    const listed = nextOf(left, at, luck)
    const batch = await fetched(desk, source, post, { listing, luck }, listed)
    const now = performance.now()
    const rate = (1_000 * listed.length) / Math.max(1, now - before)
    perSecond = perSecond === null ? rate : perSecond + (rate - perSecond) / 20
    before = now
    await fileBatch(desk, post, filing, batch, { listed, perSecond })
    at += listed.length
    gotOn()
    await pace.rest()
  }
}

/** A few, or one where those that are due could not be fetched together. */
function nextOf(left: readonly ListedMail[], from: number, luck: Luck): ListedMail[] {
  const most = luck.careful > 0 ? 1 : mostAtOnce
  let bytes = 0
  const few = left.slice(from, from + most)
  const end = few.findIndex(({ size }, index) => {
    bytes += size
    return index > 0 && bytes > mostBytesAtOnce
  })
  return end < 0 ? few : few.slice(0, end)
}

/** A mail over which the server fails again and again is given up. */
async function fetched(
  desk: Desk,
  source: OldMailSource,
  post: ImportPost,
  { listing, luck }: Pick<Reading, 'listing' | 'luck'>,
  listed: ListedMail[],
): Promise<Batch> {
  const [first] = listed
  const name = `${first!.folder} ${first!.uid}`
  const isAlone = listed.length === 1
  const passed = () =>
    Object.assign(luck, { careful: Math.max(0, luck.careful - 1), stuckAt: null, tries: 0 })
  if (isAlone && luck.stuckAt === name && luck.tries >= mostTries) {
    passed()
    return { fresh: [], withheld: [{ ...first!, reason: 'not_fetched' }], again: [], skipped: 0 }
  }
  try {
    const batch = await fetchBatch(desk, source, post.importId, listing, listed)
    passed()
    return batch
  } catch (error) {
    if (error instanceof ImapFailure) {
      const before = luck.stuckAt === name ? luck.tries : 0
      Object.assign(luck, { careful: mostAtOnce, stuckAt: name, tries: isAlone ? before + 1 : 0 })
    }
    throw error
  }
}
