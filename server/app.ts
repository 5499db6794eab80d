// The one place that builds everything; the server, the commands and every test start here.
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { DNSResolver } from 'mailauth'
import pg from 'pg'
import {
  type ImapWatch,
  type ImportWatch,
  listenForMail,
  type MailDoor,
  type MailListener,
  watchImap,
  watchImports,
  widgetAncestors,
} from './modules/channels/index.ts'
import { authenticateCustomer } from './modules/customers/index.ts'
import { authenticateStaff, keyPrefix } from './modules/identity/index.ts'
import { writeNotes, writeViews } from './modules/knowledge/index.ts'
import { type Bus, createBus } from './platform/bus.ts'
import type { Clock } from './platform/clock.ts'
import { type Actor, type Desk, nobody } from './platform/context.ts'
import { openDatabase } from './platform/db.ts'
import type { DeskEvent } from './platform/events.ts'
import { addFaces } from './platform/faces.ts'
import { filesOwner } from './platform/files-owner.ts'
import { createHttp } from './platform/http.ts'
import { createHub, type Hub } from './platform/hub.ts'
import { newId } from './platform/ids.ts'
import { createImap, type ImapSettings } from './platform/imap.ts'
import { createJobRunner, type JobRunner, migrateJobs } from './platform/jobs.ts'
import type { Log } from './platform/log.ts'
import { createMailer, type SmtpSettings } from './platform/mail.ts'
import { createMetrics } from './platform/metrics.ts'
import { migrate } from './platform/migrate.ts'
import { createNodes } from './platform/nodes.ts'
import { addOperations } from './platform/operations.ts'
import { createOwnJobs } from './platform/own-jobs.ts'
import { addPages } from './platform/pages.ts'
import { createRealtime, type Live } from './platform/realtime.ts'
import { createSecrets } from './platform/secrets.ts'
import type { Patience } from './platform/slow-senders.ts'
import { localStorage } from './platform/storage.ts'
import { createDesk } from './platform/transact.ts'
import { background, reactions } from './reactions.ts'
import { realtime as realtimeModules } from './realtime.ts'
import { routes } from './routes.ts'
import { jobs, ownTasks, schedule } from './schedule.ts'
import { site, realtime as siteRealtime } from './site/index.ts'

export interface AppOptions {
  connection: pg.ClientConfig
  poolSize: number
  /** Where uploads are kept. */
  filesFolder: string
  publicUrl: string
  secretKey: Buffer
  clock: Clock
  log: Log
  trustProxy: boolean | number | string[]
  metricsToken: string | null
  /** Multiplies every limit on requests and frames; 1 unless given. */
  rateFactor?: number
  /** How long slow senders are waited for, in milliseconds; the usual when left out. */
  patience?: Partial<Patience>
  /** Without it the console shows links to hand over. */
  smtp?: SmtpSettings | null
  /** How many mails that nobody has asked for go out in an hour; 2,000 unless given. */
  noticesPerHour?: number
  /** Where mail is taken; nowhere when left out. */
  mailDoor?: MailDoor | null
  /** Which servers of the operator’s own network mailboxes may be fetched from; none when left out. */
  imap?: ImapSettings
  /** Answers questions to the name system about senders of mail; the machine's own when left out. */
  mailResolver?: DNSResolver
  /** How long its answers hold, in milliseconds; a minute when left out. */
  mailNamesHoldMs?: number
  /** Where the built console and widget are; the checkout's own `dist` when left out. */
  facesFolder?: string
}

export interface App {
  http: FastifyInstance
  desk: Desk
  hub: Hub
  pool: pg.Pool
  nodeId: string
  jobs: JobRunner
  /** The port at which mail is taken, once started. */
  mailPort(): number | undefined
  /** Connects to the other nodes and starts working on jobs. */
  start(options?: { jobs: boolean }): Promise<void>
  /** Lets everybody go in order: sockets, requests, jobs, database. */
  close(): Promise<void>
}

/** Brings the schema up to date and builds a node that is ready to listen. */
export async function createApp(options: AppOptions): Promise<App> {
  const { log, clock } = options
  const nodeId = newId()
  let draining = false
  const secrets = createSecrets(options.secretKey)
  const { pool, db } = openDatabase({
    connection: options.connection,
    poolSize: options.poolSize,
    onError: error => {
      if (!draining) log.warn({ err: error }, 'a database connection was lost')
    },
  })
  await prepareDatabase(options, pool)

  const nodes = createNodes({ pool, nodeId, log })
  const hub = createHub()
  const metrics = createMetrics(pool, hub)
  let deliver = async (_: DeskEvent[]): Promise<void> => {}
  const hear = (events: DeskEvent[]) => {
    deliver(events).catch(error => log.error({ err: error }, 'events not shown live'))
  }
  const ownJobs = createOwnJobs(nodeId, ownTasks, log)
  const desk = createDesk({
    pool,
    db,
    clock,
    log,
    secrets,
    storage: localStorage(options.filesFolder),
    publicUrl: options.publicUrl,
    mail: createMailer(options.smtp ?? null, {
      resolver: options.mailResolver,
      namesHoldMs: options.mailNamesHoldMs,
      noticesPerHour: options.noticesPerHour ?? 2_000,
    }),
    imap: createImap(options.imap),
    nodeId,
    ownJobs,
    reactions,
    background,
    hasCompany: nodes.hasCompany,
    onCommitted: events => {
      metrics.observe(events)
      hear(events)
    },
  })
  await desk.storage.ownEmpty(await filesOwner(desk.read(nobody)))
  let bus: Bus | undefined
  const live: Omit<Live, 'recheck'> = { desk, hub, nodeId, signal: signal => bus?.signal(signal) }
  const publicOrigin = new URL(options.publicUrl).origin
  const http = await createHttp({
    desk,
    log,
    routes,
    uploadPaths: site.pages.filter(page => page.upload).map(page => page.path),
    authenticate: request => authenticate(desk, request),
    publicOrigin,
    trustProxy: options.trustProxy,
    rateFactor: options.rateFactor ?? 1,
    patience: options.patience ?? {},
  })
  metrics.watch(http)
  addOperations(http, {
    pool,
    registry: metrics.registry,
    draining: () => draining,
    metricsToken: options.metricsToken,
  })
  addPages(http, { desk, site, rateFactor: options.rateFactor ?? 1 })
  addFaces(http, {
    folder: options.facesFolder ?? join(import.meta.dirname, '../dist'),
    publicOrigin,
    widgetAncestors: () => widgetAncestors(desk.read(nobody)),
  })
  const realtime = createRealtime(http, {
    live,
    log,
    modules: [...realtimeModules, siteRealtime],
    authenticateCookie: request => authenticateCookie(desk, request),
    rateFactor: options.rateFactor ?? 1,
    authenticateToken: token => authenticateToken(desk, token),
    originAllowed: (origin, cookie) => !cookie || origin === publicOrigin,
  })
  deliver = realtime.deliver
  bus = createBus({
    connection: options.connection,
    pool,
    nodeId,
    log,
    hasCompany: nodes.hasCompany,
    onGreeting: nodes.greeted,
    onEvents: hear,
    onSignal: realtime.receiveSignal,
  })
  const runner = createJobRunner({
    pool,
    desk,
    clock,
    log,
    nodes,
    reactions,
    jobs,
    ownTasks,
    ownJobs,
    schedule,
    background,
  })

  let mailListener: MailListener | undefined
  let imapWatch: ImapWatch | undefined
  let importWatch: ImportWatch | undefined

  return {
    http,
    desk,
    hub,
    pool,
    nodeId,
    jobs: runner,
    mailPort: () => mailListener?.port,
    start: async ({ jobs: work } = { jobs: true }) => {
      await bus.start()
      await nodes.start()
      if (work) await runner.start()
      if (options.mailDoor) mailListener = await listenForMail(desk, options.mailDoor)
      imapWatch = watchImap(desk, nodeId)
      importWatch = watchImports(desk, nodeId)
    },
    close: async () => {
      draining = true
      await importWatch?.close()
      await imapWatch?.close()
      await mailListener?.close()
      await realtime.close()
      await http.close()
      await writeViews(desk).catch(error => log.warn({ err: error }, 'views of articles were not counted'))
      await runner.stop()
      await writeNotes(desk)
      await nodes.stop()
      await bus.stop()
      await pool.end()
    },
  }
}

async function prepareDatabase({ connection, log }: AppOptions, pool: pg.Pool): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await migrate(client, log)
  } finally {
    await client.end()
  }
  await migrateJobs(pool, log)
}

async function authenticate(desk: Desk, request: FastifyRequest): Promise<Actor> {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  return token ? authenticateToken(desk, token) : authenticateCookie(desk, request.raw)
}

function authenticateCookie(desk: Desk, request: IncomingMessage): Promise<Actor> {
  return authenticateStaff(desk, { cookieHeader: request.headers.cookie })
}

async function authenticateToken(desk: Desk, token: string): Promise<Actor> {
  return token.startsWith(`${keyPrefix}_`)
    ? authenticateStaff(desk, { token })
    : authenticateCustomer(desk, token)
}
