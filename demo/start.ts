// Starts the whole demo: the desk with its week of conversations, the exchange, and a market day.
import type { FastifyInstance } from 'fastify'
import { startNode } from '../server/commands/serve.ts'
import type { Config } from '../server/platform/config.ts'
import type { Log } from '../server/platform/log.ts'
import { signIn } from './desk/colleague.ts'
import { overNetwork } from './desk/line.ts'
import { DemoError, prepareDesk } from './desk/prepare.ts'
import { allowExchange } from './desk/set-up.ts'
import { createExchange } from './exchange/server.ts'
import type { SupportKey } from './exchange/support-token.ts'
import type { DemoOptions } from './options.ts'
import { administrator, agents, type Colleague } from './people.ts'
import { expectFree } from './ports.ts'
import { realPace } from './simulator/pace.ts'
import { simulate } from './simulator/simulate.ts'

export interface Demo {
  desk: string
  exchange: string
  stop(): Promise<void>
}

/** Starts everything; resolves when both addresses answer. `played` is who the simulator plays. */
export async function startDemo(
  given: Config,
  { fresh, rate, seed, exchangePort }: DemoOptions,
  say: (text: string) => void,
  played: readonly Colleague[] = agents,
): Promise<Demo> {
  // What the demo's customers are told must never reach a mailbox.
  const config: Config = { ...given, smtp: null }
  const { host, port, publicUrl } = config
  if (exchangePort === port) throw new DemoError('PORT and DEMO_EXCHANGE_PORT must differ.')
  await expectFree(host, port, 'PORT')
  await expectFree(host, exchangePort, 'DEMO_EXCHANGE_PORT')
  const { hostname } = new URL(publicUrl)
  const sites = [...new Set([hostname, 'localhost', '127.0.0.1'])].map(name => `${name}:${exchangePort}`)
  let key = undefined as unknown as SupportKey
  let exchange = undefined as unknown as FastifyInstance
  const node = await startNode(config, async options => {
    key = await prepareDesk(config, options, { fresh, seed, sites, say })
    // While root still may read: Fastify loads parts of itself only when it is used.
    exchange = await createExchange({ desk: publicUrl, key, clock: () => new Date() })
    await exchange.ready()
  })
  try {
    await exchange.listen({ host, port: exchangePort })
    const pace = realPace(onceEach(node.log))
    const line = overNetwork(`http://${reachable(host)}:${node.port}`)
    await allowExchange(await signIn(line, administrator, publicUrl), sites)
    const day = await simulate({ line, pace, key, origin: publicUrl, seed, rate, played })
    const stop = async () => {
      await pace.end()
      await day.end()
      await exchange.close()
      await node.stop()
    }
    return { desk: publicUrl, exchange: `http://${hostname}:${exchangePort}`, stop }
  } catch (error) {
    await node.stop()
    throw error
  }
}

const reachable = (host: string): string =>
  host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host

/** Tells every kind of failure once: the simulator goes on, and a terminal full of the same line helps nobody. */
function onceEach(log: Log): (error: unknown) => void {
  const told = new Set<string>()
  return error => {
    const kind = String(error).replace(/[0-9a-f-]{36}/g, 'id')
    if (told.has(kind)) return
    told.add(kind)
    log.warn({ err: error }, 'the simulator met a failure and goes on')
  }
}
