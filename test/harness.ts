// A whole desk for a test: real database, real commands, its own clock, and people who send requests.
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type pg from 'pg'
import { type App, type AppOptions, createApp } from '../server/app.ts'
import { type Clock, settableClock } from '../server/platform/clock.ts'
import { nobody } from '../server/platform/context.ts'
import type { Db } from '../server/platform/db.ts'
import { silentLog } from '../server/platform/log.ts'
import { createDatabase, stopOwnServer, type TestDatabase } from './databases.ts'
import {
  type Customer,
  customerHeaders,
  type Key,
  keyHeaders,
  type Staff,
  staffHeaders,
} from './factories.ts'
import { type Person, person } from './person.ts'

export interface TestDeskOptions extends Partial<AppOptions> {
  /** Another node on the database, the files and the clock of this one. */
  beside?: TestDesk
  /** Work on jobs as a server does, instead of in `settle()`. */
  jobs?: boolean
}

export interface TestDesk {
  app: App
  /** Of the first desk on a database; stands still until moved. */
  clock: Clock & ReturnType<typeof settableClock>
  /** The query builder, to look behind the curtain. */
  db: Db
  pool: pg.Pool
  options: AppOptions
  /** Sends requests without credentials. */
  nobody: Person
  /** Sends requests with the session of a member of staff, from the console's own origin. */
  as(staff: Staff): Person
  asCustomer(customer: Customer): Person
  asKey(key: Key): Person
  /** Makes all jobs run that are due by the desk's clock, and what follows from them. */
  settle(): Promise<void>
  /** Opens a port of loopback and starts the bus; gives the address, which is also the desk's own origin. */
  listen(): Promise<string>
  /** Happens by itself when the file's tests are over. */
  close(): Promise<void>
}

const open = new Set<TestDesk>()

after(async () => {
  for (const desk of [...open].reverse()) await desk.close()
  await stopOwnServer()
})

/**
 * Builds a desk on a database of its own. Anything of `AppOptions` can be set; a `clock` that is given is used as it
 * is, so `clock.advance` is only there when it has one.
 */
export async function testDesk(options: TestDeskOptions = {}): Promise<TestDesk> {
  const { beside, jobs = false, ...given } = options
  const ground = beside ? groundOf(beside) : await newGround()
  const port = await freePort()
  const appOptions: AppOptions = {
    ...ground.options,
    poolSize: 5,
    log: silentLog(),
    trustProxy: false,
    metricsToken: null,
    publicUrl: beside?.options.publicUrl ?? `http://127.0.0.1:${port}`,
    ...given,
  }
  const app = await createApp(appOptions)
  let closing: Promise<void> | undefined
  const people = peopleOf(() => desk)
  const desk: TestDesk = {
    app,
    clock: appOptions.clock as TestDesk['clock'],
    db: app.desk.read(nobody).db,
    pool: app.pool,
    options: appOptions,
    ...people,
    settle: () => app.jobs.settle(),
    listen: async () => {
      await app.start({ jobs })
      return app.http.listen({ host: '127.0.0.1', port })
    },
    close: () => {
      open.delete(desk)
      closing ??= app.close().then(ground.clear)
      return closing
    },
  }
  open.add(desk)
  return desk
}

interface Ground {
  options: Pick<AppOptions, 'connection' | 'filesFolder' | 'secretKey' | 'clock'>
  clear: () => Promise<void>
}

async function newGround(): Promise<Ground> {
  const database: TestDatabase = await createDatabase()
  const filesFolder = mkdtempSync(join(tmpdir(), 'ballast-files-'))
  const clock = settableClock(new Date('2026-03-02T09:00:00Z'))
  const clear = async () => {
    rmSync(filesFolder, { recursive: true, force: true })
    await database.drop()
  }
  return {
    options: { connection: database.connection, filesFolder, secretKey: Buffer.alloc(32, 7), clock },
    clear,
  }
}

const groundOf = ({ options }: TestDesk): Ground => ({ options, clear: async () => {} })

function peopleOf(desk: () => TestDesk) {
  const origin = () => desk().options.publicUrl
  const someone = (headers: () => Promise<Record<string, string>>) => person(() => desk().app.http, headers)
  return {
    nobody: someone(async () => ({})),
    as: (staff: Staff) => someone(async () => ({ ...(await staffHeaders(desk(), staff)), origin: origin() })),
    asCustomer: (customer: Customer) => someone(async () => customerHeaders(desk(), customer)),
    asKey: (key: Key) => someone(async () => keyHeaders(desk(), key)),
  }
}

/** A port that was free a moment ago: the desk must know its own origin before it listens. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
