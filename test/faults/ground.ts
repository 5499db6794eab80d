// What one fault is tried on: a database of its own, nodes under supervision, customers, agents and observers who talk.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { actAsBrowsers, baseOf } from './browser-sockets.ts'
import { type Client, createClient } from './client.ts'
import type { Figures } from './figures.ts'
import { createHistory, type History } from './history.ts'
import { createNode, type NodeProcess } from './node-process.ts'
import { arrive, hireStaff } from './people.ts'
import { freePort } from './ports.ts'
import type { Cluster } from './postgres-cluster.ts'
import { until } from './waiting.ts'

/** What all faults of a run share. */
export interface World {
  cluster: Cluster
  folder: string
  figures: Figures
  /** The short version for CI. */
  short: boolean
}

export interface GroundOptions {
  name: string
  nodes?: number
  customers?: number
  agents?: number
  /** The address by which clients come; the nodes' own unless something stands between. */
  front?: (nodes: NodeProcess[]) => Promise<(client: number) => string>
  env?: Record<string, string>
  /** Conversations are live from the start: agents are on duty. */
  onDuty?: boolean
}

export interface Ground {
  name: string
  nodes: NodeProcess[]
  history: History
  customers: Client[]
  agents: Client[]
  /** Follows every conversation and says nothing. */
  observer: Client
  clients: Client[]
  /** To look behind the curtain. */
  pool: pg.Pool
  conversationIds: string[]
  connection: pg.ClientConfig
  close(): Promise<void>
}

/** Of all nodes of a run. */
export const secretKey = Buffer.alloc(32, 5)

export async function createGround(world: World, options: GroundOptions): Promise<Ground> {
  const { name, nodes: count = 1, customers: customerCount = 40, agents: agentCount = 8 } = options
  const folder = join(world.folder, name)
  mkdirSync(folder)
  const connection = { ...world.cluster.connection, database: await createDatabase(world, name) }
  const ports = await Promise.all(Array.from({ length: count }, freePort))
  const publicUrl = `http://127.0.0.1:${ports[0]}`
  actAsBrowsers(publicUrl)
  const sessions = await hireStaff({ connection, folder, publicUrl, secretKey }, agentCount + 1)
  const url = new URL(world.cluster.url)
  url.pathname = connection.database
  const env = {
    DATABASE_URL: url.href,
    BALLAST_DATA: join(folder, 'data'),
    BALLAST_URL: publicUrl,
    BALLAST_SECRET: secretKey.toString('hex'),
    ...options.env,
  }
  const nodes = ports.map((port, index) =>
    createNode({ port, logFile: join(folder, `node${index}.log`), env }),
  )
  // One after the other: the second finds what the first has migrated.
  for (const node of nodes) await node.start()
  const front = (await options.front?.(nodes)) ?? (client => nodes[client % nodes.length]!.base)
  if (options.onDuty !== false)
    for (const session of sessions.slice(0, agentCount)) await goOnDuty(nodes[0]!, session)
  const newcomers = await Promise.all(
    Array.from({ length: customerCount }, (_, n) => arrive(nodes[n % count]!.base, `Question ${n} 问题`)),
  )
  const ids = newcomers.map(({ conversationId }) => conversationId)
  const history = createHistory()
  const customers = newcomers.map(({ token, conversationId }, n) =>
    createClient({
      name: `customer${n}`,
      side: 'customer',
      base: front(n),
      token,
      conversationIds: [conversationId],
      history,
    }),
  )
  const staff = sessions.map((session, n) =>
    createClient({
      name: n < agentCount ? `agent${n}` : 'observer',
      side: 'staff',
      base: baseOf(front(n), session),
      conversationIds: n < agentCount ? ids.filter((_, index) => index % agentCount === n) : ids,
      history,
    }),
  )
  const pool = new pg.Pool({ ...connection, max: 3 })
  pool.on('error', () => {}).on('connect', client => client.on('error', () => {}))
  const clients = [...customers, ...staff]
  await until('everybody is connected', () => clients.every(client => client.there()))
  return {
    name,
    nodes,
    history,
    customers,
    agents: staff.slice(0, agentCount),
    observer: staff[agentCount]!,
    clients,
    pool,
    conversationIds: ids,
    connection,
    close: async () => {
      for (const client of clients) client.close()
      await Promise.all(nodes.map(node => node.stop()))
      await pool.end()
    },
  }
}

/** An empty database of the run's cluster; gives its name. */
export async function createDatabase({ cluster }: World, name: string): Promise<string> {
  const client = new pg.Client(cluster.connection)
  await client.connect()
  const database = `faults_${name.toLowerCase()}`
  await client.query(`create database ${database}`)
  await client.end()
  return database
}

async function goOnDuty({ base }: NodeProcess, session: string): Promise<void> {
  const answer = await fetch(`${baseOf(base, session)}/api/presence/me`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ available: true, capacity: 50 }),
  })
  if (!answer.ok) throw new Error(`an agent could not go on duty: ${answer.status}`)
}
