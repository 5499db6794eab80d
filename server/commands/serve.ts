// Runs one node: database, desk, server; as root only until everything is loaded; and ends it in order.

import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type App, type AppOptions, createApp } from '../app.ts'
import { systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import { becomeUnprivileged } from '../platform/drop-root.ts'
import { createLog, type Log } from '../platform/log.ts'
import { connect } from './connect.ts'

export interface Node {
  app: App
  /** Where it listens. */
  port: number
  log: Log
  stop(): Promise<void>
}

/** After this long, a node that is asked to end ends, whatever still runs. */
const patienceMs = 10_000

/**
 * Starts a node; resolves when it accepts requests. `prepare` is called before, with the database there and root not
 * given up yet.
 */
export async function startNode(
  config: Config,
  prepare?: (options: AppOptions) => Promise<void>,
): Promise<Node> {
  // Whoever sits before a terminal is told in sentences; the log is for machines, and for what goes wrong.
  const log = createLog(config.logLevel === 'info' && process.stdout.isTTY ? 'warn' : config.logLevel)
  const database = await connect(config, log)
  try {
    const options: AppOptions = {
      connection: database.connection,
      poolSize: config.poolSize,
      filesFolder: join(config.dataFolder, 'files'),
      publicUrl: config.publicUrl,
      secretKey: config.secretKey,
      clock: systemClock(config.clockOffsetSeconds),
      log,
      trustProxy: config.trustProxy,
      metricsToken: config.metricsToken,
      rateFactor: config.rateFactor,
      smtp: config.smtp,
      noticesPerHour: config.noticesPerHour,
      mailDoor: config.mailDoor,
      imap: { allow: config.imapAllow },
    }
    await prepare?.(options)
    const app = await createApp(options)
    becomeUnprivileged(config)
    await app.start()
    await app.http.listen({ port: config.port, host: config.host })
    const { port } = app.http.server.address() as AddressInfo
    log.info({ port, nodeId: app.nodeId }, 'listening')
    return { app, port, log, stop: once(() => stop(app, database, log)) }
  } catch (error) {
    await database.stop()
    throw error
  }
}

async function stop(app: App, database: { stop(): Promise<void> }, log: Log): Promise<void> {
  log.info('stopping')
  const forced = setTimeout(() => {
    log.error('stopping took too long')
    // The database is ended all the same: it would be left running, with nobody to look after it.
    void database.stop().finally(() => process.exit(1))
  }, patienceMs)
  await app.close()
  await database.stop()
  clearTimeout(forced)
  log.info('stopped')
}

/** Ends the node when the system asks; a second signal doesn't wait. */
export function stopOnSignals(stopAll: () => Promise<void>): void {
  let asked = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1)
      asked = true
      stopAll().then(
        () => process.exit(0),
        error => {
          process.stderr.write(`${String(error)}\n`)
          process.exit(1)
        },
      )
    })
  }
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined
  return () => {
    running ??= work()
    return running
  }
}
