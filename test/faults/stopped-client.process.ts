// A member of staff's client in a process of its own, so that it can be stopped as a sleeping machine is.
import { actAsBrowsers } from './browser-sockets.ts'
import { createClient } from './client.ts'
import { createHistory } from './history.ts'

interface Order {
  origin: string
  base: string
  conversationIds: string[]
}

process.once('message', ({ origin, base, conversationIds }: Order) => {
  actAsBrowsers(origin)
  const client = createClient({
    name: 'stopped',
    side: 'staff',
    base,
    conversationIds,
    history: createHistory(),
  })
  setInterval(() => {
    const upTo = Object.fromEntries(conversationIds.map(id => [id, client.threads.of(id).upTo]))
    process.send!({ there: client.there(), upTo })
  }, 200)
})

process.once('disconnect', () => process.exit(0))
