// The markets of the made-up exchange: a price for every moment, the same for the same moment, so that nothing is stored.

export interface Market {
  /** In addresses: `BTC-USDT`. */
  slug: string
  base: string
  quote: string
  name: string
  start: number
  /** Decimals of a price and of an amount. */
  decimals: number
  amountDecimals: number
}

const market = (
  base: string,
  name: string,
  start: number,
  decimals: number,
  amountDecimals: number,
): Market => ({
  slug: `${base}-USDT`,
  base,
  quote: 'USDT',
  name,
  start,
  decimals,
  amountDecimals,
})

export const markets: readonly Market[] = [
  market('BTC', 'Bitcoin', 96_400, 1, 5),
  market('ETH', 'Ether', 3_380, 2, 4),
  market('SOL', 'Solana', 214, 2, 3),
  market('XRP', 'XRP', 1.42, 4, 1),
  market('DOGE', 'Dogecoin', 0.382, 5, 0),
  market('LTC', 'Litecoin', 92.4, 2, 3),
  market('AVAX', 'Avalanche', 36.1, 2, 2),
  market('LINK', 'Chainlink', 15.4, 3, 2),
]

export const marketOf = (slug: string): Market | undefined => markets.find(one => one.slug === slug)

const minute = 60_000
/** Waves of the price: how long (ms), and how far it moves (share). */
const waves = [
  [36 * 60 * minute, 0.05],
  [5 * 60 * minute, 0.018],
  [50 * minute, 0.007],
  [8 * minute, 0.0028],
  [70_000, 0.001],
  [6_000, 0.0003],
] as const

/** The price at an instant (ms). */
export function priceAt({ base, start }: Market, at: number): number {
  const moved = waves.reduce(
    (sum, [length, far], index) => sum + wave(`${base}${index}`, at / length) * far,
    0,
  )
  return start * Math.exp(moved)
}

/** Smooth noise between −1 and 1: random values at whole numbers, eased in between. */
function wave(name: string, x: number): number {
  const left = Math.floor(x)
  const t = x - left
  const eased = t * t * (3 - 2 * t)
  return (1 - eased) * chance(name, left) + eased * chance(name, left + 1)
}

/** Between −1 and 1, always the same for the same name and number. */
function chance(name: string, n: number): number {
  let mixed = 2_166_136_261 ^ n
  for (let at = 0; at < name.length; at++) mixed = Math.imul(mixed ^ name.charCodeAt(at), 16_777_619)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2_147_483_648 - 1
}

export interface Candle {
  at: number
  open: number
  high: number
  low: number
  close: number
}

/** The last `count` candles of `length` ms, oldest first. */
export function candles(of: Market, now: number, count: number, length: number): Candle[] {
  const last = Math.floor(now / length)
  return Array.from({ length: count }, (_, index) => {
    const at = (last - count + 1 + index) * length
    const until = Math.min(now, at + length)
    const prices = Array.from({ length: 9 }, (_, n) => priceAt(of, at + ((until - at) * n) / 8))
    return { at, open: prices[0]!, close: prices[8]!, high: Math.max(...prices), low: Math.min(...prices) }
  })
}

export interface Level {
  price: number
  amount: number
}

/** Offers beside the price, the best first; they change every two seconds. */
export function orderBook(of: Market, now: number, depth: number): { asks: Level[]; bids: Level[] } {
  const middle = priceAt(of, now)
  const turn = Math.floor(now / 2_000)
  const level = (side: 1 | -1, index: number): Level => {
    const step = middle * 0.00006 * (index + 1 + Math.abs(chance(`${of.base}${side}`, turn + index)) / 2)
    const worth = 400 + 9_000 * Math.abs(chance(`${side}${of.base}`, turn * 31 + index)) ** 3 * (index + 2)
    return { price: middle + side * step, amount: worth / middle }
  }
  const side = (sign: 1 | -1) => Array.from({ length: depth }, (_, index) => level(sign, index))
  return { asks: side(1), bids: side(-1) }
}

export interface Trade extends Level {
  at: number
  buy: boolean
}

/** The newest `count` trades. */
export function lastTrades(of: Market, now: number, count: number): Trade[] {
  const turn = Math.floor(now / 1_400)
  return Array.from({ length: count }, (_, index) => {
    const n = turn - index
    const at = n * 1_400 - Math.abs(chance(of.base, n)) * 900
    const price = priceAt(of, at)
    return {
      at,
      price,
      amount: (30 + 6_000 * Math.abs(chance('size', n)) ** 5) / price,
      buy: chance('side', n) > 0,
    }
  })
}

export interface Ticker {
  price: number
  /** Share of the price a day before. */
  change: number
  high: number
  low: number
  /** In the quote currency. */
  volume: number
}

export function ticker(of: Market, now: number): Ticker {
  const day = candles(of, now, 25, 60 * minute)
  const price = priceAt(of, now)
  const before = priceAt(of, now - 24 * 60 * minute)
  const volume =
    of.start ** 0.25 * 21_000_000 * (1.2 + chance(`${of.base}v`, Math.floor(now / (60 * minute))) / 3)
  return {
    price,
    change: price / before - 1,
    high: Math.max(...day.map(candle => candle.high)),
    low: Math.min(...day.map(candle => candle.low)),
    volume,
  }
}
