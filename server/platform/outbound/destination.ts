// Turns a URL that a stranger chose into addresses that may be connected to, or refuses it before anything is sent.
import { isIP } from 'node:net'
import { isPublic } from './addresses.ts'
import type { Allowed } from './allowed.ts'
import { isPublicName } from './names.ts'
import { isOpenPort } from './ports.ts'
import { OutboundRefused } from './refused.ts'
import type { Resolve } from './resolve.ts'

export interface Destination {
  url: URL
  /** A name, or an address without brackets. */
  host: string
  port: number
  isSecure: boolean
  /** Checked; only these may be connected to. At least one. */
  addresses: string[]
}

const longestUrl = 8_192
/** Of each family; a name with a thousand addresses would make the desk knock at a thousand doors. */
const mostAddresses = 3

/**
 * Checks everything about a URL, asks for the host's addresses once and checks each of them.
 * @throws OutboundRefused
 */
export async function findDestination(
  text: string,
  allowed: Allowed,
  resolve: Resolve,
  signal: AbortSignal,
): Promise<Destination> {
  const { url, host, port } = readUrl(text)
  const addresses = await findAddresses({ host, port }, { allowed, resolve, isOpenPort }, signal)
  return { url, host, port, isSecure: url.protocol === 'https:', addresses }
}

export interface Rules {
  allowed: Allowed
  resolve: Resolve
  /** Whether a port may be called on public addresses. */
  isOpenPort(port: number): boolean
}

/**
 * Checks a port, asks for the host's addresses once and checks each of them. `host` is spelled as URLs do, without brackets.
 * @throws OutboundRefused
 */
export async function findAddresses(
  { host, port }: Pick<Destination, 'host' | 'port'>,
  { allowed, resolve, isOpenPort }: Rules,
  signal: AbortSignal,
): Promise<string[]> {
  if (!isOpenPort(port) && !allowed.port(port)) throw new OutboundRefused('port')
  const isOwn = allowed.host(host, port)
  const found = await addressesOf(host, isOwn, resolve, signal)
  const mayReach = (address: string) =>
    isIP(address) !== 0 &&
    (isOwn || allowed.address(address, port) || (isOpenPort(port) && isPublic(address)))
  // One bad address among good ones is enough: which of them would be taken is for the other side to choose.
  if (found.length === 0 || !found.every(mayReach)) {
    throw new OutboundRefused(isOpenPort(port) ? 'address' : 'port')
  }
  const ofFamily = (family: number) =>
    found.filter(address => isIP(address) === family).slice(0, mostAddresses)
  return [...ofFamily(4), ...ofFamily(6)]
}

/** What can be told from the URL alone. It is read as browsers read it, so odd spellings of addresses are plain from here on. */
function readUrl(text: string): { url: URL; host: string; port: number } {
  if (text.length > longestUrl || !URL.canParse(text)) throw new OutboundRefused('url')
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new OutboundRefused('scheme')
  if (url.username !== '' || url.password !== '') throw new OutboundRefused('credentials')
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1)
  const host = url.hostname.startsWith('[') ? url.hostname.slice(1, -1) : url.hostname
  const usual = url.protocol === 'https:' ? 443 : 80
  return { url, host, port: url.port === '' ? usual : Number(url.port) }
}

async function addressesOf(
  host: string,
  isOwn: boolean,
  resolve: Resolve,
  signal: AbortSignal,
): Promise<string[]> {
  if (isIP(host) !== 0) return [host]
  if (!isOwn && !isPublicName(host)) throw new OutboundRefused('address')
  return resolve(host, { isOwn, signal })
}
