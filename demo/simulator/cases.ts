// What customers of an exchange write about: one list of cases, told in each language by its own file of words.
import type { Priority, Topic } from '../../contract/conversations.ts'
import type { Language } from '../languages.ts'
import type { TeamName } from '../people.ts'
import { words as en } from './words-en.data.ts'
import { words as zh } from './words-zh.data.ts'

export interface Case {
  topic: Topic
  team: TeamName
  tags: string[]
  priority?: Priority
  /** Where only some assets make sense. */
  assets?: string[]
}

export const cases = {
  memo_missing: {
    topic: 'deposit',
    team: 'money',
    tags: ['missing-deposit', 'memo'],
    assets: ['XRP', 'XLM', 'ATOM'],
  },
  wrong_network: {
    topic: 'deposit',
    team: 'money',
    tags: ['missing-deposit', 'wrong-network'],
    assets: ['USDT', 'USDC', 'ETH'],
  },
  deposit_confirming: {
    topic: 'deposit',
    team: 'money',
    tags: ['confirmations'],
    assets: ['BTC', 'ETH', 'LTC'],
  },
  withdrawal_pending: { topic: 'withdrawal', team: 'money', tags: ['pending-withdrawal'], priority: 'high' },
  withdrawal_wrong_address: { topic: 'withdrawal', team: 'money', tags: ['wrong-address'], priority: 'high' },
  withdrawal_limit: { topic: 'withdrawal', team: 'money', tags: ['limits'] },
  kyc_rejected: { topic: 'account', team: 'security', tags: ['verification'] },
  kyc_pending: { topic: 'account', team: 'security', tags: ['verification'] },
  email_change: { topic: 'account', team: 'security', tags: ['sign-in'] },
  two_factor_lost: { topic: 'security', team: 'security', tags: ['2fa', 'sign-in'], priority: 'high' },
  phishing_mail: { topic: 'security', team: 'security', tags: ['phishing'], priority: 'high' },
  account_taken: { topic: 'security', team: 'security', tags: ['stolen-account'], priority: 'urgent' },
  impostor: { topic: 'security', team: 'security', tags: ['impostor'], priority: 'high' },
  api_2015: { topic: 'api', team: 'trading', tags: ['api', 'error-2015'] },
  api_rate_limit: { topic: 'api', team: 'trading', tags: ['api', 'rate-limit'] },
  api_timestamp: { topic: 'api', team: 'trading', tags: ['api', 'error-1021'] },
  order_not_filled: {
    topic: 'trading',
    team: 'trading',
    tags: ['orders'],
    assets: ['BTC', 'ETH', 'SOL', 'XRP'],
  },
  stop_order: {
    topic: 'trading',
    team: 'trading',
    tags: ['orders', 'stop-limit'],
    assets: ['BTC', 'ETH', 'SOL'],
  },
  liquidation: {
    topic: 'trading',
    team: 'trading',
    tags: ['futures', 'liquidation'],
    assets: ['BTC', 'ETH', 'SOL'],
  },
  fees: { topic: 'trading', team: 'trading', tags: ['fees'] },
  new_listing: { topic: 'listing', team: 'trading', tags: ['listing'], assets: ['AVAX', 'LINK', 'DOT'] },
  delisting: { topic: 'listing', team: 'money', tags: ['delisting'], assets: ['DOGE', 'XLM', 'ATOM'] },
  statement: { topic: 'other', team: 'money', tags: ['statement'] },
  app_fault: { topic: 'other', team: 'trading', tags: ['app'] },
} as const satisfies Record<string, Case>

export type CaseName = keyof typeof cases
export const caseNames = Object.keys(cases) as CaseName[]
export const caseOf = (name: CaseName): Case => cases[name]

/** How a case is told; `turns` alternate, the agent first. `{asset}` and the like are filled by `facts.ts`. */
export interface Told {
  openings: readonly string[]
  turns: readonly string[]
}

export interface Words {
  told: Record<CaseName, Told>
  /** What customers add, by mood. */
  greetings: readonly string[]
  urgent: readonly string[]
  polite: readonly string[]
  waiting: readonly string[]
  leaving: readonly string[]
  thanks: readonly string[]
  /** Words of the other language that slip in, by the word they replace. */
  mixed: Readonly<Record<string, string>>
  emoji: { calm: readonly string[]; upset: readonly string[]; glad: readonly string[] }
  agent: {
    /** To somebody who wrote something that no script knows. */
    unknown: readonly string[]
    unknownAgain: readonly string[]
    goodbye: readonly string[]
    notes: readonly string[]
  }
}

export const wordsIn: Record<Language, Words> = { en, zh }
