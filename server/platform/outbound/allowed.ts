// What the operator lets the desk reach in their own network: nothing, until it is named.
import { BlockList, isIP } from 'node:net'
import { plainAddress } from './addresses.ts'
import { isName } from './names.ts'
import { isOpenPort as isWebPort } from './ports.ts'

export interface Allowed {
  /** Whether the operator named this host itself, so that it may stand for any address. */
  host(host: string, port: number): boolean
  address(address: string, port: number): boolean
  /** Whether any entry names this very port. */
  port(port: number): boolean
}

interface Entry {
  /** Null: every port that is open to strangers too. */
  port: number | null
  name: string | null
  addresses: BlockList
}

/**
 * Reads entries such as `10.1.2.0/24`, `10.1.2.3:8443`, `[fd00::1]:8443`, `fd00::1`, `hooks.internal`, `hooks.internal:8443`.
 * @param isOpenPort for which ports an entry without one holds: those of the web when left out
 * @throws RangeError that names the first entry which is none of these
 */
export function readAllowed(entries: readonly string[], isOpenPort = isWebPort): Allowed {
  const read = entries.map(readEntry)
  const fits = (entry: Entry, port: number) =>
    entry.port === port || (entry.port === null && isOpenPort(port))
  return {
    host: (host, port) => read.some(entry => entry.name === host && fits(entry, port)),
    address(address, port) {
      const plain = plainAddress(address)
      if (plain === null) return false
      const family = isIP(plain) === 4 ? 'ipv4' : 'ipv6'
      return read.some(entry => entry.addresses.check(plain, family) && fits(entry, port))
    },
    port: port => read.some(entry => entry.port === port),
  }
}

function readEntry(text: string): Entry {
  const entry = text.includes('/') ? readRange(text) : readHost(text)
  if (!entry) throw new RangeError(`“${text}” is no host, host:port, address or range of addresses`)
  return entry
}

function readRange(text: string): Entry | null {
  const [address = '', bits = '', ...rest] = text.split('/')
  const family = isIP(address)
  const isWhole = /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)
  if (family === 0 || address.includes('%') || !isWhole || rest.length > 0) return null
  const addresses = new BlockList()
  addresses.addSubnet(address, Number(bits), family === 4 ? 'ipv4' : 'ipv6')
  return { port: null, name: null, addresses }
}

function readHost(text: string): Entry | null {
  const [, host = text, digits] = (isIP(text) === 6 ? null : /^(.*):(\d{1,5})$/.exec(text)) ?? []
  const port = digits === undefined ? null : Number(digits)
  if (port !== null && (port < 1 || port > 65_535)) return null
  const addresses = new BlockList()
  const address = plainAddress(host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host)
  if (address !== null) {
    addresses.addAddress(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')
    return { port, name: null, addresses }
  }
  // As URLs spell it, so that the two can be compared.
  const name = URL.canParse(`http://${host}/`) ? new URL(`http://${host}/`).hostname : ''
  return host !== '' && isName(name) && isIP(name) === 0 && !/[/?#@\\:]/.test(host)
    ? { port, name, addresses }
    : null
}
