// Address fields: postal-mime knows their grammar; this bounds what it gets and cleans what it gives.
import { addressParser } from 'postal-mime'
import { caps } from './caps.ts'
import { hideWords } from './encoded-words.ts'
import type { MailAddress } from './mail.ts'
import { oneLine } from './one-line.ts'

export interface Addresses {
  addresses: MailAddress[]
  cut: boolean
}

/** All addresses of these fields, groups dissolved; entries without an address are left out. */
export function readAddresses(fields: readonly string[]): Addresses {
  const found: MailAddress[] = []
  let cut = false
  for (const field of fields) {
    if (found.length > caps.addresses) break
    const whole = wholeAddresses(field)
    cut ||= whole.length < field.length
    for (const address of parseField(whole)) if (isAddress(address)) found.push(address)
  }
  return { addresses: found.slice(0, caps.addresses), cut: cut || found.length > caps.addresses }
}

/** The author. A name cut at its comma is put together again; without any address, only the name. */
export function readAuthor(field: string | null): MailAddress | null {
  if (!field) return null
  const entries = parseField(wholeAddresses(field))
  const at = entries.findIndex(isAddress)
  if (at < 0) return entries[0] ?? null
  const name = entries
    .slice(0, at + 1)
    .map(entry => entry.name)
    .filter(Boolean)
    .join(', ')
  return { name: oneLine(name, caps.name), address: entries[at]!.address }
}

const isAddress = ({ address }: MailAddress) => address.includes('@')

function wholeAddresses(field: string): string {
  if (field.length <= caps.addressFieldLength) return field
  const kept = field.slice(0, caps.addressFieldLength)
  return kept.slice(0, Math.max(0, kept.lastIndexOf(',')))
}

function parseField(field: string): MailAddress[] {
  const { hidden, show } = hideWords(field.replaceAll(/[\r\n\t]/g, ' '))
  const shown = (entry: MailAddress) => {
    const clean = { name: oneLine(show(entry.name), caps.name), address: plain(show(entry.address)) }
    return isAddress(clean) ? clean : withAddressInName(clean)
  }
  const entries = flat(hidden).map(shown)
  if (entries.some(isAddress) || !hidden.includes('@')) return entries
  // `Name (name@example.com)`: a comment counts where there is nothing else.
  return flat(hidden.replaceAll(/\(([^()\s@]{1,64}@[^()\s@]{1,255})\)/g, '<$1>')).map(shown)
}

const flat = (field: string): MailAddress[] =>
  addressParser(field, { flatten: true }).map(({ name, address }) => ({ name, address: address ?? '' }))

/** `=?…?=` around name and address together, or an address in quotes. */
function withAddressInName(entry: MailAddress): MailAddress {
  const found = /^([^<>]{0,200})<([^<>\s@]{1,64}@[^<>\s@]{1,255})>$/.exec(entry.name)
  return found ? { name: found[1]!.trim(), address: plain(found[2]!) } : entry
}

const longestAddress = 320

const plain = (address: string) => address.replaceAll(/[\s\p{Cc}\p{Cf}<>"']/gu, '').slice(0, longestAddress)
