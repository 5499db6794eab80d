// F8: readers that don't keep up cost the node little and their neighbours nothing; they are cut, come back, and have all.
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { check } from './checker/check.ts'
import { seqsOf } from './convergence.ts'
import { p95, progress } from './figures.ts'
import { createGround, type Ground, type World } from './ground.ts'
import { ackTimes, createHistory } from './history.ts'
import { startLoad, text } from './load.ts'
import { pause, secondsUntil, until } from './waiting.ts'

const perSecond = 30
const phaseSeconds = 15
const patience = 90
const bigMessage = 8_000
const bigPerSecond = 8

export async function slowReaders(world: World): Promise<void> {
  const ground = await createGround(world, { name: 'F8', customers: 20, agents: 4 })
  await trickle(world, ground, world.short ? 50 : 200)
  await sleeper(world, ground, world.short ? 1_000 : 10_000)
  await check(ground, world.figures)
  await ground.close()
}

/** Sockets that read 1 kB/s, against the same sockets that read all. */
async function trickle({ figures }: World, ground: Ground, count: number): Promise<void> {
  const [node] = ground.nodes
  const [loud, ...others] = ground.customers
  const readers = start('slow-reader.process.ts')
  const conversationId = loud!.conversationIds[0]!
  readers.send({ port: node!.port, token: loud!.token, conversationId, count })
  await until('the readers are there', () => heard(readers).opened === count, 60)
  const load = startLoad({ ...ground, customers: others }, perSecond)
  const filler = 'so much text '.repeat(bigMessage / 13)
  const shouting = setInterval(() => loud!.write(conversationId, `${filler}${text()}`), 1000 / bigPerSecond)
  const names = new Set([...others, ...ground.agents].map(({ name }) => name))
  const ofOthers = (from: number) =>
    p95(
      ackTimes(
        { ...createHistory(), all: () => ground.history.all().filter(one => names.has(one.by)) },
        from,
      ),
    )
  let from = performance.now()
  await pause(phaseSeconds * 1000)
  const fast = ofOthers(from)
  const memory = node!.memory()
  let most = memory
  const watching = setInterval(() => {
    most = Math.max(most, node!.memory())
  }, 100)
  readers.send({ perSecond: 1024 })
  from = performance.now()
  // The node tells: who doesn't read doesn't hear of the end either.
  const gone = await secondsUntil(async () => (await connections(ground)) <= ground.clients.length, patience)
  await pause(Math.max(0, phaseSeconds * 1000 - (performance.now() - from)))
  const slow = ofOthers(from)
  clearInterval(watching)
  clearInterval(shouting)
  load.stop()
  readers.kill('SIGKILL')
  figures.atMost(`F8 memory for each of ${count} slow readers`, (most - memory) / count, 1, ' MB')
  figures.atMost('F8 slow readers are cut after', gone, 60, ' s')
  const change = `${fast.toFixed(1)} to ${slow.toFixed(1)} ms`
  figures.add(
    'F8 the others’ p95 with fast and with slow readers',
    change,
    '< 10 % or < 5 ms more',
    slow < fast * 1.1 || slow < fast + 5,
  )
}

async function connections({ nodes: [node] }: Ground): Promise<number> {
  const metrics = await (await fetch(`${node!.base}/metrics`)).text()
  return Number(/^ballast_realtime_connections (\d+)/m.exec(metrics)?.[1])
}

/** A client whose machine sleeps while a great deal is written. */
async function sleeper({ figures }: World, ground: Ground, events: number): Promise<void> {
  const { observer, customers, conversationIds } = ground
  const client = start('stopped-client.process.ts')
  client.send({ origin: ground.nodes[0]!.base, base: observer.base, conversationIds })
  await until('the client is there', () => heard(client).there === true)
  client.kill('SIGSTOP')
  for (let n = 0; n < events; n++)
    customers[n % customers.length]!.write(customers[n % customers.length]!.conversationIds[0]!, text())
  const written = await secondsUntil(() => customers.every(customer => customer.waiting() === 0), 180)
  progress(`F8 ${events} messages written in ${written.toFixed(0)} s`)
  const seqs = await seqsOf(ground)
  client.kill('SIGCONT')
  const whole = await secondsUntil(
    () => [...seqs].every(([id, seq]) => (heard(client).upTo?.[id] ?? 0) >= seq),
    patience,
  )
  figures.atMost(`F8 a client ${events} events behind is whole after`, whole, 30, ' s')
  client.kill('SIGKILL')
}

interface Told {
  opened?: number
  there?: boolean
  upTo?: Record<string, number>
}

const told = new WeakMap<ChildProcess, Told>()
const heard = (child: ChildProcess): Told => told.get(child) ?? {}

function start(file: string): ChildProcess {
  const child = fork(join(import.meta.dirname, file))
  child.on('message', message => told.set(child, { ...heard(child), ...(message as Told) }))
  process.once('exit', () => child.kill('SIGKILL'))
  return child
}
