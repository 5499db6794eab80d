// Suggestions while somebody types, twenty people at once and a thousand articles, beside the bare question to the database.
import { randomUUID } from 'node:crypto'
import { Agent, get } from 'node:http'
import pg from 'pg'
import { type Ground, runDesk } from './desk.ts'
import { atMost, type Figure, median, percentile, say } from './figures.ts'

const articles = 1_000
const atOnce = 20
const rounds = 5
const perRound = 200

const things =
  'deposit withdrawal network address fee order margin futures account code phone password'.split(' ')
const matters = 'missing pending wrong slow locked refused changed expired cancelled limited'.split(' ')
const places = 'bitcoin ethereum tron solana ripple polygon avalanche cosmos'.split(' ')
/** Every word of it stands in some titles and not in others. */
const titleOf = (n: number) =>
  `${pick(things, n)} ${pick(matters, Math.floor(n / 12))} on ${pick(places, Math.floor(n / 120))} ${n}`
const questionOf = (n: number) => `my ${pick(things, n * 7)} is ${pick(matters, n * 3)} ${pick(places, n)}`
const pick = (words: readonly string[], n: number) => words[n % words.length]!

export async function helpSuggestions(ground: Ground): Promise<Figure[]> {
  // The first start makes the tables, the second one finds the articles in them.
  await (await runDesk(ground)).stop()
  await writeArticles(ground)
  const desk = await runDesk(ground)
  const bare = new pg.Pool({ ...ground.postgres.connection, max: atOnce })
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const askDesk = (n: number) => ask(`${desk.url}/api/help/search?${query(n)}`, agent)
  const askBare = async (n: number) =>
    void (await bare.query({ name: 'fit', text: fit, values: [bareQuery(n)] }))
  await spent(askDesk)
  await spent(askBare)
  const [times, ratios]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    const bareMs = percentile(await spent(askBare), 0.95)
    const deskMs = percentile(await spent(askDesk), 0.95)
    say(`p95 of ${perRound}, ${atOnce} at once: desk ${deskMs.toFixed(1)} ms, bare ${bareMs.toFixed(1)} ms`)
    times.push(deskMs)
    ratios.push(deskMs / bareMs)
  }
  agent.destroy()
  await bare.end()
  await desk.stop()
  return [
    atMost('help-suggestions.p95_20_at_once', median(times), 10, 'ms'),
    { name: 'help-suggestions.ratio_to_bare_sql', value: median(ratios), unit: '×' },
  ]
}

const query = (n: number) => new URLSearchParams({ q: questionOf(n), locale: 'en', searchId: randomUUID() })
const bareQuery = (n: number) => questionOf(n).split(' ').join(' | ')
const fit = `select article_id from bare_articles where words @@ to_tsquery('simple', $1) order by ts_rank(words, to_tsquery('simple', $1)) desc limit 3`

/** How long each of a round took, in ms. */
async function spent(asking: (n: number) => Promise<void>): Promise<number[]> {
  const times: number[] = []
  let next = 0
  const worker = async () => {
    while (next < perRound) {
      const n = next++
      const from = performance.now()
      await asking(n)
      times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return times
}

function ask(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = get(url, { agent }, answer => {
      answer.resume()
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${url}: ${answer.statusCode}`)),
      )
    })
    sent.on('error', reject)
  })
}

async function writeArticles({ pool }: Ground): Promise<void> {
  const rows = Array.from({ length: articles }, (_, n) => ({
    id: randomUUID(),
    slug: `article-${n}`,
    title: titleOf(n),
  }))
  const values = [JSON.stringify(rows)]
  const given = 'jsonb_to_recordset($1::jsonb) as w(id uuid, slug text, title text)'
  await pool.query(
    `insert into articles (id, slug, kind, level, original_locale, created_at, updated_at)
     select id, slug, 'guide', 'beginner', 'en', now(), now() from ${given}`,
    values,
  )
  await pool.query(
    `insert into article_texts (article_id, locale, state, newest, published, published_at, first_published_at)
     select id, 'en', 'published', 1, 1, now(), now() from ${given}`,
    values,
  )
  await pool.query(
    `insert into article_revisions (article_id, locale, number, title, summary, body, questions, created_at)
     select id, 'en', 1, title, 'What to do about ' || title, repeat('Look at the page of your wallet. ', 100), '{}', now() from ${given}`,
    values,
  )
  await pool.query(
    `create table bare_articles as select id as article_id, to_tsvector('simple', title || ' What to do about ' || title) as words from ${given}`,
    values,
  )
  await pool.query('create index bare_articles_words on bare_articles using gin (words)')
  await pool.query('analyze')
}
