// A database that dies must be back before anybody has to get up, and recovery is the start-up path again.
import { setTimeout as pause } from 'node:timers/promises'
import { messageOf } from '../errno.ts'
import { type Claim, takeClaim } from './claim.ts'
import { EmbeddedPostgresError } from './failure.ts'
import { type Postmaster, reachPostmaster, type Setting, stopPostmaster } from './postmaster.ts'

const delaysMs = [0, 250, 500, 1000, 2000, 5000]
const settledAfterMs = 60_000

/** Keeps the claimed database running until `setting.signal` is aborted. @returns how to stop it */
export function supervise(
  setting: Setting,
  first: Postmaster,
  claim: Claim,
  abort: () => void,
): () => Promise<void> {
  const state: Watched = { postmaster: first, claim, isOurs: true }
  const watching = watch(setting, state)
  return async () => {
    abort()
    if (state.isOurs) await stopPostmaster(setting, state.postmaster)
    await state.claim.client.end().catch(() => {})
    await watching
  }
}

type Watched = { postmaster: Postmaster; claim: Claim; isOurs: boolean }

async function watch(setting: Setting, state: Watched): Promise<void> {
  const { log, signal } = setting
  let failures = 0
  while (!signal.aborted) {
    const since = Date.now()
    await state.claim.lost
    if (signal.aborted) return
    if (Date.now() - since > settledAfterMs) failures = 0
    log.error(
      { pid: state.postmaster.pid },
      'the embedded database ended or cut its connections; bringing it back',
    )
    while (!signal.aborted && !(await bringBack(setting, state, failures++)));
    if (!state.isOurs) return
  }
}

/** One attempt. @returns whether to go on watching (or give up) instead of trying again */
async function bringBack(setting: Setting, state: Watched, failures: number): Promise<boolean> {
  const { log, signal, place } = setting
  const begun = Date.now()
  try {
    await pause(delaysMs[Math.min(failures, delaysMs.length - 1)], undefined, { signal })
    state.postmaster = await reachPostmaster(setting)
    state.claim = await takeClaim(state.postmaster.connection, place.folder)
    log.warn({ pid: state.postmaster.pid, ms: Date.now() - begun }, 'the embedded database is back')
    return true
  } catch (error) {
    if (signal.aborted) return true
    log.error({ reason: messageOf(error) }, 'the embedded database could not be brought back yet')
    if (!(error instanceof EmbeddedPostgresError) || error.code !== 'in_use') return false
    state.isOurs = false
    return true
  }
}
