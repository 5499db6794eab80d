// The database's programs run as the unprivileged user, away from the terminal, and outlive a killed parent.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { chownSync, closeSync, openSync, renameSync, statSync } from 'node:fs'
import { type RunAs, startedAsRoot } from '../run-as.ts'
import type { Place } from './place.ts'

const logTurnsAt = 5 * 1024 ** 2

/** Starts a program in a session of its own; all it says goes to the database's log file. */
export function launch(program: string, args: string[], place: Place, user: RunAs | null): ChildProcess {
  const output = openLog(place, user)
  const options: SpawnOptions = { ...ownership(user), cwd: place.folder, detached: true, windowsHide: true }
  try {
    return spawn(program, args, { ...options, ...cleanEnvironment(), stdio: ['ignore', output, output] })
  } finally {
    closeSync(output)
  }
}

export type Ending = { code: number | null; signal: string | null; error?: Error }

/** Resolves when the program has ended, also when it couldn't be started at all. */
export function ending(child: ChildProcess): Promise<Ending> {
  return new Promise(resolve => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
    child.once('error', error => resolve({ code: null, signal: null, error }))
  })
}

// A process that already gave up root may not name another user, and needn't.
function ownership(user: RunAs | null): SpawnOptions {
  return user && startedAsRoot() ? { uid: user.uid, gid: user.gid } : {}
}

// PGPORT, PGDATA or LC_ALL of the operator's shell must not reach our own server.
function cleanEnvironment(): SpawnOptions {
  return process.platform === 'win32' ? {} : { env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } }
}

function openLog(place: Place, user: RunAs | null): number {
  const size = statSync(place.log, { throwIfNoEntry: false })?.size ?? 0
  if (size > logTurnsAt) renameSync(place.log, `${place.log}.1`)
  const output = openSync(place.log, 'a', 0o600)
  if (user && startedAsRoot()) chownSync(place.log, user.uid, user.gid)
  return output
}
