// F3: the database restarts, crashes, loses a backend, stands still: nothing is acknowledged meanwhile, all of it afterwards.
import { check } from './checker/check.ts'
import { caughtUp, seqsOf } from './convergence.ts'
import { progress } from './figures.ts'
import { createGround, type Ground, type World } from './ground.ts'
import { startLoad } from './load.ts'
import { pause, pick, secondsUntil } from './waiting.ts'

const perSecond = 50
const patience = 60
const frozenSeconds = 15

interface Outage {
  name: string
  /** Takes the database away; resolves when it is gone. */
  begin(): Promise<void> | void
  /** For how long it stays away; 0 when it comes back by itself. */
  seconds: number
  end(): Promise<void> | void
}

export async function databaseAway(world: World): Promise<void> {
  const { cluster, figures, short } = world
  const ground = await createGround(world, { name: 'F3', customers: 30, agents: 6 })
  const load = startLoad(ground, perSecond)
  const killBackend = () => void process.kill(pick(cluster.backends()), 'SIGKILL')
  const outages: Outage[] = [
    { name: 'restart, fast', begin: () => cluster.stop('SIGINT'), seconds: 3, end: () => cluster.start() },
    {
      name: 'restart, immediate',
      begin: () => cluster.stop('SIGQUIT'),
      seconds: 3,
      end: () => cluster.start(),
    },
    { name: 'a backend killed', begin: killBackend, seconds: 0, end: () => {} },
    {
      name: 'stands still',
      begin: () => cluster.freeze(),
      seconds: frozenSeconds,
      end: () => cluster.thaw(),
    },
  ]
  for (const outage of short ? outages.slice(1, 3) : outages) await endure(world, ground, outage)
  load.stop()
  figures.add('F3 the node ended by itself', ground.nodes[0]!.crashes, '0', ground.nodes[0]!.crashes === 0)
  await check(ground, figures)
  await ground.close()
}

async function endure({ figures }: World, ground: Ground, outage: Outage): Promise<void> {
  await pause(2_000)
  const name = `F3 ${outage.name}:`
  await outage.begin()
  const gone = performance.now()
  // What was committed just before may be told just after.
  await pause(Math.min(outage.seconds * 1000, 500))
  const answersFrom = performance.now()
  const slowest = outage.seconds > 0 ? await probe(ground, outage.seconds * 1000 - 500) : undefined
  const told = ground.history.all().filter(sent => sent.state === 'ok' && sent.endedAt! > answersFrom).length
  await outage.end()
  const back = performance.now()
  const since = () => (performance.now() - back) / 1000
  if (slowest) {
    figures.add(`${name} acknowledged while away`, told, '0', told === 0)
    figures.add(
      `${name} answers meanwhile`,
      [...slowest.statuses].join(' '),
      '503',
      [...slowest.statuses].every(status => status === 503 || status === 0),
    )
    figures.atMost(`${name} slowest answer meanwhile`, slowest.ms / 1000, 10, ' s')
  }
  await secondsUntil(() => takesMessages(ground, back), patience)
  figures.atMost(`${name} takes messages again after`, since(), 15, ' s')
  const seqs = await seqsOf(ground)
  await secondsUntil(() => ground.history.isSettled(back) && caughtUp(ground.clients, seqs), patience)
  figures.atMost(`${name} everybody has everything after`, since(), 15, ' s')
  await poolIsFree(ground, name, figures)
  progress(`${name} over after ${((performance.now() - gone) / 1000).toFixed(1)} s`)
}

const takesMessages = ({ history }: Ground, back: number): boolean =>
  history.all().some(sent => sent.state === 'ok' && sent.endedAt! > back)

/** Asks over HTTP, as often as it is answered, what a client would be told; status 0 when nothing came in time. */
async function probe({ customers: [customer], nodes: [node] }: Ground, forMs: number) {
  const statuses = new Set<number>()
  const until = performance.now() + forMs
  let ms = 0
  const asked: Promise<void>[] = []
  while (performance.now() < until) {
    asked.push(askOnce())
    await pause(250)
  }
  async function askOnce(): Promise<void> {
    const started = performance.now()
    const path = `/api/customer/conversations/${customer!.conversationIds[0]}`
    const status = await customer!.get(path).then(
      () => 200,
      error => (error as { status?: number }).status ?? 0,
    )
    // What is answered after the database is back says nothing about the time without it.
    if (performance.now() > until + 500) return
    statuses.add(status)
    ms = Math.max(ms, performance.now() - started)
  }
  await Promise.race([Promise.all(asked), pause(Math.max(0, until - performance.now()))])
  const ready = await fetch(`${node!.base}/readyz`, { signal: AbortSignal.timeout(500) }).catch(
    () => undefined,
  )
  if (ready?.ok) statuses.add(200)
  return { statuses, ms }
}

/** More requests at once than the pool has connections are all answered. */
async function poolIsFree(
  { customers, nodes: [node] }: Ground,
  name: string,
  figures: World['figures'],
): Promise<void> {
  const started = performance.now()
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, n) => {
      const customer = customers[n % customers.length]!
      const one = `/api/customer/conversations/${customer.conversationIds[0]}`
      return n % 2 === 0
        ? node!.ready().catch(() => false)
        : customer.get(one).then(
            () => true,
            () => false,
          )
    }),
  )
  const bad = answers.filter(ok => !ok).length
  figures.add(`${name} of 40 requests at once unanswered`, bad, '0', bad === 0)
  figures.atMost(`${name} 40 requests at once`, (performance.now() - started) / 1000, 5, ' s')
}
