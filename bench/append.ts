// Durable appends: 200 customers in 200 conversations, 300-byte messages, against a bare server that batches plain inserts.
import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import { connectBare, connectCustomer, openConversations } from './customers.ts'
import { type Ground, runDesk, runServer } from './desk.ts'
import { atLeast, atMost, type Figure, median, say } from './figures.ts'

const customers = 200
const body = 'x'.repeat(300)
const window = 5
const seconds = 6
const rounds = 5

export async function appendThroughput(ground: Ground): Promise<Figure[]> {
  const ratios: number[] = []
  const ours: number[] = []
  const desk = await runDesk(ground)
  const bare = await runServer(ground, 'bench/bare/append-server.ts')
  const people = await openConversations(desk.url, customers)
  const deskSockets = await Promise.all(people.map(person => connectCustomer(desk.url, person)))
  const bareSockets = await Promise.all(people.map(() => connectBare(bare.url)))
  const ids = people.map(person => person.conversationId)
  const insert = () =>
    flood(bareSockets, ids, (conversationId, clientId) => ({ conversationId, clientId, body }))
  const append = () =>
    flood(deskSockets, ids, (conversationId, clientId) => ({
      type: 'append',
      conversationId,
      entry: { clientId, body, attachments: [] },
    }))
  // Both have compiled what they run often before anything counts.
  await insert()
  await append()
  for (let round = 0; round < rounds; round++) {
    const bareRate = await insert()
    const deskRate = await append()
    say(`appends a second: desk ${deskRate.toFixed(0)}, bare ${bareRate.toFixed(0)}`)
    ratios.push(deskRate / bareRate)
    ours.push(deskRate)
  }
  const drained = await drain(ground)
  for (const ws of [...deskSockets, ...bareSockets]) ws.terminate()
  await Promise.all([desk.stop(), bare.stop()])
  return [
    { name: 'append.per_second', value: median(ours), unit: '/s' },
    atLeast('append.ratio_to_bare', median(ratios), 0.4),
    atMost('append.jobs_drained_seconds', drained, 30, 's'),
  ]
}

/** Messages acknowledged a second when every customer keeps `window` of them on the way. */
async function flood(
  sockets: WebSocket[],
  ids: string[],
  frame: (id: string, clientId: string) => object,
): Promise<number> {
  let acked = 0
  let open = true
  const send = (ws: WebSocket, id: string) => ws.send(JSON.stringify(frame(id, randomUUID())))
  const listeners = sockets.map((ws, index) => {
    const listener = (data: unknown) => {
      const text = String(data)
      if (text.startsWith('{"type":"refused"')) throw new Error(text)
      if (!text.startsWith('{"type":"ack"')) return
      acked += 1
      if (open) send(ws, ids[index]!)
    }
    ws.on('message', listener)
    return listener
  })
  for (const [index, ws] of sockets.entries()) for (let n = 0; n < window; n++) send(ws, ids[index]!)
  await new Promise(resolve => setTimeout(resolve, 1_000))
  const [before, from] = [acked, performance.now()]
  await new Promise(resolve => setTimeout(resolve, seconds * 1_000))
  const rate = ((acked - before) * 1_000) / (performance.now() - from)
  open = false
  await new Promise(resolve => setTimeout(resolve, 1_500))
  for (const [index, ws] of sockets.entries()) ws.off('message', listeners[index]!)
  return rate
}

async function drain({ pool }: Ground): Promise<number> {
  const from = performance.now()
  for (;;) {
    const { rows } = await pool.query(
      `select (select count(*) from graphile_worker.jobs)::int +
         (select count(*) from events where (tx, id) > (select tx, event_id from followed))::int as left`,
    )
    const elapsed = (performance.now() - from) / 1_000
    if (rows[0].left === 0 || elapsed > 60) return elapsed
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}
