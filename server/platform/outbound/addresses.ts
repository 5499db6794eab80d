// Which addresses belong to the public internet; whatever is not known to be public is treated as somebody's inside.
import { BlockList, isIP } from 'node:net'

/** The special-purpose registry of IPv4, multicast, and the one public address that clouds answer on from inside. */
const insideFour = ranges('ipv4', [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
])

/** Only 2000::/3 is given out at all; of it, these are special. 6to4 and Teredo would carry a packet to any IPv4 address. */
const givenOut = ranges('ipv6', ['2000::/3'])
const insideSix = ranges('ipv6', ['2001::/23', '2002::/16', '2620:4f:8000::/48', '3ffe::/16', '3fff::/20'])

function ranges(family: 'ipv4' | 'ipv6', all: string[]): BlockList {
  const list = new BlockList()
  for (const range of all) {
    const [address = '', bits] = range.split('/')
    list.addSubnet(address, Number(bits), family)
  }
  return list
}

/** Whether an IPv4 or IPv6 address (no brackets) is public, also the IPv4 address that it may carry inside. */
export function isPublic(address: string): boolean {
  const plain = plainAddress(address)
  if (plain === null) return false
  if (isIP(plain) === 4) return !insideFour.check(plain, 'ipv4')
  const groups = groupsOf(plain)
  if (isTranslated(groups)) return isPublic(fourIn(groups))
  if (!givenOut.check(plain, 'ipv6') || insideSix.check(plain, 'ipv6')) return false
  return !isTunnelled(groups) || isPublic(fourIn(groups))
}

/** The one spelling of an address; IPv4 written as IPv6 (::ffff:0:0/96) becomes IPv4. Null for anything else, and for zones. */
export function plainAddress(address: string): string | null {
  const family = isIP(address)
  if (family === 4) return address
  if (family !== 6 || address.includes('%')) return null
  const six = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const groups = groupsOf(six)
  const isMapped = groups.slice(0, 5).every(group => group === 0) && groups[5] === 0xffff
  return isMapped ? fourIn(groups) : six
}

/** The eight groups of an address in the spelling of URLs. */
function groupsOf(address: string): number[] {
  const [head = [], tail = []] = address
    .split('::')
    .map(part => (part === '' ? [] : part.split(':').map(group => Number.parseInt(group, 16))))
  return [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail]
}

const fourIn = (groups: number[]): string =>
  groups
    .slice(6)
    .flatMap(group => [group >> 8, group & 0xff])
    .join('.')

// 64:ff9b::/96 is how networks without IPv4 reach all of IPv4, so it is as public as what it stands for.
const isTranslated = ([a, b, ...rest]: number[]): boolean =>
  a === 0x64 && b === 0xff9b && rest.slice(0, 4).every(group => group === 0)

// ISATAP: any prefix, then 0:5efe or 200:5efe, then the IPv4 address.
const isTunnelled = (groups: number[]): boolean => (groups[4]! & 0xfcff) === 0 && groups[5] === 0x5efe
