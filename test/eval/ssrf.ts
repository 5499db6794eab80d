// Holds the door to the outside against vectors that others have collected: `node test/eval/ssrf.ts <file or folder> [--fails]`.
import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, isIP } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { atLeast, atMost, isShort, print } from '../../bench/figures.ts'
import { connect } from '../../server/platform/outbound/connect.ts'
import { createOutbound, OutboundRefused } from '../../server/platform/outbound.ts'

const fileShape = z.object({
  vectors: z.array(z.strictObject({ host: z.string(), allow: z.boolean() })),
  ours_extra_deny: z.array(z.string()).default([]),
  must_also: z.array(z.string()).default([]),
})

const showsFails = process.argv.includes('--fails')
const given = process.argv.slice(2).find(argument => !argument.startsWith('--'))
if (!given) throw new Error('Which file, or folder with ssrf-vectors.json?')
const path = statSync(given).isDirectory() ? join(given, 'ssrf-vectors.json') : given
const file = fileShape.parse(JSON.parse(readFileSync(path, 'utf8')))

const publicAddress = '93.184.215.14'
const bait = createServer((request, response) => {
  const { searchParams, pathname } = new URL(request.url ?? '/', 'http://bait.example/')
  const location = searchParams.get('to')
  if (location !== null) response.writeHead(302, { location: Buffer.from(location).toString('latin1') })
  if (pathname === '/slow') response.write('.')
  else if (pathname === '/large') response.end(Buffer.alloc(5_000_001))
  else response.end()
})
await new Promise<void>(resolve => bait.listen(0, '127.0.0.1', resolve))
const baitPort = (bait.address() as AddressInfo).port

interface Seen {
  outcome: 'answered' | 'refused' | 'failed'
  /** Addresses to which connections were asked for, apart from those that lead to the bait. */
  connected: string[]
  milliseconds: number
}

/** One request with made-up DNS. Every connection is recorded; that to bait.example reaches our own server, any other ends. */
async function attempt(url: string, answers: Record<string, string[][]> = {}, times = 1): Promise<Seen> {
  const connected: string[] = []
  const asked = new Map<string, number>()
  const outbound = createOutbound({
    allow: [],
    async resolve(host) {
      const turn = asked.get(host) ?? 0
      asked.set(host, turn + 1)
      const mine = answers[host] ?? [embeddedIn(host) ?? [publicAddress]]
      return mine[Math.min(turn, mine.length - 1)] ?? []
    },
    connect(destination, signal) {
      if (destination.host === 'bait.example') {
        return connect({ ...destination, addresses: ['127.0.0.1'], port: baitPort }, signal)
      }
      connected.push(...destination.addresses)
      return Promise.reject(new Error('recorded'))
    },
  })
  const started = performance.now()
  let outcome: Seen['outcome'] = 'answered'
  for (let time = 0; time < times; time++) {
    await outbound.fetch(url).catch((error: unknown) => {
      outcome = error instanceof OutboundRefused && error.reason !== 'unreachable' ? 'refused' : 'failed'
    })
  }
  return { outcome, connected, milliseconds: performance.now() - started }
}

/** As the public services do it that answer with the address inside the name. */
function embeddedIn(host: string): string[] | null {
  const found = /(?:^|[.-])(\d{1,3})[.-](\d{1,3})[.-](\d{1,3})[.-](\d{1,3})\.(?:nip|sslip|xip)\.io$/.exec(
    host,
  )
  return found ? [found.slice(1).join('.')] : null
}

const isBlocked = ({ outcome, connected }: Seen) => outcome === 'refused' && connected.length === 0
/** With and without brackets, because what isn't in brackets can't be a URL. */
const hostsOf = (host: string) => (host.includes(':') && !host.startsWith('[') ? [host, `[${host}]`] : [host])
const openUrlsOf = (host: string) =>
  hostsOf(host).flatMap(each => [`http://${each}/`, `https://${each}/`, `http://${each}:443/x?y`])
const urlsOf = (host: string) => [
  ...openUrlsOf(host),
  ...hostsOf(host).map(each => `http://${each}:8080/x?y`),
]

const viaRedirect = (url: string) => `http://bait.example/?to=${encodeURIComponent(url)}`
const allBlocked = async (urls: string[]) =>
  (await Promise.all(urls.map(url => attempt(url)))).every(isBlocked)

/** As a URL, as a redirect and, if it is an address, as what the DNS says of a name. */
async function isDenied(host: string): Promise<boolean> {
  const addresses = hostsOf(host)
    .filter(each => URL.canParse(`http://${each}/`))
    .map(each => new URL(`http://${each}/`).hostname.replace(/^\[|\]$/g, ''))
    .filter(each => isIP(each) !== 0)
  const named = addresses.map(address =>
    attempt('http://a.example/', { 'a.example': [[publicAddress, address]] }),
  )
  const urls = urlsOf(host)
  return (await Promise.all(named)).every(isBlocked) && allBlocked([...urls, ...urls.map(viaRedirect)])
}

const denied = [
  ...file.vectors.filter(({ allow }) => !allow).map(({ host }) => host),
  ...file.ours_extra_deny,
]
const welcome = file.vectors.filter(({ allow }) => allow).map(({ host }) => host)

/** What `must_also` says in words, each with how it is tried here. */
const scenarios: [words: RegExp, isHeld: () => Promise<boolean>][] = [
  [/^redirect /, () => allBlocked(denied.flatMap(urlsOf).map(viaRedirect))],
  [
    /resolving to/,
    async () => isBlocked(await attempt('http://a.example/', { 'a.example': [['127.0.0.1']] })),
  ],
  [/rebinding/, rebindingIsHeld],
  [/^userinfo/, () => allBlocked(['https://example.org@127.0.0.1/', 'https://a:b@example.org/'])],
  [
    /^non-http/,
    () => allBlocked(['file:///etc/passwd', 'gopher://a.example/', 'ftp://a.example/', 'data:,x', 'unix:/x']),
  ],
  [/^response >/, async () => (await attempt('http://bait.example/large')).outcome === 'refused'],
  [/^slow body/, slowBodyEnds],
  [
    /^port /,
    () =>
      allBlocked(
        [22, 25, 81, 1023, 2375, 5432, 6379, 8080, 8443, 9200].map(port => `http://a.example:${port}/`),
      ),
  ],
]

async function rebindingIsHeld(): Promise<boolean> {
  const turning = { 'a.example': [[publicAddress], ['127.0.0.1']] }
  const { outcome, connected } = await attempt('http://a.example/', turning, 2)
  return outcome === 'refused' && connected.join() === publicAddress
}

async function slowBodyEnds(): Promise<boolean> {
  const { outcome, milliseconds } = await attempt('http://bait.example/slow')
  return outcome === 'refused' && milliseconds < 11_000
}

async function scenarioHolds(words: string): Promise<boolean> {
  const found = scenarios.find(([pattern]) => pattern.test(words))
  return found ? found[1]() : false
}

async function isWelcome(host: string): Promise<boolean> {
  const seen = await Promise.all(
    openUrlsOf(host)
      .filter(url => URL.canParse(url))
      .map(url => attempt(url)),
  )
  return (
    seen.length > 0 && seen.every(({ outcome, connected }) => outcome === 'failed' && connected.length === 1)
  )
}

const tries: [name: string, isHeld: Promise<boolean>][] = [
  ...denied.map((host): [string, Promise<boolean>] => [host, isDenied(host)]),
  ...file.must_also.map((words): [string, Promise<boolean>] => [words, scenarioHolds(words)]),
]
const reached = await failing(tries)
const missed = await failing(welcome.map(host => [host, isWelcome(host)]))

async function failing(all: [name: string, isHeld: Promise<boolean>][]): Promise<string[]> {
  const held = await Promise.all(all.map(([, each]) => each))
  return all.filter((_each, at) => !held[at]).map(([name]) => name)
}

const figures = [
  { name: 'ssrf.tried', value: tries.length + welcome.length },
  atLeast('ssrf.blocked', ((tries.length - reached.length) / tries.length) * 100, 100, '%'),
  atMost('ssrf.wrongly_blocked', missed.length, 0),
]
for (const figure of figures) print(figure)
if (showsFails) {
  for (const name of reached) process.stdout.write(`not blocked: ${name}\n`)
  for (const name of missed) process.stdout.write(`wrongly blocked: ${name}\n`)
}
bait.closeAllConnections()
bait.close()
if (figures.some(isShort)) process.exitCode = 1
