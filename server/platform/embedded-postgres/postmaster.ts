// One way leads to a running database, whether it is new, was left by a killed Ballast, or died a moment ago.
import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../log.ts'
import type { RunAs } from '../run-as.ts'
import { type Binaries, program, removeOldCopies } from './binaries.ts'
import { EmbeddedPostgresError } from './failure.ts'
import { readPidFile, removePidFile, removeSocket, socketHolder } from './pid-file.ts'
import type { Place } from './place.ts'
import { probe } from './probe.ts'
import { isPostgresIn, isRunning } from './process.ts'
import { type Ending, ending, launch } from './run.ts'
import { writeSettings } from './settings.ts'
import { lastLines, logEnd } from './tail.ts'
import { type Connection, closeTransport, connectionTo, openTransport } from './transport.ts'

export type Reporter = Pick<Log, 'info' | 'warn' | 'error'>

export type Setting = {
  place: Place
  binaries: Binaries
  user: RunAs | null
  log: Reporter
  /** Aborted when nobody wants the database any more. */
  signal: AbortSignal
  /** How long a server that lives but doesn't answer, or the remains of a killed one, may take, in ms. */
  patienceMs: number
}

export type Postmaster = { pid: number; connection: Connection; adopted: boolean }

const pollMs = 5
const recoveryPatienceMs = 10 * 60_000

/**
 * Comes back with a database that answers: the one that runs already, or a new one.
 * @throws EmbeddedPostgresError `no_answer` or `did_not_start` when patience runs out
 */
export async function reachPostmaster(setting: Setting): Promise<Postmaster> {
  const deadline = Date.now() + setting.patienceMs
  for (;;) {
    setting.signal.throwIfAborted()
    const running = await adopt(setting)
    if (running) return running
    const started = await start(setting)
    if ('pid' in started) return started
    if (!passes(started.reason) || Date.now() > deadline) {
      throw new EmbeddedPostgresError('did_not_start', `The database doesn't start: ${started.reason}`)
    }
    setting.log.warn(
      { reason: started.reason },
      'the remains of a killed database are in the way; trying again',
    )
    await pause(100, undefined, { signal: setting.signal })
  }
}

// Processes of a killed server hold its memory for a moment, and another Ballast may be starting the same one.
function passes(reason: string): boolean {
  return /pre-existing shared memory block|lock file "postmaster\.pid" already exists/.test(reason)
}

/** The server that runs on these files, once it answers; null when none runs. */
export async function adopt(setting: Setting): Promise<Postmaster | null> {
  const { place, log, signal } = setting
  const begun = Date.now()
  let told = begun
  for (;;) {
    const file = readPidFile(place)
    if (!file || !isPostgresIn(place.cluster, file.pid)) return null
    const connection = connectionTo(place, file)
    const state = file.host ? await probe(place, connection) : 'starting'
    if (state === 'ready') return { pid: file.pid, connection, adopted: true }
    const waited = Date.now() - begun
    if (waited > (state === 'starting' ? recoveryPatienceMs : setting.patienceMs))
      throw noAnswer(file.pid, waited)
    if (Date.now() - told > 5000) {
      told = Date.now()
      log.info(
        { pid: file.pid, state, seconds: Math.round(waited / 1000) },
        'waiting for the running database',
      )
    }
    await pause(20, undefined, { signal })
  }
}

function noAnswer(pid: number, waitedMs: number): EmbeddedPostgresError {
  const seconds = Math.round(waitedMs / 1000)
  const message = `The database runs as process ${pid} but hasn't answered for ${seconds} s. If it is stuck, end it with “kill -INT ${pid}” and start again.`
  return new EmbeddedPostgresError('no_answer', message)
}

async function start(setting: Setting): Promise<Postmaster | { reason: string }> {
  const { place, binaries, user, log } = setting
  clearStalePidFile(setting)
  removeOldCopies(place, binaries)
  writeSettings(place, user)
  const transport = await openTransport(place, user)
  clearStaleSocket(place, transport.host)
  const logged = logEnd(place)
  const child = launch(program(binaries, 'postgres'), ['-D', place.cluster, ...transport.args], place, user)
  const watch: { ended?: Ending } = {}
  void ending(child).then(ended => {
    watch.ended = ended
  })
  await untilReady(setting, child.pid, watch)
  child.unref()
  if (child.pid && !watch.ended) {
    return { pid: child.pid, connection: connectionTo(place, transport), adopted: false }
  }
  closeTransport(transport.host)
  log.info({ ...watch.ended }, 'the database ended while starting')
  return { reason: watch.ended?.error?.message ?? lastLines(place, logged) }
}

async function untilReady(
  setting: Setting,
  pid: number | undefined,
  watch: { ended?: Ending },
): Promise<void> {
  const begun = Date.now()
  let told = begun
  while (!watch.ended) {
    const file = readPidFile(setting.place)
    if (file?.pid === pid && file?.ready) return
    if (Date.now() - begun > recoveryPatienceMs) throw noAnswer(pid ?? 0, Date.now() - begun)
    if (Date.now() - told > 5000) {
      told = Date.now()
      setting.log.info({ pid, seconds: Math.round((told - begun) / 1000) }, 'the database is recovering')
    }
    await pause(pollMs)
  }
}

// After a restart of the machine or the container the id may belong to a stranger, before whom PostgreSQL gives up.
function clearStalePidFile({ place, log }: Setting): void {
  const file = readPidFile(place)
  if (!file) return
  closeTransport(file.host)
  if (!isRunning(file.pid) || isPostgresIn(place.cluster, file.pid)) return
  log.warn({ pid: file.pid }, 'postmaster.pid names a process that is not the database; removing it')
  removePidFile(place)
}

function clearStaleSocket(place: Place, host: string): void {
  const holder = socketHolder(host)
  if (holder && !isPostgresIn(place.cluster, holder)) removeSocket(host)
}

/** Ends the server: sessions are cut, everything is written, the files are clean afterwards. */
export async function stopPostmaster(
  { place, binaries, user, log }: Setting,
  postmaster: Postmaster,
): Promise<void> {
  const { pid, connection } = postmaster
  if (process.platform === 'win32') {
    await ending(
      launch(program(binaries, 'pg_ctl'), ['stop', '-D', place.cluster, '-m', 'fast'], place, user),
    )
  } else if (isPostgresIn(place.cluster, pid)) {
    process.kill(pid, 'SIGINT')
  }
  const begun = Date.now()
  let pressed = false
  while (isPostgresIn(place.cluster, pid)) {
    if (!pressed && Date.now() - begun > 60_000) {
      pressed = true
      log.warn(
        { pid },
        'the database takes too long to stop; ending it at once, it will recover at the next start',
      )
      process.kill(pid, 'SIGQUIT')
    }
    await pause(pollMs)
  }
  closeTransport(connection.host)
}
