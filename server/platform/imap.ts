// Opens connections to IMAP servers that administrators name: only to addresses that were checked, and with TLS unless told otherwise.
import { isIP } from 'node:net'
import { ImapFlow, type ImapFlowOptions } from 'imapflow'
import type { ImapFault, ImapSecurity } from '../../contract/imap.ts'
import { readAllowed } from './outbound/allowed.ts'
import { before } from './outbound/before.ts'
import { answering } from './outbound/connect.ts'
import { findAddresses } from './outbound/destination.ts'
import { isMailboxPort } from './outbound/ports.ts'
import { OutboundRefused } from './outbound/refused.ts'
import { type Resolve, resolveBy } from './outbound/resolve.ts'

export interface ImapServer {
  host: string
  port: number
  security: ImapSecurity
  user: string
  password: string
}

export interface ImapSettings {
  /** Hosts, `host:port`, addresses and ranges of the operator's own network; without a port for 143 and 993. */
  allow?: readonly string[]
  /** A certificate authority to believe besides the usual ones, in PEM. */
  ca?: string
  resolve?: Resolve
  /** Before a first new try, in milliseconds; 1,000 when left out. */
  firstWaitMs?: number
}

export interface Imap {
  /**
   * Connects and signs in. Aborting closes the connection, whatever it does.
   * @param largestBytes of one answer of the server
   * @throws ImapFailure
   */
  open(server: ImapServer, largestBytes: number, signal: AbortSignal): Promise<ImapFlow>
  firstWaitMs: number
}

/** Why there is no connection, or not any more. */
export class ImapFailure extends Error {
  readonly fault: ImapFault

  constructor(fault: ImapFault, cause?: unknown) {
    super(`IMAP: ${fault}`, { cause })
    this.name = 'ImapFailure'
    this.fault = fault
  }
}

const connectMs = 15_000
/** Longer than a server needs for 30 MB over a slow line to send the next piece of it. */
const silenceMs = 60_000
/** Below the half hour after which servers may hang up, and the minutes after which a router forgets. */
const idleMs = 240_000
const idleDelayMs = 200

export function createImap({
  allow = [],
  ca,
  resolve = resolveBy(),
  firstWaitMs = 1_000,
}: ImapSettings = {}): Imap {
  const allowed = readAllowed(allow, isMailboxPort)
  const rules = { allowed, resolve, isOpenPort: isMailboxPort }

  async function find({ host: text, port, security }: ImapServer, signal: AbortSignal) {
    const host = hostOf(text)
    const addresses = await before(signal, findAddresses({ host, port }, rules, signal))
    const isNamed = allowed.host(host, port) || addresses.every(address => allowed.address(address, port))
    if (security === 'plain' && !isNamed) throw new ImapFailure('imap_plain_refused')
    return { host, addresses }
  }

  return {
    firstWaitMs,
    open: async (server, largestBytes, signal) => {
      const patience = AbortSignal.any([signal, AbortSignal.timeout(connectMs)])
      try {
        const { host, addresses } = await find(server, patience)
        const client = new ImapFlow(optionsOf({ ...server, host }, addresses, largestBytes, ca))
        // What it reports here fails the command that runs, or is followed by `close`.
        client.on('error', () => {})
        const close = () => client.close()
        signal.addEventListener('abort', close)
        client.once('close', () => signal.removeEventListener('abort', close))
        if (signal.aborted) client.close()
        await client.connect()
        return client
      } catch (error) {
        throw asFailure(error)
      }
    },
  }
}

const optionsOf = (
  { host, port, security, user, password }: ImapServer,
  addresses: string[],
  largestBytes: number,
  ca: string | undefined,
): ImapFlowOptions => ({
  host,
  port,
  secure: security === 'tls',
  doSTARTTLS: security === 'starttls' ? true : security === 'plain' ? false : undefined,
  auth: { user, pass: password },
  logger: false,
  clientInfo: { name: 'Ballast' },
  // Nobody is asked for the addresses a second time, so what was checked is what is connected to.
  tls: { lookup: answering(addresses), rejectUnauthorized: true, ...(ca && { ca }) },
  connectionTimeout: connectMs,
  greetingTimeout: connectMs,
  socketTimeout: silenceMs,
  maxIdleTime: idleMs,
  autoIdleDelay: idleDelayMs,
  disableCompression: true,
  maxLineLength: largestBytes,
  maxLiteralSize: largestBytes,
  maxResponseSize: 2 * largestBytes,
})

/** As URLs spell it: lower case, Punycode, an address in its one spelling. */
function hostOf(text: string): string {
  const url = `http://${isIP(text) === 6 ? `[${text}]` : text}/`
  const { hostname = '', href = '' } = URL.canParse(url) ? new URL(url) : {}
  if (href !== `http://${hostname}/`) throw new OutboundRefused('url')
  return hostname.replace(/^\[|\]$|\.$/g, '')
}

const certificate = /CERT|SELF_SIGNED|UNABLE_TO|ISSUER/
const unreachable = /^(E[A-Z]+|CONNECT_TIMEOUT|NoConnection|ClosedAfterConnect\w+|GREETING_TIMEOUT)$/

/** The fault behind whatever a connection throws. */
export function asFailure(error: unknown): ImapFailure {
  if (error instanceof ImapFailure) return error
  return new ImapFailure(faultOf(error), error)
}

function faultOf(error: unknown): ImapFault {
  if (error instanceof OutboundRefused) {
    return ['unreachable', 'time'].includes(error.reason) ? 'imap_unreachable' : 'imap_address'
  }
  const {
    code = '',
    authenticationFailed,
    tlsFailed,
    serverResponseCode,
    name,
  } = (error ?? {}) as Record<string, any>
  if (name === 'TimeoutError') return 'imap_unreachable'
  if (authenticationFailed)
    return serverResponseCode === 'UNAVAILABLE' ? 'imap_failed' : 'imap_wrong_password'
  if (certificate.test(code)) return 'imap_certificate'
  if (tlsFailed || code === 'EPROTO' || String(code).startsWith('ERR_SSL')) return 'imap_no_tls'
  return unreachable.test(code) ? 'imap_unreachable' : 'imap_failed'
}
