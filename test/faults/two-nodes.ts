// F2: one of two nodes is killed, then both are restarted in turn: nobody notices more than a reconnect.
import type pg from 'pg'
import { check } from './checker/check.ts'
import { caughtUp, seqsOf } from './convergence.ts'
import { p95 } from './figures.ts'
import { createGround, type Ground, type World } from './ground.ts'
import { ackTimes } from './history.ts'
import { startLoad } from './load.ts'
import { type Proxy, startProxy } from './proxy.ts'
import { pause, secondsUntil } from './waiting.ts'

const perSecond = 50
const patience = 45
const noticedWithinMs = 4_000

export async function twoNodes(world: World): Promise<void> {
  const { figures } = world
  let balancer: Proxy | undefined
  const ground = await createGround(world, {
    name: 'F2',
    nodes: 2,
    customers: 40,
    agents: 8,
    front: async nodes => {
      balancer = await startProxy(nodes.map(({ port }) => port))
      return () => balancer!.base
    },
  })
  const load = startLoad(ground, perSecond)
  await pause(3_000)
  const { held, freed } = await killWithJobs(ground)
  figures.add('F2 jobs a killed node held', held, '> 0', held > 0)
  figures.atMost('F2 its jobs are done elsewhere after', freed, 30, ' s')
  await phase(world, ground, 'kill', async () => ground.nodes[1]!.kill('SIGKILL'))
  await phase(world, ground, 'rolling restart', () => restartInTurn(ground))
  load.stop()
  const holes = Math.max(...ground.clients.map(client => client.threads.longestHole()))
  figures.atMost('F2 longest time a thread had a hole', holes / 1000, 5, ' s')
  await check(ground, figures)
  await ground.close()
  await balancer!.close()
}

/** What writers notice from before a change until everybody has everything again. */
async function phase(
  { figures }: World,
  ground: Ground,
  name: string,
  change: () => Promise<void>,
): Promise<void> {
  const from = performance.now()
  await change()
  const changed = performance.now()
  const seqs = await seqsOf(ground)
  const converged = await secondsUntil(
    () => ground.history.isSettled(changed) && caughtUp(ground.clients, seqs),
    patience,
  )
  // Whoever was cut off while idle notices with the next message.
  await pause(noticedWithinMs)
  figures.atMost(`F2 ${name}: p95 of acknowledgements`, p95(ackTimes(ground.history, from)) / 1000, 2, ' s')
  figures.atMost(`F2 ${name}: everybody has everything after`, converged, 10, ' s')
}

async function restartInTurn({ nodes }: Ground): Promise<void> {
  for (const node of nodes) {
    node.kill('SIGTERM')
    await secondsUntil(async () => !(await node.ready()), 10)
    await secondsUntil(() => node.ready(), patience)
  }
}

/** Kills the first node in a moment in which it holds jobs, and keeps it away until the other has done them. */
async function killWithJobs({ nodes, pool }: Ground): Promise<{ held: number; freed: number }> {
  const [node] = nodes
  const held = new Set<number>()
  const mine = async () => new Set(await lockedJobs(pool))
  await secondsUntil(async () => (await mine()).size > 0, 20)
  node!.kill('SIGKILL', { stay: true })
  for (const id of await mine()) held.add(id)
  const freed = await secondsUntil(async () => (await stillThere(pool, [...held])) === 0, patience)
  await node!.start()
  return { held: held.size, freed }
}

async function lockedJobs(pool: pg.Pool): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>(
    'select id from graphile_worker.jobs where locked_at is not null',
  )
  return rows.map(({ id }) => id)
}

async function stillThere(pool: pg.Pool, ids: number[]): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    'select count(*)::int as n from graphile_worker.jobs where id = any($1)',
    [ids],
  )
  return rows[0]!.n
}
