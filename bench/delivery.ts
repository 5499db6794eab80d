// Delivery at 200 messages a second: from a customer's send to the agent's screen, against a bare relay with one insert a message.
import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import { connectBare, connectCustomer, connectStaff, frameOf, openConversations } from './customers.ts'
import { type Ground, runDesk, runServer } from './desk.ts'
import { atMost, type Figure, percentile, say } from './figures.ts'

const pairs = 50
const perSecond = 200
/** Short turns, one after the other: a host that stalls for a moment then stalls both alike. */
const seconds = 2
const turns = 20
const warmUps = 4
const body = 'x'.repeat(300)

interface Pair {
  from: WebSocket
  to: WebSocket
  room: string
}

export async function delivery(ground: Ground): Promise<Figure[]> {
  const desk = await runDesk(ground)
  const bare = await runServer(ground, 'bench/bare/relay-server.ts')
  const deskPairs = await pairsAtDesk(ground, desk.url)
  const barePairs = await pairsAtRelay(bare.url)
  const relay = () => steady(barePairs, (room, clientId) => ({ type: 'send', room, clientId, body }))
  const deliver = () =>
    steady(deskPairs, (conversationId, clientId) => ({
      type: 'append',
      conversationId,
      entry: { clientId, body, attachments: [] },
    }))
  // Both have compiled what they run often before anything counts.
  for (let turn = 0; turn < warmUps; turn++) {
    await relay()
    await deliver()
  }
  const [relayed, delivered]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < turns; turn++) {
    relayed.push(...(await relay()))
    delivered.push(...(await deliver()))
  }
  say(`p50/p95/p99 in ms: desk ${show(delivered)}, bare ${show(relayed)}`)
  for (const { from, to } of [...deskPairs, ...barePairs]) {
    from.terminate()
    to.terminate()
  }
  await Promise.all([desk.stop(), bare.stop()])
  return [
    { name: 'delivery.p99_ms', value: percentile(delivered, 0.99), unit: 'ms' },
    atMost('delivery.p99_ratio_to_bare', percentile(delivered, 0.99) / percentile(relayed, 0.99), 2),
  ]
}

const show = (times: number[]) =>
  [0.5, 0.95, 0.99].map(share => percentile(times, share).toFixed(1)).join('/')

async function pairsAtDesk(ground: Ground, url: string): Promise<Pair[]> {
  const people = await openConversations(url, pairs)
  return Promise.all(
    people.map(async person => {
      const from = await connectCustomer(url, person)
      const to = await connectStaff(ground, url, person.conversationId)
      return { from, to, room: person.conversationId }
    }),
  )
}

const pairsAtRelay = (url: string): Promise<Pair[]> =>
  Promise.all(
    Array.from({ length: pairs }, async () => {
      const room = randomUUID()
      const [from, to] = [await connectBare(url), await connectBare(url)]
      for (const ws of [from, to]) {
        ws.send(JSON.stringify({ type: 'join', room }))
        await frameOf(ws, 'joined')
      }
      return { from, to, room }
    }),
  )

/** Sends at an even rate; gives the time of each message to its reader, in ms. */
async function steady(between: Pair[], frame: (room: string, clientId: string) => object): Promise<number[]> {
  const sentAt = new Map<string, number>()
  const times: number[] = []
  const listener = (data: unknown) => {
    for (const [, clientId] of String(data).matchAll(/"clientId":"([0-9a-f-]{36})"/g)) {
      const at = sentAt.get(clientId!)
      if (at === undefined) continue
      sentAt.delete(clientId!)
      times.push(performance.now() - at)
    }
  }
  for (const { to } of between) to.on('message', listener)
  const total = perSecond * seconds
  const from = performance.now()
  for (let n = 0; n < total; n++) {
    const due = from + (n * 1_000) / perSecond
    const early = due - performance.now()
    if (early > 0) await new Promise(resolve => setTimeout(resolve, early))
    const { from: ws, room } = between[n % between.length]!
    const clientId = randomUUID()
    sentAt.set(clientId, performance.now())
    ws.send(JSON.stringify(frame(room, clientId)))
  }
  await new Promise(resolve => setTimeout(resolve, 1_000))
  for (const { to } of between) to.off('message', listener)
  // A message that never came is infinitely late.
  return [...times, ...Array.from({ length: total - times.length }, () => Number.POSITIVE_INFINITY)]
}
