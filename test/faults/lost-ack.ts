// F6: the acknowledgement is lost between commit and answer, and requests arrive twice: the same message, once.
import { randomUUID } from 'node:crypto'
import { check } from './checker/check.ts'
import { createGround, type Ground, type World } from './ground.ts'
import { text } from './load.ts'
import { type Proxy, startProxy } from './proxy.ts'
import { secondsUntil, until } from './waiting.ts'

export async function lostAck(world: World): Promise<void> {
  const { figures, short } = world
  let proxy: Proxy | undefined
  const ground = await createGround(world, {
    name: 'F6',
    customers: 12,
    agents: 3,
    // The nodes' own address for the first half, so that neighbours see what happens.
    front: async ([node]) => {
      proxy = await startProxy([node!.port])
      return client => (client % 2 === 0 ? proxy!.base : node!.base)
    },
  })
  const rounds = short ? 2 : 10
  const byFrame = await loseFrames(ground, proxy!, rounds)
  figures.add('F6 acknowledgements lost by frame', byFrame, '> 0', byFrame > 0)
  const { lost, differing } = await loseAnswers(ground, proxy!, rounds * 5)
  figures.add('F6 answers lost by HTTP', lost, '> 0', lost > 0)
  figures.none('F6 retries that were given another message', differing)
  await check(ground, figures)
  await ground.close()
  await proxy!.close()
}

/** The first acknowledgement of each round takes its connection with it. */
async function loseFrames({ customers, clients }: Ground, proxy: Proxy, rounds: number): Promise<number> {
  const before = proxy.lost
  for (let round = 0; round < rounds; round++) {
    await until('frames go by socket', () =>
      customers.every(customer => customer.way === 'socket' && customer.there()),
    )
    proxy.behave({ loseAnswer: piece => piece.includes('"type":"ack"') })
    const target = proxy.lost + 1
    for (const customer of customers) customer.write(customer.conversationIds[0]!, text())
    await until('an acknowledgement is lost', () => proxy.lost >= target)
    proxy.behave({})
    await until('all is sent again', () => clients.every(client => client.waiting() === 0))
  }
  return proxy.lost - before
}

/** Plain requests whose answers are lost, then made again; every other request reaches the desk twice. */
async function loseAnswers({ customers, history }: Ground, proxy: Proxy, count: number) {
  const before = proxy.lost
  const differing: string[] = []
  for (let n = 0; n < count; n++) {
    const customer = customers[n % customers.length]!
    const conversationId = customer.conversationIds[0]!
    const sent = {
      clientId: randomUUID(),
      by: `${customer.name} by HTTP`,
      side: 'customer',
      conversationId,
      body: text(),
    } as const
    history.invoke(sent)
    proxy.behave({
      loseAnswer: piece => piece.includes(sent.clientId),
      ...(n % 2 === 0 && { repeat: piece => piece.includes(sent.clientId) }),
    })
    const path = `${proxy.base}/api/customer/conversations/${conversationId}/entries`
    const body = { clientId: sent.clientId, body: sent.body }
    const first = await customer.post(path, body).catch(() => undefined)
    proxy.behave({})
    const stored = await secondsUntil(() => isThere(customer, sent.clientId), 5)
    const again = await customer.post(path, body)
    const held = customer.threads.of(conversationId).entries.get(again.seq)
    history.ok(sent.clientId, again.seq)
    if (first || stored === Infinity || !held || !('clientId' in held) || held.clientId !== sent.clientId)
      differing.push(
        `${sent.clientId}: ${first ? 'answered' : 'lost'}, seen ${stored !== Infinity}, again as ${again.seq}`,
      )
  }
  return { lost: proxy.lost - before, differing }
}

function isThere({ threads, conversationIds }: Ground['customers'][number], clientId: string): boolean {
  const { entries } = threads.of(conversationIds[0]!)
  return [...entries.values()].some(entry => 'clientId' in entry && entry.clientId === clientId)
}
