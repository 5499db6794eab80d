// Three made-up customers of the exchange and what happened to their money; times are minutes ago.

export type DepositState = 'confirming' | 'credited' | 'held'
export type WithdrawalState = 'review' | 'processing' | 'completed' | 'cancelled'
export type OrderState = 'open' | 'filled' | 'cancelled'

export interface GivenOrder {
  id: string
  pair: string
  side: 'buy' | 'sell'
  type: 'limit' | 'market' | 'stop_limit'
  /** As a share of the price at that time. */
  price: number
  amount: string
  filled: string
  state: OrderState
  ago: number
}

export interface GivenDeposit {
  id: string
  asset: string
  network: string
  amount: string
  state: DepositState
  confirmations: number
  needed: number
  tx: string
  ago: number
}

export interface GivenWithdrawal {
  id: string
  asset: string
  network: string
  amount: string
  fee: string
  to: string
  state: WithdrawalState
  tx: string | null
  ago: number
}

export interface GivenAccount {
  uid: string
  name: string
  email: string
  phone: string
  locale: 'en' | 'zh'
  level: 0 | 1 | 2
  verification: 'approved' | 'rejected'
  secondFactor: boolean
  memberSince: string
  /** What isn't bound in open orders. */
  available: Record<string, string>
  orders: GivenOrder[]
  deposits: GivenDeposit[]
  withdrawals: GivenWithdrawal[]
}

export const accounts: readonly GivenAccount[] = [
  {
    uid: '31415926',
    name: 'Alba Arden',
    email: 'alba.arden@mail.northquay.example',
    phone: '+00 ••• ••• 418',
    locale: 'en',
    level: 2,
    verification: 'approved',
    secondFactor: true,
    memberSince: '2023-04-11',
    available: {
      USDT: '18240.57',
      BTC: '0.41205',
      ETH: '6.2184',
      SOL: '38.5',
    },
    orders: [
      {
        id: 'O-48210337',
        pair: 'BTC/USDT',
        side: 'buy',
        type: 'limit',
        price: 0.988,
        amount: '0.02',
        filled: '0',
        state: 'open',
        ago: 47,
      },
      {
        id: 'O-48210102',
        pair: 'BTC/USDT',
        side: 'sell',
        type: 'stop_limit',
        price: 0.945,
        amount: '0.05',
        filled: '0',
        state: 'open',
        ago: 190,
      },
      {
        id: 'O-48198820',
        pair: 'ETH/USDT',
        side: 'buy',
        type: 'market',
        price: 1,
        amount: '1.5',
        filled: '1.5',
        state: 'filled',
        ago: 1_310,
      },
    ],
    deposits: [
      {
        id: 'DP-5520141',
        asset: 'USDT',
        network: 'Ethereum (ERC20)',
        amount: '15000',
        state: 'credited',
        confirmations: 12,
        needed: 12,
        tx: '0x7be1c0a4d2f98e3356a10b47cc1f0de29b8a64f17d035ce2a98b1146fe0d73b5',
        ago: 2_890,
      },
    ],
    withdrawals: [
      {
        id: 'WD-7713052',
        asset: 'ETH',
        network: 'Ethereum (ERC20)',
        amount: '2.4',
        fee: '0.0012',
        to: '0x4c1E0000000000000000000000000000000000A7',
        state: 'review',
        tx: null,
        ago: 185,
      },
      {
        id: 'WD-7698811',
        asset: 'BTC',
        network: 'Bitcoin',
        amount: '0.1',
        fee: '0.00008',
        to: 'bc1q00000000000000000000000000000000000000',
        state: 'completed',
        tx: '9f4e12c7a05b83d6e1b2740f9c8d3a6655e07194bb2cd8f3a1e65d90c47b2e18',
        ago: 8_700,
      },
    ],
  },
  {
    uid: '27182818',
    name: '林晓岚',
    email: 'lin.xiaolan@mail.northquay.example',
    phone: '+00 ••• ••• 902',
    locale: 'zh',
    level: 1,
    verification: 'approved',
    secondFactor: true,
    memberSince: '2025-08-30',
    available: { USDT: '1204.18', XRP: '350', DOGE: '4200' },
    orders: [
      {
        id: 'O-48209914',
        pair: 'XRP/USDT',
        side: 'buy',
        type: 'limit',
        price: 0.982,
        amount: '500',
        filled: '350',
        state: 'open',
        ago: 88,
      },
      {
        id: 'O-48171145',
        pair: 'DOGE/USDT',
        side: 'buy',
        type: 'market',
        price: 1,
        amount: '4200',
        filled: '4200',
        state: 'filled',
        ago: 3_020,
      },
    ],
    deposits: [
      {
        id: 'DP-5523907',
        asset: 'XRP',
        network: 'XRP Ledger',
        amount: '1250',
        state: 'held',
        confirmations: 1,
        needed: 1,
        tx: '4D608D68C0B37625D96626D4F0DA20F0ABAEA15CA2214556734BBF878335292B',
        ago: 74,
      },
      {
        id: 'DP-5519002',
        asset: 'USDT',
        network: 'Ethereum (ERC20)',
        amount: '2000',
        state: 'credited',
        confirmations: 12,
        needed: 12,
        tx: '0x19c2de7740ab53f18e6d20c9a7b4413f5ec8820d96fa31b7c05de48a21f79b60',
        ago: 4_400,
      },
    ],
    withdrawals: [],
  },
  {
    uid: '16180339',
    name: 'Jarek Thorne',
    email: 'jarek.thorne@mail.northquay.example',
    phone: '+00 ••• ••• 077',
    locale: 'en',
    level: 0,
    verification: 'rejected',
    secondFactor: false,
    memberSince: '2026-10-02',
    available: { USDT: '412.06', LTC: '3.25' },
    orders: [
      {
        id: 'O-48210011',
        pair: 'LTC/USDT',
        side: 'sell',
        type: 'limit',
        price: 1.06,
        amount: '1',
        filled: '0',
        state: 'cancelled',
        ago: 260,
      },
    ],
    deposits: [
      {
        id: 'DP-5524110',
        asset: 'LTC',
        network: 'Litecoin',
        amount: '2.5',
        state: 'confirming',
        confirmations: 2,
        needed: 6,
        tx: 'c0a7e15d3b9f42680e71da54bb90c3f2178e6a40d5c93b1fe8427a06d19b5c34',
        ago: 9,
      },
    ],
    withdrawals: [
      {
        id: 'WD-7714400',
        asset: 'USDT',
        network: 'Ethereum (ERC20)',
        amount: '300',
        fee: '4',
        to: '0x0000000000000000000000000000000000C0FFEE',
        state: 'cancelled',
        tx: null,
        ago: 1_520,
      },
    ],
  },
]
