// What is typed into a field for several addresses: which they are, and which of them are none.
import { EmailAddress } from '../../../contract/common.ts'
import { mostCopies } from '../../../contract/outbound-mail.ts'

/** The pieces between commas, semicolons and spaces. `Bo <bo@x.example>` gives the address alone. */
export const addressesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;\n]+/)
      .flatMap(piece => /<([^<>]*)>/.exec(piece)?.[1]?.trim() ?? piece.trim().split(/\s+/))
      .filter(Boolean),
  ),
]

export type AddressFault = { kind: 'wrong' | 'own'; text: string } | { kind: 'many' }

/** The first thing that is wrong with them; `own` are addresses of the desk, with anything behind a plus. */
export function faultIn(addresses: readonly string[], own: readonly string[]): AddressFault | undefined {
  const wrong = addresses.find(address => !EmailAddress.safeParse(address).success)
  if (wrong !== undefined) return { kind: 'wrong', text: wrong }
  const ours = addresses.find(address => isOwn(address, own))
  if (ours !== undefined) return { kind: 'own', text: ours }
  return addresses.length > mostCopies ? { kind: 'many' } : undefined
}

/** Whether mail to an address comes to the desk itself. */
export const isOwn = (address: string, own: readonly string[]): boolean =>
  own.includes(address.toLowerCase().replace(/\+[^@]*@/, '@'))
