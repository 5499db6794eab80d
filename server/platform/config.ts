// The only file that reads the environment, so that every setting is named, checked and explained in one place.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { createSecureContext } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { messageOf } from './errno.ts'
import { readAllowed } from './outbound/allowed.ts'
import { blockedFor, lookUpUser, ownerOf, type RunAs, startedAsRoot } from './run-as.ts'
import { decodeSecret, keptSecret, prepareDataFolder, shortestSecret } from './secret-key.ts'

/** Files in PEM. */
export interface CertificateFiles {
  cert: string
  key: string
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export type Config = {
  /** 0 lets the system choose. */
  port: number
  host: string
  /** Origin under which people reach the desk; no path, no slash at the end. */
  publicUrl: string
  /** null: the embedded database inside the data folder. */
  databaseUrl: string | null
  /** Absolute; exists and belongs to `runAs` once the configuration has been read. */
  dataFolder: string
  /** Whom a start as root becomes; null when the process has no privilege to give up. */
  runAs: RunAs | null
  smtp: { url: string; from: string } | null
  /** Mails that nobody has asked for, of the whole desk; further ones wait. */
  noticesPerHour: number
  /** Where mail is taken; null takes none. */
  mailDoor: { host: string; port: number; lmtp: boolean; tls: CertificateFiles | null } | null
  /** Hosts, addresses and ranges of the operator's own network from which mailboxes may be fetched by IMAP. */
  imapAllow: string[]
  /** Hops in front of the server, or their addresses; false believes no proxy. */
  trustProxy: false | number | string[]
  /** At least 32 bytes. */
  secretKey: Buffer
  logLevel: LogLevel
  /** Connections that one process opens to the database at most. */
  poolSize: number
  /** Bearer token that /metrics asks for; null leaves it to the address the server listens on. */
  metricsToken: string | null
  /** Multiplies every limit on requests and frames. */
  rateFactor: number
  /** Added to the clock in drills that simulate long outages. */
  clockOffsetSeconds: number
}

export type Fault = { variable: string; problem: string; expected: string }

/** Everything that is wrong with the environment, at once. */
export class ConfigError extends Error {
  readonly faults: Fault[]

  constructor(faults: Fault[]) {
    const lines = faults.map(fault => `  ${fault.variable}: ${fault.problem}; expected ${fault.expected}`)
    super([`The configuration has ${faults.length} fault(s):`, ...lines].join('\n'))
    this.name = 'ConfigError'
    this.faults = faults
  }
}

export type Environment = Record<string, string | undefined>

/**
 * Reads and checks the whole configuration. Makes the data folder, and the secret key in it when none is given.
 * @param beside keeps the data in a folder of its own, named after the usual one: `data-demo` for `demo`
 * @throws ConfigError with every fault found
 */
export function readConfig(env: Environment = process.env, beside?: string): Config {
  const faults: Fault[] = []
  const read = reader(env, faults)
  const port = read.integer('PORT', 4400, 0, 65535)
  const place = readPlace(read, beside ? `-${beside}` : '')
  const given = read.parsed(
    'BALLAST_SECRET',
    decodeSecret,
    `at least ${shortestSecret} bytes in hex or base64`,
  )
  const checked: Omit<Config, 'secretKey'> = {
    port,
    host: read.text('HOST') ?? '127.0.0.1',
    publicUrl:
      read.parsed('BALLAST_URL', origin, 'https://desk.example.com (no path)') ?? `http://localhost:${port}`,
    databaseUrl: read.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    ...place,
    smtp: readSmtp(read),
    noticesPerHour: read.integer('BALLAST_NOTICES_PER_HOUR', 2_000, 1, 1_000_000),
    mailDoor: readMailDoor(read),
    imapAllow:
      read.parsed('IMAP_ALLOW', imapHosts, 'hosts, host:port, addresses or ranges, parted by commas') ?? [],
    trustProxy:
      read.parsed('TRUST_PROXY', proxies, 'a number of hops, or addresses parted by commas') ?? false,
    logLevel: read.parsed('LOG_LEVEL', logLevel, `one of ${logLevels.join(', ')}`) ?? 'info',
    poolSize: read.integer('DATABASE_POOL', 10, 2, 500),
    metricsToken: read.parsed('METRICS_TOKEN', longEnough, 'at least 16 characters'),
    rateFactor: read.integer('BALLAST_RATE_FACTOR', 1, 1, 1_000_000),
    clockOffsetSeconds: read.integer('BALLAST_CLOCK_OFFSET_SECONDS', 0, -1e9, 1e9),
  }
  const secretKey = faults.length > 0 ? null : secretIn(checked, given, faults)
  if (!secretKey) throw new ConfigError(faults)
  return { ...checked, secretKey }
}

/** Whether the desk will keep its data in the database that comes with it; asked before anything else is loaded. */
export function usesEmbeddedDatabase(env: Environment = process.env): boolean {
  return !env.DATABASE_URL?.trim()
}

type Reader = ReturnType<typeof reader>

function reader(env: Environment, faults: Fault[]) {
  const text = (variable: string) => env[variable]?.trim() || null
  const parsed = <T>(variable: string, parse: (value: string) => T | null, expected: string): T | null => {
    const value = text(variable)
    const result = value === null ? null : parse(value)
    if (value !== null && result === null)
      faults.push({ variable, problem: problemOf(variable, value), expected })
    return result
  }
  const integer = (variable: string, otherwise: number, least: number, most: number) => {
    const inRange = (value: string) => {
      const number = /^-?\d+$/.test(value) ? Number(value) : Number.NaN
      return number >= least && number <= most ? number : null
    }
    return parsed(variable, inRange, `a whole number from ${least} to ${most}`) ?? otherwise
  }
  const url = (variable: string, protocols: string[]) =>
    parsed(
      variable,
      value => (hasProtocol(value, protocols) ? value : null),
      `a URL with ${protocols.join(' or ')}//`,
    )
  return { text, parsed, integer, url, faults }
}

// A URL or a token may carry a password, and start-up errors end in logs.
function problemOf(variable: string, value: string): string {
  return /URL|SECRET|TOKEN/.test(variable) ? 'the value is not valid' : `“${value}” is not valid`
}

/** The account to become and the folder to keep the data in: each decides what is possible for the other. */
function readPlace(read: Reader, suffix: string): { dataFolder: string; runAs: RunAs | null } {
  const asked = read.text('BALLAST_DATA')
  const checkout = fileURLToPath(new URL('../..', import.meta.url))
  const folder = (asked ? resolve(asked) : join(checkout, 'data')) + suffix
  const name = read.text('BALLAST_USER')
  const named = name ? lookUpUser(name) : null
  const isUnfit = name !== null && (!named || named.uid === 0)
  if (isUnfit) {
    const problem = named ? `“${name}” is root` : `this machine has no user “${name}”`
    read.faults.push({ variable: 'BALLAST_USER', problem, expected: 'the name of an unprivileged user' })
  }
  if (isUnfit || !startedAsRoot()) return { dataFolder: folder, runAs: null }
  const runAs = named ?? usualUser(folder)
  const blocked = runAs && blockedFor(runAs, folder)
  if (!runAs || !blocked) return { dataFolder: folder, runAs }
  if (!asked) return { dataFolder: join('/var/lib/ballast', shortHash(checkout) + suffix), runAs }
  const problem = `the user ${runAs.name} can't enter ${blocked}`
  read.faults.push({ variable: 'BALLAST_DATA', problem, expected: 'a folder which that user can reach' })
  return { dataFolder: folder, runAs }
}

// Whoever owns data that already exists goes on owning it.
function usualUser(folder: string): RunAs | null {
  const owner = ownerOf(folder)
  return (owner ? lookUpUser(owner) : null) ?? lookUpUser('ballast') ?? lookUpUser('nobody')
}

function secretIn(place: { dataFolder: string; runAs: RunAs | null }, given: Buffer | null, faults: Fault[]) {
  try {
    prepareDataFolder(place.dataFolder, place.runAs)
    return given ?? keptSecret(place.dataFolder, place.runAs)
  } catch (error) {
    const problem = messageOf(error)
    faults.push({ variable: 'BALLAST_DATA', problem, expected: 'a folder this user may write to' })
    return null
  }
}

function readSmtp(read: Reader): Config['smtp'] {
  const url = read.url('SMTP_URL', ['smtp:', 'smtps:'])
  const from = read.parsed('MAIL_FROM', mailbox, 'name@example.com or Desk <name@example.com>')
  if (url && !read.text('MAIL_FROM')) {
    const problem = 'missing while SMTP_URL is set'
    read.faults.push({ variable: 'MAIL_FROM', problem, expected: 'the address that mails come from' })
  }
  return url && from ? { url, from } : null
}

function readMailDoor(read: Reader): Config['mailDoor'] {
  const at = read.parsed('MAIL_LISTEN', door, 'smtp://0.0.0.0:2525 or lmtp://127.0.0.1:2424')
  const [cert, key] = [read.text('MAIL_TLS_CERT'), read.text('MAIL_TLS_KEY')]
  if (!cert && !key) return at && { ...at, tls: null }
  const fault = (variable: string, problem: string) => {
    read.faults.push({ variable, problem, expected: 'a file in PEM; certificate and key belong together' })
    return null
  }
  if (!cert) return fault('MAIL_TLS_CERT', 'missing while MAIL_TLS_KEY is set')
  if (!key) return fault('MAIL_TLS_KEY', 'missing while MAIL_TLS_CERT is set')
  try {
    createSecureContext({ cert: readFileSync(cert), key: readFileSync(key) })
  } catch (error) {
    return fault('MAIL_TLS_CERT', `not to be used with MAIL_TLS_KEY (${messageOf(error)})`)
  }
  return at && { ...at, tls: { cert: resolve(cert), key: resolve(key) } }
}

function hasProtocol(value: string, protocols: string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol)
}

function origin(value: string): string | null {
  if (!hasProtocol(value, ['http:', 'https:'])) return null
  const url = new URL(value)
  const isBare = url.pathname === '/' && !url.search && !url.hash && !url.username
  return isBare ? url.origin : null
}

function mailbox(value: string): string | null {
  return /^[^\r\n<>]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/.test(value) ? value : null
}

function door(value: string): Omit<NonNullable<Config['mailDoor']>, 'tls'> | null {
  if (!hasProtocol(value, ['smtp:', 'lmtp:'])) return null
  const { protocol, hostname, port } = new URL(value)
  return hostname && port
    ? { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port), lmtp: protocol === 'lmtp:' }
    : null
}

function imapHosts(value: string): string[] | null {
  const entries = value.split(',').map(entry => entry.trim())
  try {
    readAllowed(entries)
    return entries
  } catch {
    return null
  }
}

function proxies(value: string): number | string[] | null {
  if (/^\d{1,2}$/.test(value)) return Number(value)
  const addresses = value.split(',').map(address => address.trim())
  return addresses.every(isAddressOrRange) ? addresses : null
}

function isAddressOrRange(value: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(value)) return true
  const [address = '', bits = '0', ...rest] = value.split('/')
  const widest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return rest.length === 0 && /^\d+$/.test(bits) && Number(bits) <= widest
}

function logLevel(value: string): LogLevel | null {
  return logLevels.find(level => level === value) ?? null
}

function longEnough(value: string): string | null {
  return value.length >= 16 ? value : null
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
