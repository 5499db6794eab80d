// A wrong setting must be named at start, all of them at once, and a right one must arrive as it was meant.
import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type Config, ConfigError, type Environment, readConfig, usesEmbeddedDatabase } from './config.ts'
import { blockedFor, lookUpUser, startedAsRoot } from './run-as.ts'

const home = mkdtempSync(join(tmpdir(), 'ballast-config-'))
chmodSync(home, 0o755)
after(() => rmSync(home, { recursive: true }))
const data = join(home, 'data')
const read = (env: Environment) => readConfig({ BALLAST_DATA: data, ...env })

function faultsOf(env: Environment): string[] {
  try {
    read(env)
    return []
  } catch (error) {
    assert.ok(error instanceof ConfigError)
    return error.faults.map(fault => fault.variable)
  }
}

test('an empty environment is a working desk', () => {
  const { dataFolder, secretKey, runAs, ...rest } = read({})
  assert.equal(dataFolder, data)
  assert.equal(secretKey.length, 32)
  assert.equal(runAs === null, !startedAsRoot())
  assert.deepEqual(rest, {
    port: 4400,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:4400',
    databaseUrl: null,
    smtp: null,
    noticesPerHour: 2_000,
    mailDoor: null,
    imapAllow: [],
    trustProxy: false,
    logLevel: 'info',
    poolSize: 10,
    metricsToken: null,
    rateFactor: 1,
    clockOffsetSeconds: 0,
  })
})

const right: [Environment, Partial<Config>][] = [
  [{ PORT: '0' }, { port: 0 }],
  [{ PORT: ' 8080 ' }, { port: 8080, publicUrl: 'http://localhost:8080' }],
  [{ PORT: '' }, { port: 4400 }],
  [{ HOST: '::' }, { host: '::' }],
  [{ BALLAST_URL: 'https://desk.example.com/' }, { publicUrl: 'https://desk.example.com' }],
  [{ DATABASE_URL: 'postgres://u:p@db/x' }, { databaseUrl: 'postgres://u:p@db/x' }],
  [{ DATABASE_URL: 'postgresql://db/x' }, { databaseUrl: 'postgresql://db/x' }],
  [
    { SMTP_URL: 'smtp://mail:25', MAIL_FROM: 'Desk <help@x.io>' },
    { smtp: { url: 'smtp://mail:25', from: 'Desk <help@x.io>' } },
  ],
  [
    { MAIL_LISTEN: 'smtp://0.0.0.0:2525' },
    { mailDoor: { host: '0.0.0.0', port: 2525, lmtp: false, tls: null } },
  ],
  [{ MAIL_LISTEN: 'lmtp://[::1]:2424' }, { mailDoor: { host: '::1', port: 2424, lmtp: true, tls: null } }],
  [{ IMAP_ALLOW: '10.1.0.0/16, mail.lan:1143' }, { imapAllow: ['10.1.0.0/16', 'mail.lan:1143'] }],
  [{ TRUST_PROXY: '2' }, { trustProxy: 2 }],
  [{ TRUST_PROXY: '10.0.0.0/8, ::1,loopback' }, { trustProxy: ['10.0.0.0/8', '::1', 'loopback'] }],
  [{ BALLAST_SECRET: 'ab'.repeat(32) }, { secretKey: Buffer.alloc(32, 0xab) }],
  [{ BALLAST_SECRET: Buffer.alloc(40, 7).toString('base64') }, { secretKey: Buffer.alloc(40, 7) }],
  [{ LOG_LEVEL: 'debug' }, { logLevel: 'debug' }],
  [{ DATABASE_POOL: '25' }, { poolSize: 25 }],
  [{ METRICS_TOKEN: 'x'.repeat(16) }, { metricsToken: 'x'.repeat(16) }],
  [{ BALLAST_NOTICES_PER_HOUR: '50' }, { noticesPerHour: 50 }],
  [{ BALLAST_RATE_FACTOR: '100' }, { rateFactor: 100 }],
  [{ BALLAST_CLOCK_OFFSET_SECONDS: '-7200' }, { clockOffsetSeconds: -7200 }],
]

for (const [env, expected] of right) {
  test(`takes ${JSON.stringify(env)}`, () => {
    const config: Record<string, unknown> = read(env)
    for (const [key, value] of Object.entries(expected)) assert.deepEqual(config[key], value)
  })
}

const wrong: [Environment, string][] = [
  [{ PORT: '65536' }, 'PORT'],
  [{ PORT: '80x' }, 'PORT'],
  [{ BALLAST_URL: 'desk.example.com' }, 'BALLAST_URL'],
  [{ BALLAST_URL: 'https://desk.example.com/help' }, 'BALLAST_URL'],
  [{ DATABASE_URL: 'mysql://db/x' }, 'DATABASE_URL'],
  [{ SMTP_URL: 'http://mail', MAIL_FROM: 'a@b.c' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtp://mail' }, 'MAIL_FROM'],
  [{ MAIL_FROM: 'a@b.c\r\nBcc: d@e.f' }, 'MAIL_FROM'],
  [{ MAIL_LISTEN: 'http://0.0.0.0:25' }, 'MAIL_LISTEN'],
  [{ MAIL_LISTEN: 'smtp://0.0.0.0' }, 'MAIL_LISTEN'],
  [{ MAIL_TLS_CERT: '/etc/hostname' }, 'MAIL_TLS_KEY'],
  [{ MAIL_TLS_KEY: '/etc/hostname' }, 'MAIL_TLS_CERT'],
  [{ MAIL_TLS_CERT: '/dev/null', MAIL_TLS_KEY: '/no/such/key' }, 'MAIL_TLS_CERT'],
  [{ IMAP_ALLOW: '10.0.0.0/33' }, 'IMAP_ALLOW'],
  [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY'],
  [{ TRUST_PROXY: '10.0.0.0/33' }, 'TRUST_PROXY'],
  [{ BALLAST_SECRET: 'short' }, 'BALLAST_SECRET'],
  [{ BALLAST_SECRET: 'ab'.repeat(31) }, 'BALLAST_SECRET'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  [{ DATABASE_POOL: '1' }, 'DATABASE_POOL'],
  [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN'],
  [{ BALLAST_NOTICES_PER_HOUR: '0' }, 'BALLAST_NOTICES_PER_HOUR'],
  [{ BALLAST_RATE_FACTOR: '0' }, 'BALLAST_RATE_FACTOR'],
  [{ BALLAST_CLOCK_OFFSET_SECONDS: '1.5' }, 'BALLAST_CLOCK_OFFSET_SECONDS'],
  [{ BALLAST_USER: 'no such user' }, 'BALLAST_USER'],
  [{ BALLAST_USER: 'root' }, 'BALLAST_USER'],
  [{ BALLAST_DATA: '/dev/null/data' }, 'BALLAST_DATA'],
]

for (const [env, variable] of wrong) {
  test(`refuses ${JSON.stringify(env)}`, () => assert.deepEqual(faultsOf(env), [variable]))
}

test('names every fault at once and repeats no secret', () => {
  const env = {
    PORT: 'x',
    LOG_LEVEL: 'y',
    BALLAST_SECRET: 'hunter2',
    DATABASE_URL: 'mysql://root:hunter2@db',
  }
  assert.throws(
    () => read(env),
    (error: Error) => {
      assert.match(error.message, /^The configuration has 4 fault/)
      assert.match(error.message, /PORT: “x” is not valid; expected a whole number from 0 to 65535/)
      assert.doesNotMatch(error.message, /hunter2/)
      return true
    },
  )
})

test('the secret is made once, for its owner alone', () => {
  const first = read({})
  assert.deepEqual(read({}).secretKey, first.secretKey)
  const file = join(data, 'secret.key')
  assert.equal(statSync(file).mode & 0o777, 0o600)
  assert.equal(statSync(data).mode & 0o777, 0o700)
  assert.equal(statSync(file).uid, first.runAs?.uid ?? process.getuid?.())
  assert.deepEqual(Buffer.from(readFileSync(file, 'utf8'), 'base64'), first.secretKey)
})

test('a folder closed to others is reported as the obstacle', () => {
  const closed = join(home, 'closed')
  mkdirSync(join(closed, 'inner'), { recursive: true })
  chmodSync(closed, 0o700)
  const stranger = { name: 'stranger', uid: 4_000_000, gid: 4_000_000 }
  assert.equal(blockedFor(stranger, join(closed, 'inner', 'not-there-yet')), closed)
  assert.equal(blockedFor(stranger, home), null)
  const faults = faultsOf({ BALLAST_DATA: join(closed, 'data') })
  assert.deepEqual(faults, startedAsRoot() ? ['BALLAST_DATA'] : [])
})

test('users are found by name and by number', () => {
  const nobody = lookUpUser('nobody')
  assert.ok(nobody)
  assert.deepEqual(lookUpUser(nobody.uid), nobody)
  assert.equal(lookUpUser('--version'), null)
})

test('the embedded database is used unless a server is named', () => {
  assert.equal(usesEmbeddedDatabase({}), true)
  assert.equal(usesEmbeddedDatabase({ DATABASE_URL: ' ' }), true)
  assert.equal(usesEmbeddedDatabase({ DATABASE_URL: 'postgres://db' }), false)
})
