// Asks for the addresses of a host, once for each connection.
import { lookup, Resolver } from 'node:dns/promises'
import { OutboundRefused } from './refused.ts'

/**
 * All addresses of a host name. `isOwn`: the operator named the host, so the machine's own list of hosts counts too.
 * Empty, or OutboundRefused, when there are none.
 */
export type Resolve = (host: string, asked: { isOwn: boolean; signal: AbortSignal }) => Promise<string[]>

/** A name that has no addresses of one family, or isn't there. */
const nothing = new Set(['ENODATA', 'ENOTFOUND'])

/** Asks the machine's name servers, or those given (`address:port`) in tests. */
export const resolveBy =
  (servers?: string[]): Resolve =>
  (host, { isOwn, signal }) =>
    isOwn ? lookUp(host) : askServers(host, signal, servers)

async function lookUp(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true, order: 'verbatim' }).catch(answerOrFault)
  return found.map(each => (typeof each === 'string' ? each : each.address))
}

// getaddrinfo keeps one of four threads waiting for as long as a stranger's name server likes; this doesn't.
async function askServers(host: string, signal: AbortSignal, servers?: string[]): Promise<string[]> {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 })
  if (servers) resolver.setServers(servers)
  const cancel = () => resolver.cancel()
  signal.addEventListener('abort', cancel)
  try {
    const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
    const found = [four, six].flatMap(each => (each.status === 'fulfilled' ? each.value : []))
    if (found.length > 0) return found
    return [four, six].flatMap(each => (each.status === 'rejected' ? answerOrFault(each.reason) : []))
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

function answerOrFault(error: unknown): string[] {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (nothing.has(code)) return []
  throw new OutboundRefused('unreachable')
}
