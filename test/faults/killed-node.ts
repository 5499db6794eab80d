// F1: the only node is killed at random, again and again, while everybody writes.
import { check } from './checker/check.ts'
import { caughtUp, seqsOf } from './convergence.ts'
import { p95, progress } from './figures.ts'
import { createGround, type Ground, type World } from './ground.ts'
import { ackTimes } from './history.ts'
import { startLoad } from './load.ts'
import { between, pause, secondsUntil } from './waiting.ts'

const perSecond = { short: 60, full: 200 }
const patience = 30

export async function killedNode(world: World): Promise<void> {
  const { figures } = world
  const kills = world.short ? 3 : 20
  const ground = await createGround(world, { name: 'F1', customers: world.short ? 40 : 120, agents: 8 })
  const load = startLoad(ground, world.short ? perSecond.short : perSecond.full)
  const rounds: Round[] = []
  for (let n = 1; n <= kills; n++) {
    await pause(between(500, 3_000))
    const round = await killOnce(ground)
    rounds.push(round)
    const { accepting, converged } = round
    progress(
      `F1 kill ${n}: accepting after ${accepting.toFixed(1)} s, converged after ${converged.toFixed(1)} s`,
    )
  }
  load.stop()
  figures.atMost(
    `F1 accepting again, slowest of ${kills}`,
    Math.max(...rounds.map(one => one.accepting)),
    5,
    ' s',
  )
  figures.atMost(
    `F1 clients converged, slowest of ${kills}`,
    Math.max(...rounds.map(one => one.converged)),
    10,
    ' s',
  )
  figures.add(
    'F1 p95 of all acknowledgements',
    `${Math.round(p95(ackTimes(ground.history)))} ms`,
    'for information',
    true,
  )
  await check(ground, figures)
  await ground.close()
}

interface Round {
  accepting: number
  converged: number
}

/** Seconds from the kill until the node accepts again, and until everybody has what stood then. */
async function killOnce({ nodes, clients, pool, history }: Ground): Promise<Round> {
  const [node] = nodes
  const killedAt = performance.now()
  const since = () => (performance.now() - killedAt) / 1000
  node!.kill('SIGKILL')
  await secondsUntil(() => node!.ready(), patience)
  const accepting = since()
  const seqs = await seqsOf({ pool })
  const left = await secondsUntil(() => history.isSettled(killedAt) && caughtUp(clients, seqs), patience)
  return { accepting, converged: left === Infinity ? left : since() }
}
