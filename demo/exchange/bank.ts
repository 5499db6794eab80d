// Who has what at the made-up exchange: kept in memory, begun anew with every start.
import type { Account, Order } from './account-shapes.ts'
import { type GivenAccount, accounts as given } from './accounts.data.ts'
import { decimal, times, units } from './decimal.ts'
import { type Market, marketOf, priceAt } from './markets.ts'

export interface WantedOrder {
  side: 'buy' | 'sell'
  type: 'limit' | 'market'
  price: string
  amount: string
}

export type OrderFault = 'bad_amount' | 'bad_price' | 'too_small' | 'not_enough'

export interface Bank {
  accounts(): Account[]
  account(uid: string): Account | undefined
  /** Places an order; a market order is filled at once. */
  place(account: Account, market: Market, wanted: WantedOrder): Order | OrderFault
}

const smallest = units('5')!
const takerFee = 1000n // 0.10 % is one in a thousand
let lastOrder = 48_210_400

/** A bank whose past is counted back from `clock` at the start. */
export function openBank(clock: () => Date): Bank {
  const start = clock().getTime()
  const all = given.map(account => dated(account, start))
  return {
    accounts: () => all,
    account: uid => all.find(one => one.uid === uid),
    place: (account, market, wanted) => place(account, market, wanted, clock()),
  }
}

function dated({ available, ...account }: GivenAccount, start: number): Account {
  const at = <T extends { ago: number }>({ ago, ...rest }: T) => ({
    ...rest,
    uid: account.uid,
    createdAt: new Date(start - ago * 60_000).toISOString(),
  })
  const orders = account.orders.map(order => {
    const market = marketOf(order.pair.replace('/', '-'))!
    const price = priceAt(market, start - order.ago * 60_000) * order.price
    return { ...at(order), price: decimal(units(price.toFixed(market.decimals))!) }
  })
  const balances: Account['balances'] = {}
  for (const [asset, amount] of Object.entries(available)) {
    balances[asset] = { available: amount, inOrders: decimal(bound(orders, asset)) }
  }
  return {
    ...account,
    balances,
    orders,
    deposits: account.deposits.map(at),
    withdrawals: account.withdrawals.map(at),
  }
}

/** How much of an asset waits in open orders. */
function bound(orders: readonly Order[], asset: string): bigint {
  const amounts = orders.map(({ state, pair, side, price, amount, filled }) => {
    const [base, quote] = pair.split('/')
    const rest = units(amount)! - units(filled)!
    if (state !== 'open' || asset !== (side === 'sell' ? base : quote)) return 0n
    return side === 'sell' ? rest : times(rest, units(price)!)
  })
  return amounts.reduce((sum, amount) => sum + amount, 0n)
}

function place(account: Account, market: Market, wanted: WantedOrder, now: Date): Order | OrderFault {
  const amount = units(wanted.amount)
  if (!amount) return 'bad_amount'
  const isMarket = wanted.type === 'market'
  const price = units(isMarket ? priceAt(market, now.getTime()).toFixed(market.decimals) : wanted.price)
  if (!price) return 'bad_price'
  const worth = times(amount, price)
  if (worth < smallest) return 'too_small'
  const [pays, cost] = wanted.side === 'buy' ? [market.quote, worth] : [market.base, amount]
  const paying = balanceOf(account, pays)
  const available = units(paying.available)! - cost
  if (available < 0n) return 'not_enough'
  paying.available = decimal(available)
  if (isMarket) {
    const [gets, gained] = wanted.side === 'buy' ? [market.base, amount] : [market.quote, worth]
    const getting = balanceOf(account, gets)
    getting.available = decimal(units(getting.available)! + gained - gained / takerFee)
  } else {
    paying.inOrders = decimal(units(paying.inOrders)! + cost)
  }
  const order: Order = {
    id: `O-${++lastOrder}`,
    uid: account.uid,
    pair: `${market.base}/${market.quote}`,
    side: wanted.side,
    type: wanted.type,
    price: decimal(price),
    amount: decimal(amount),
    filled: isMarket ? decimal(amount) : '0',
    state: isMarket ? 'filled' : 'open',
    createdAt: now.toISOString(),
  }
  account.orders = [order, ...account.orders].slice(0, 50)
  return order
}

function balanceOf(account: Account, asset: string) {
  account.balances[asset] ??= { available: '0', inOrders: '0' }
  return account.balances[asset]
}
