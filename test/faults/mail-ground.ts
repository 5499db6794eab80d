// What faults of mail are tried on: a desk in this very process, with a clock to move, a door for mail, and a server behind it.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type pg from 'pg'
import { type App, type AppOptions, createApp } from '../../server/app.ts'
import { settableClock } from '../../server/platform/clock.ts'
import { silentLog } from '../../server/platform/log.ts'
import { createStaff, staffHeaders } from '../factories.ts'
import type { TestDesk } from '../harness.ts'
import { type Person, person } from '../person.ts'
import { createDatabase, secretKey, type World } from './ground.ts'
import { type MailSink, startMailSink } from './mail-sink.ts'
import { freePort } from './ports.ts'

export interface MailGround {
  app: App
  /** Stands still until it is moved, unless another one was given. */
  clock: ReturnType<typeof settableClock>
  pool: pg.Pool
  sink: MailSink
  admin: Person
  mailboxId: string
  filesFolder: string
  /** Hands a mail to the desk as another mail server does. */
  mail(given: { from: string; raw: string }): Promise<void>
  close(): Promise<void>
}

export const help = 'help@faults.test'

/** The jobs run in `app.jobs.settle()`, unless they are to `work` by themselves. */
export async function createMailGround(
  world: World,
  name: string,
  { works = false, ...options }: Partial<AppOptions> & { works?: boolean } = {},
): Promise<MailGround> {
  const folder = join(world.folder, name)
  mkdirSync(folder)
  const filesFolder = join(folder, 'files')
  const sink = await startMailSink()
  const clock = (options.clock ?? settableClock(new Date())) as MailGround['clock']
  const publicUrl = `http://127.0.0.1:${await freePort()}`
  const app = await createApp({
    connection: { ...world.cluster.connection, database: await createDatabase(world, name) },
    poolSize: 10,
    filesFolder,
    publicUrl,
    secretKey,
    clock,
    log: silentLog(),
    trustProxy: false,
    metricsToken: null,
    rateFactor: 10_000,
    smtp: { url: `smtp://127.0.0.1:${sink.port}`, from: 'desk@faults.test' },
    mailDoor: { host: '127.0.0.1', port: 0, lmtp: false },
    mailResolver: async host => {
      throw Object.assign(new Error(`no ${host}`), { code: 'ENOTFOUND' })
    },
    ...options,
  })
  await app.start({ jobs: works })
  // The factories need no more of a desk than this.
  const desk = { app, options: { publicUrl } } as unknown as TestDesk
  const boss = await createStaff(desk, { email: 'boss@faults.test', role: 'administrator' })
  const admin = person(
    () => app.http,
    async () => ({ ...(await staffHeaders(desk, boss)), origin: publicUrl }),
  )
  const { body } = await admin.post('/api/mailboxes', { address: help, name: 'Help' })
  const transport = createTransport({
    host: '127.0.0.1',
    port: app.mailPort()!,
    ignoreTLS: true,
    pool: true,
    maxMessages: Number.POSITIVE_INFINITY,
  })
  return {
    app,
    clock,
    pool: app.pool,
    sink,
    admin,
    mailboxId: body.id,
    filesFolder,
    mail: async ({ from, raw }) => {
      await transport.sendMail({ envelope: { from, to: help }, raw })
    },
    close: async () => {
      transport.close()
      await app.close()
      await sink.stop()
    },
  }
}

/** A plain mail, as it is on its way. */
export const mailOf = (from: string, id: string, body: string, more: string[] = []): string =>
  [
    ...more,
    `From: <${from}>`,
    `To: <${help}>`,
    `Message-ID: <${id}@customer.test>`,
    'Subject: My deposit',
    'Date: Mon, 2 Mar 2026 09:00:00 +0000',
    '',
    body,
    '',
  ].join('\r\n')
