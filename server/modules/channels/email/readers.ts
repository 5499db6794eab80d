// Everybody who gets one mail, and what became of it for each.
import { domainToASCII } from 'node:url'
import type { RefusedRecipient } from '../tables.ts'

interface Row {
  recipient: string
  cc: string[]
  bcc: string[]
  taken: string[]
  refused: RefusedRecipient[]
}

/** However an address is written, it is one reader's. */
export function readerOf(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`.toLowerCase()
}

/** Those for whom no server has taken the mail yet, nor refused it for good; each once, the first one first. */
export function readersLeft({ recipient, cc, bcc, taken, refused }: Row): string[] {
  const settled = new Set([...taken, ...refused.map(({ address }) => address)].map(readerOf))
  const all = new Map([recipient, ...cc, ...bcc].toReversed().map(address => [readerOf(address), address]))
  return [...all.entries()]
    .toReversed()
    .filter(([reader]) => !settled.has(reader))
    .map(([, address]) => address)
}
