// The facts of one story (asset, network, amount, numbers), chosen together so that they fit each other.
import { fill } from '../../locales/fill.ts'
import type { Language } from '../languages.ts'
import { exchange } from '../people.ts'
import { type CaseName, caseOf } from './cases.ts'
import type { Random } from './random.ts'

export type Facts = Readonly<Record<string, string>>

interface Asset {
  networks: readonly string[]
  confirmations: number
  /** In USDT, roughly. */
  price: number
  /** What a withdrawal costs, in the asset. */
  fee: string
  decimals: number
}

const assets: Record<string, Asset> = {
  BTC: { networks: ['Bitcoin'], confirmations: 2, price: 96_400, fee: '0.00008', decimals: 5 },
  ETH: { networks: ['Ethereum (ERC20)'], confirmations: 12, price: 3_380, fee: '0.0012', decimals: 4 },
  USDT: { networks: ['Ethereum (ERC20)'], confirmations: 12, price: 1, fee: '4', decimals: 2 },
  USDC: { networks: ['Ethereum (ERC20)'], confirmations: 12, price: 1, fee: '4', decimals: 2 },
  SOL: { networks: ['Solana'], confirmations: 1, price: 214, fee: '0.008', decimals: 3 },
  XRP: { networks: ['XRP Ledger'], confirmations: 1, price: 1.42, fee: '0.2', decimals: 1 },
  XLM: { networks: ['Stellar'], confirmations: 1, price: 0.28, fee: '0.02', decimals: 1 },
  ATOM: { networks: ['Cosmos'], confirmations: 1, price: 6.9, fee: '0.02', decimals: 2 },
  LTC: { networks: ['Litecoin'], confirmations: 6, price: 92, fee: '0.001', decimals: 3 },
  DOGE: { networks: ['Dogecoin'], confirmations: 20, price: 0.38, fee: '4', decimals: 0 },
  AVAX: { networks: ['Avalanche C-Chain'], confirmations: 12, price: 36, fee: '0.02', decimals: 2 },
  LINK: { networks: ['Ethereum (ERC20)'], confirmations: 12, price: 15.4, fee: '0.3', decimals: 2 },
  DOT: { networks: ['Polkadot'], confirmations: 25, price: 6.1, fee: '0.1', decimals: 2 },
}

const usual = ['BTC', 'ETH', 'USDT', 'SOL', 'XRP', 'LTC']
/** Chains that share Ethereum's addresses: there a wrong choice still reaches one's own address. */
const sameAddress = ['BNB Smart Chain (BEP20)', 'Polygon', 'Arbitrum One', 'Base', 'Optimism']
const tagged = new Set(['XRP'])

/** Draws the facts for a story about `name`. */
export function drawFacts(random: Random, name: CaseName, language: Language, uid?: string): Facts {
  const asset = random.pick(caseOf(name).assets ?? usual)
  const about = assets[asset]!
  const worth = random.skewed(40, 9_000)
  const price = about.price * (0.94 + random.next() * 0.1)
  const pair = asset === 'USDT' || asset === 'USDC' ? 'BTC/USDT' : `${asset}/USDT`
  return {
    asset,
    pair,
    network: random.pick(about.networks),
    wrong: random.pick(sameAddress),
    confirmations: String(about.confirmations),
    fee: about.fee,
    amount: trimmed(worth / about.price, about.decimals),
    qty: trimmed((worth * 3) / about.price, about.decimals),
    price: trimmed(price, price > 1_000 ? 1 : price > 10 ? 2 : 4),
    memo: memoName(asset, language),
    tx: transactionId(random, asset),
    withdrawal: `WD-${random.between(1_000_000, 9_999_999)}`,
    order: `O-${random.between(10_000_000, 99_999_999)}`,
    uid: uid ?? String(random.between(20_000_000, 89_999_999)),
    // An address from the range that is reserved for documentation.
    ip: `203.0.113.${random.between(2, 250)}`,
    minutes: String(random.between(12, 95)),
    days: String(random.between(3, 6)),
    site: exchange.name,
  }
}

const memoName = (asset: string, language: Language): string =>
  language === 'zh'
    ? tagged.has(asset)
      ? '标签（Tag）'
      : '备注（Memo）'
    : tagged.has(asset)
      ? 'destination tag'
      : 'memo'

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const likeEthereum = new Set(['ETH', 'USDT', 'USDC', 'LINK', 'AVAX', 'DOT'])

/** As each chain writes them. */
function transactionId(random: Random, asset: string): string {
  if (asset === 'SOL') return Array.from({ length: 88 }, () => random.pick(base58.split(''))).join('')
  if (likeEthereum.has(asset)) return `0x${random.hex(64)}`
  return asset === 'XRP' || asset === 'ATOM' ? random.hex(64).toUpperCase() : random.hex(64)
}

function trimmed(amount: number, decimals: number): string {
  const text = amount.toFixed(decimals)
  return decimals === 0 ? (text === '0' ? '1' : text) : text.replace(/\.?0+$/, '') || text
}

/** Puts facts into a text; one that isn't there would be a mistake in the words. */
export const tell = (text: string, facts: Facts): string => fill('en', text, facts)
