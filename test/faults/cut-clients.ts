// F5: clients are cut off, for seconds or, by a moved clock, for a day; also half-open, where nobody says that it is over.
import { check } from './checker/check.ts'
import type { Client } from './client.ts'
import { holds, seqsOf } from './convergence.ts'
import { createGround, type Ground, type World } from './ground.ts'
import { text } from './load.ts'
import { type Proxy, startProxy } from './proxy.ts'
import { pause, secondsUntil } from './waiting.ts'

const patience = 60

export async function cutClients(world: World): Promise<void> {
  const { figures, short } = world
  const proxies: Proxy[] = []
  const ground = await createGround(world, {
    name: 'F5',
    customers: 12,
    agents: 3,
    onDuty: false,
    // Three networks for the customers; the desk's own people are never cut.
    front: async ([node]) => {
      for (let n = 0; n < 3; n++) proxies.push(await startProxy([node!.port]))
      return client => (client < 12 ? proxies[client % 3]!.base : node!.base)
    },
  })
  const groups = proxies.map((_, group) => ground.customers.filter((_customer, n) => n % 3 === group))
  const cut = (group: number, seconds: number) =>
    cutOff(world, ground, proxies[group]!, groups[group]!, seconds)
  await Promise.all([
    cut(0, 5),
    ...(short ? [] : [cut(1, 60)]),
    halfOpen(world, ground, proxies[2]!, groups[2]!),
  ])
  if (!short) {
    await sleepThrough(world, ground, proxies[0]!, groups[0]!, { name: '15 min', seconds: 900 })
    await sleepThrough(world, ground, proxies[1]!, groups[1]!, { name: '24 h', seconds: 86_400 })
  }
  figures.none('F5 sent again and stored otherwise', ground.history.oddities())
  await check(ground, figures)
  await ground.close()
  for (const proxy of proxies) await proxy.close()
}

/** Both sides go on writing. */
async function talk({ agents }: Ground, customers: readonly Client[], times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    for (const customer of customers) {
      const id = customer.conversationIds[0]!
      customer.write(id, text())
      agents.find(agent => agent.conversationIds.includes(id))?.write(id, text())
    }
    await pause(100)
  }
}

async function cutOff(
  { figures }: World,
  ground: Ground,
  proxy: Proxy,
  group: Client[],
  seconds: number,
): Promise<void> {
  proxy.behave({ refuse: true })
  proxy.cut()
  await talk(ground, group, 5)
  await pause(seconds * 1000)
  proxy.behave({})
  figures.atMost(`F5 cut for ${seconds} s: whole again after`, await healed(ground, group, 'wake'), 3, ' s')
}

/** Nothing goes through, and nothing tells so: found out by silence alone. */
async function halfOpen({ figures }: World, ground: Ground, proxy: Proxy, group: Client[]): Promise<void> {
  proxy.behave({ stall: true })
  const talking = talk(ground, group, 5)
  const noticed = await secondsUntil(() => group.every(client => client.state !== 'open'), patience)
  figures.atMost('F5 half-open connection noticed after', noticed, 30, ' s')
  await talking
  proxy.cut()
  proxy.behave({})
  figures.atMost('F5 half-open: whole again after', await healed(ground, group, 'wake'), 3, ' s')
}

/** The desk's clock moves on while the customers are away. */
async function sleepThrough(
  { figures }: World,
  ground: Ground,
  proxy: Proxy,
  group: Client[],
  { name, seconds }: { name: string; seconds: number },
): Promise<void> {
  const [node] = ground.nodes
  proxy.behave({ refuse: true })
  proxy.cut()
  for (const client of group) client.write(client.conversationIds[0]!, text())
  // Staff would be asked to sign in after such a time; this is about the customers.
  await ground.pool.query(`update staff_sessions set expires_at = expires_at + interval '3 days'`)
  node!.kill('SIGTERM')
  await secondsUntil(async () => !(await node!.ready()), 10)
  await node!.stop()
  await node!.start({ BALLAST_CLOCK_OFFSET_SECONDS: String(seconds) })
  proxy.behave({})
  figures.atMost(`F5 cut for ${name}: whole again after`, await healed(ground, group, 'wake'), 3, ' s')
}

/** Seconds until nothing waits and every thread is whole; the browser tells its page that the network is back. */
function healed(ground: Ground, group: Client[], how: 'wake' | 'wait'): Promise<number> {
  if (how === 'wake') for (const client of group) client.wake()
  return secondsUntil(async () => {
    if (group.some(client => client.waiting() > 0 || client.state !== 'open')) return false
    const seqs = await seqsOf(ground)
    return group.every(client => holds(client, seqs))
  }, patience)
}
