// What the exchange tells about a customer, also as JSON: amounts are decimal strings, times ISO 8601 in UTC.
import type { GivenAccount, GivenDeposit, GivenOrder, GivenWithdrawal } from './accounts.data.ts'

type Dated<T> = Omit<T, 'ago'> & { uid: string; createdAt: string }
export type Order = Omit<Dated<GivenOrder>, 'price'> & { price: string }
export type Deposit = Dated<GivenDeposit>
export type Withdrawal = Dated<GivenWithdrawal>

export interface Balance {
  available: string
  inOrders: string
}

export type Account = Omit<GivenAccount, 'available' | 'orders' | 'deposits' | 'withdrawals'> & {
  balances: Record<string, Balance>
  orders: Order[]
  deposits: Deposit[]
  withdrawals: Withdrawal[]
}
