// `npm test`: all that this machine can run, on one PostgreSQL, and at the end what it could not and how to change that.
import { availableParallelism } from 'node:os'
import { finished } from 'node:stream/promises'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import pg from 'pg'
import { findBinaries } from '../server/platform/embedded-postgres.ts'
import { findChromium } from './chromium.ts'
import { environmentOf, makeTemplate } from './databases.ts'
import { findDovecot } from './dovecot.ts'
import { findExim } from './exim.ts'
import { buildFaces } from './faces.ts'
import { testFiles } from './files.ts'
import { findInstalledServer, startInstalledServer, startShippedServer, type TestServer } from './postgres.ts'

interface Missing {
  what: string
  remedy: string
}

const missing: Missing[] = []
const flags = new Set(process.argv.slice(2).filter(argument => argument.startsWith('--')))
const filters = process.argv.slice(2).filter(argument => !argument.startsWith('--'))
const say = (line: string) => process.stdout.write(`${line}\n`)

const files = runnable(testFiles(filters))
if (files.length === 0) {
  say(`No test file matches ${filters.join(' ')}.`)
  process.exitCode = 1
} else {
  await runAll()
}
nameMissing()

function runnable(all: string[]): string[] {
  const inBrowser = all.filter(file => file.startsWith('test/e2e/'))
  const withDovecot = all.filter(file => file.endsWith('.dovecot.test.ts'))
  const withExim = all.filter(file => file.endsWith('.exim.test.ts'))
  const others = all.filter(file => ![...inBrowser, ...withDovecot, ...withExim].includes(file))
  return [
    ...unlessMissing(inBrowser, findChromium(), {
      what: `${inBrowser.length} file(s) of browser tests: no Chromium (or set CHROMIUM_PATH)`,
      remedy: 'apt-get install -y chromium',
    }),
    ...unlessMissing(withDovecot, findDovecot(), {
      what: `${withDovecot.length} file(s) of tests with an IMAP server: no Dovecot`,
      remedy: 'apt-get install -y dovecot-imapd',
    }),
    ...unlessMissing(withExim, findDovecot() && findExim(), {
      what: `${withExim.length} file(s) of tests with a mail server: no Exim, or no Dovecot`,
      remedy: 'apt-get install -y exim4-daemon-light dovecot-imapd',
    }),
    ...others,
  ]
}

function unlessMissing(wanting: string[], found: string | null, otherwise: Missing): string[] {
  if (wanting.length === 0 || found) return wanting
  missing.push(otherwise)
  return []
}

async function runAll(): Promise<void> {
  if (files.some(needsFaces)) await buildFaces(say).catch(report)
  const server = await startServer()
  if (!server) return
  const stop = () => void server.stop().finally(() => process.exit(130))
  process.once('SIGINT', stop).once('SIGTERM', stop)
  process.stdout.once('error', stop) // nobody reads on
  try {
    await makeTemplate(server)
    Object.assign(process.env, environmentOf(server))
    await runFiles()
  } finally {
    await server.stop()
  }
}

function report(error: Error): void {
  say(error.message)
  process.exitCode = 1
}

function needsFaces(file: string): boolean {
  return file.startsWith('test/e2e/') || file === 'test/sizes.test.ts'
}

async function startServer(): Promise<TestServer | null> {
  const url = process.env.TEST_DATABASE_URL
  const installed = url ? null : findInstalledServer()
  if (!flags.has('--server-postgres')) {
    try {
      findBinaries()
      return await startShippedServer()
    } catch (error) {
      missing.push({ what: (error as Error).message, remedy: 'npm ci --include=optional' })
      say('The shipped PostgreSQL is not there; the tests run on an installed one.')
    }
  }
  if (url)
    return await announce({ connection: { connectionString: url }, stop: async () => {}, kill: () => {} })
  if (installed) return await announce(await startInstalledServer(installed))
  missing.push({ what: 'all tests: no PostgreSQL >= 15', remedy: 'apt-get install -y postgresql' })
  process.exitCode = 1
  return null
}

async function announce(server: TestServer): Promise<TestServer> {
  const client = new pg.Client(server.connection)
  await client.connect()
  const { rows } = await client.query<{ version: string }>('select version()')
  await client.end()
  say(`Testing on ${rows[0]!.version.split(' on ')[0]}.`)
  return server
}

async function runFiles(): Promise<void> {
  const stream = run({ files, concurrency: Math.min(8, availableParallelism()), timeout: 300_000 })
  stream.on('test:fail', () => {
    process.exitCode = 1
  })
  const readable = stream.compose(new spec())
  readable.pipe(process.stdout, { end: false })
  await finished(readable)
}

function nameMissing(): void {
  if (missing.length === 0) return
  say('\nNot run on this machine:')
  for (const { what, remedy } of missing) say(`  ${what}\n    ${remedy}`)
  if (process.env.CI) process.exitCode = 1
}
