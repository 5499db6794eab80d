// The desk for a command that works beside the server: no port, no jobs.
import { join } from 'node:path'
import type pg from 'pg'
import { type App, createApp } from '../app.ts'
import { systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import type { Log } from '../platform/log.ts'

/** Close it afterwards. Throws what the database throws. */
export const openApp = (config: Config, connection: pg.ClientConfig, log: Log): Promise<App> =>
  createApp({
    connection,
    poolSize: 2,
    filesFolder: join(config.dataFolder, 'files'),
    publicUrl: config.publicUrl,
    secretKey: config.secretKey,
    clock: systemClock(config.clockOffsetSeconds),
    log,
    trustProxy: false,
    metricsToken: null,
  })
