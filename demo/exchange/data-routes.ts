// The customers' accounts, orders, deposits and withdrawals as JSON, as a support desk would read them from an exchange.
import type { FastifyInstance } from 'fastify'
import type { Account } from './account-shapes.ts'
import type { Bank } from './bank.ts'

/** Adds `/api/accounts`, `/api/accounts/:uid` and `/api/accounts/:uid/{orders,deposits,withdrawals}`. */
export function addData(app: FastifyInstance, bank: Bank): void {
  const about = (show: (account: Account) => unknown) => ({
    handler: async (request: { params: unknown }, reply: { code(status: number): unknown }) => {
      const account = bank.account((request.params as { uid: string }).uid)
      if (account) return show(account)
      reply.code(404)
      return { error: 'not_found' }
    },
  })
  app.get('/api/accounts', async () => ({ accounts: bank.accounts().map(profile) }))
  app.get('/api/accounts/:uid', about(profile))
  app.get(
    '/api/accounts/:uid/orders',
    about(({ orders }) => ({ orders })),
  )
  app.get(
    '/api/accounts/:uid/deposits',
    about(({ deposits }) => ({ deposits })),
  )
  app.get(
    '/api/accounts/:uid/withdrawals',
    about(({ withdrawals }) => ({ withdrawals })),
  )
}

const profile = ({ orders: _o, deposits: _d, withdrawals: _w, ...rest }: Account) => rest
