// Asks the name system for TXT records.
import { Resolver } from 'node:dns/promises'
import type { DNSResolver } from 'mailauth'

/** The TXT records at a name, each in one piece; none when there is no such name. Throws when nobody answers. */
export async function textsAt(name: string, resolver?: DNSResolver): Promise<string[]> {
  try {
    const records = await (resolver ? resolver(name, 'TXT') : askedServers().resolveTxt(name))
    return (records as string[][]).map(pieces => pieces.join(''))
  } catch (error) {
    if (['ENOTFOUND', 'ENODATA'].includes((error as { code?: string }).code ?? '')) return []
    throw error
  }
}

const askedServers = () => new Resolver({ timeout: 2_000, tries: 2 })
