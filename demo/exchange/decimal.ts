// Money is counted in whole hundred-millionths, never in floating point: 0.1 + 0.2 is 0.3 here.

const places = 8
const one = 10n ** BigInt(places)

/** The amount in hundred-millionths; null for anything that isn't a plain positive decimal with at most 8 places. */
export function units(text: string): bigint | null {
  const match = /^(\d{1,15})(?:\.(\d{1,8}))?$/.exec(text.trim())
  return match ? BigInt(match[1]!) * one + BigInt((match[2] ?? '').padEnd(places, '0')) : null
}

/** As people write it, without needless zeros. */
export function decimal(amount: bigint): string {
  const sign = amount < 0n ? '-' : ''
  const digits = (amount < 0n ? -amount : amount).toString().padStart(places + 1, '0')
  return sign + `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '')
}

/** `amount` × `price`, rounded down to the last place. */
export const times = (amount: bigint, price: bigint): bigint => (amount * price) / one

/** With thousands set apart; every digit stays. */
export function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.')
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? parted : `${parted}.${fraction}`
}
