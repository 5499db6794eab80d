// The agents' search over a million entries: every kind of query through HTTP, for those who read all and those who don't,
// beside the bare SQL that takes what the index has and sorts it.
import { toSearchQuery } from '../server/text/search-query.ts'
import { staffCookie } from './customers.ts'
import { type Ground, runDesk } from './desk.ts'
import { atMost, type Figure, median, percentile, say } from './figures.ts'
import { entries, fillWithSpeech } from './spoken.ts'

const samples = 60
const warmUps = 20
const goalMs = 30

/** A space behind the last word says that it is whole. */
const kinds: Record<string, string[]> = {
  very_frequent: ['q=the+', 'q=your+', 'q=提币'],
  middling: ['q=withdrawal+', 'q=钓鱼', 'q=margin+'],
  rare: ['q=passkey+', 'q=注销账户'],
  transaction_id: [],
  several_terms: ['q=deposit+network+', 'q=the+提币', 'q=margin+liquidation+'],
  prefix: ['q=w', 'q=depo', 'q=liquid', 'q=zq'],
  filtered: [
    'q=the+&tag=vip',
    'q=your+&tag=refund',
    'q=提币&status=open',
    'q=deposit+&channel=email&locale=en',
    'q=the+&assignee=me',
    'q=提币&to=2026-01-01T00:00:00Z',
  ],
  filters_alone: ['status=open', 'tag=vip', 'channel=email', 'assignee=me'],
}

export async function search(ground: Ground): Promise<Figure[]> {
  const desk = await runDesk(ground)
  const readers = { all: await staffCookie(ground), own: await staffCookie(ground, 'agent') }
  say(`writing ${entries} entries`)
  await fillWithSpeech(ground.pool, readers.all.staffId)
  const some = await ground.pool.query<{ id: string }>(`select 'tx' || md5('777777') as id`)
  kinds.transaction_id = [`q=${some.rows[0]!.id}`, `q=${some.rows[0]!.id.slice(0, 8)}`]
  const figures: Figure[] = []
  for (const [kind, queries] of Object.entries(kinds)) {
    for (const [who, { cookie }] of Object.entries(readers)) {
      const times: number[] = []
      const bare: number[] = []
      for (let n = 0; n < warmUps + samples; n++) {
        const query = queries[n % queries.length]!
        const took = await time(() => ask(`${desk.url}/api/search?${query}`, cookie))
        if (n >= warmUps) times.push(took)
        const literal = toSearchQuery(new URLSearchParams(query).get('q') ?? '')
        // A frequent word takes it long enough that a few times tell.
        if (n >= warmUps && n % 4 === 0 && literal)
          bare.push(await time(() => ground.pool.query(bareSearch, [literal])))
      }
      const p95 = percentile(times, 0.95)
      say(`${kind} (${who}): p50 ${median(times).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`)
      figures.push(atMost(`search.${kind}_${who}_p95_ms`, p95, goalMs, 'ms'))
      if (bare.length > 0)
        figures.push({ name: `search.${kind}_${who}_of_bare`, value: p95 / percentile(bare, 0.95) })
    }
  }
  await desk.stop()
  return figures
}

const bareSearch = `select conversation_id, seq, at from entry_search where terms @@ $1::tsquery order by at desc limit 31`

async function ask(url: string, cookie: string): Promise<void> {
  const response = await fetch(encodeURI(url), { headers: { cookie } })
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`)
  await response.arrayBuffer()
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
