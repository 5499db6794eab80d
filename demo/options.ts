// What `npm run demo` can be asked for, checked before anything starts.
import { parseArgs } from 'node:util'
import { DemoError } from './desk/prepare.ts'

export interface DemoOptions {
  /** Throws away what the demo's desk holds, and fills it anew. */
  fresh: boolean
  /** Customers a minute while the market is calm. */
  rate: number
  /** The same seed gives the same people and stories. */
  seed: number
  exchangePort: number
  help: boolean
}

export const usage = `npm run demo -- [--fresh] [--rate CUSTOMERS_PER_MINUTE] [--seed NUMBER]

  --fresh   throw away what the demo's desk holds, and fill it anew
  --rate    how many customers write in a calm minute (7.5; 0 to 600)
  --seed    another number gives other people and stories (1)

PORT and DEMO_EXCHANGE_PORT choose the ports of desk and exchange (4400 and 4401).`

const mostPerMinute = 600

/** @throws DemoError that says what is wrong */
export function readOptions(args: string[], env: Record<string, string | undefined>): DemoOptions {
  const { fresh = false, help = false, rate = '7.5', seed = '1' } = parsed(args)
  return {
    fresh,
    help,
    rate: numberIn('--rate', rate, 0, mostPerMinute),
    seed: numberIn('--seed', seed, 0, 2 ** 32 - 1),
    exchangePort: numberIn('DEMO_EXCHANGE_PORT', env.DEMO_EXCHANGE_PORT?.trim() || '4401', 1, 65_535),
  }
}

function parsed(args: string[]) {
  const options = {
    fresh: { type: 'boolean' },
    help: { type: 'boolean' },
    rate: { type: 'string' },
    seed: { type: 'string' },
  } as const
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    throw new DemoError(`${(error as Error).message}\n\n${usage}`)
  }
}

function numberIn(name: string, text: string, least: number, most: number): number {
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  throw new DemoError(`${name}: “${text}” is not a number from ${least} to ${most}.`)
}
