// New conversations over HTTP, one and sixteen at once, against a bare Fastify route that makes one insert.
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { openSession } from './customers.ts'
import { type Ground, type Running, runDesk, runServer } from './desk.ts'
import { atLeast, type Figure, median, say } from './figures.ts'

const seconds = 2
const rounds = 15
const body = () => JSON.stringify({ clientId: randomUUID(), body: 'x'.repeat(300), locale: 'en' })

export async function createConversations(ground: Ground): Promise<Figure[]> {
  const desk = await runDesk(ground)
  const bare = await runServer(ground, 'bench/bare/create-server.ts')
  const tokens = await Promise.all(Array.from({ length: 16 }, () => openSession(desk.url)))
  const figures: Figure[] = []
  // Both have compiled what they run often before anything counts.
  await rate(bare, '/conversations', 16, [])
  await rate(desk, '/api/customer/conversations', 16, tokens)
  for (const atOnce of [1, 16]) {
    const ratios: number[] = []
    const rates: number[] = []
    for (let round = 0; round < rounds; round++) {
      const bareRate = await rate(bare, '/conversations', atOnce, [])
      const deskRate = await rate(desk, '/api/customer/conversations', atOnce, tokens)
      say(`created a second, ${atOnce} at once: desk ${deskRate.toFixed(0)}, bare ${bareRate.toFixed(0)}`)
      rates.push(deskRate)
      ratios.push(deskRate / bareRate)
    }
    figures.push({ name: `create.per_second_${atOnce}_at_once`, value: median(rates), unit: '/s' })
    figures.push(atLeast(`create.ratio_to_bare_${atOnce}_at_once`, median(ratios), 0.4))
  }
  await Promise.all([desk.stop(), bare.stop()])
  return figures
}

async function rate({ url }: Running, path: string, atOnce: number, tokens: string[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  let made = 0
  const end = performance.now() + seconds * 1_000
  const worker = async (index: number) => {
    while (performance.now() < end) {
      await send(`${url}${path}`, agent, tokens[index])
      made += 1
    }
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: atOnce }, (_, index) => worker(index)))
  const elapsed = (performance.now() - from) / 1_000
  agent.destroy()
  return made / elapsed
}

function send(url: string, agent: Agent, token: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    const sent = request(url, { method: 'POST', agent, headers }, answer => {
      answer.resume()
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${url}: ${answer.statusCode}`)),
      )
    })
    sent.on('error', reject)
    sent.end(body())
  })
}
