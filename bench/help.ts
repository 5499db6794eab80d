// An article of the help centre through the whole server, against a bare Fastify route that answers with the same bytes; and its weight.
import { readFileSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { newId } from '../server/platform/ids.ts'
import { type Ground, type Running, runDesk, runServer } from './desk.ts'
import { atLeast, atMost, type Figure, median, say } from './figures.ts'

/** Short turns, so that whatever else the machine does meets both alike. */
const seconds = 1
const rounds = 15
/** Each with one request under way, as browsers and proxies have them. */
const sockets = 32
const slug = 'deposit-not-credited'
const path = `/help/en/articles/${slug}`

export async function help(ground: Ground): Promise<Figure[]> {
  const desk = await runDesk(ground)
  await publish(ground)
  const page = await bytesOf(`${desk.url}${path}`)
  const css = await bytesOf(`${desk.url}/site/style.css`)
  const zipped = await Promise.all([path, '/site/style.css'].map(at => sentOf(desk, at)))
  const file = join(ground.folder, 'page.html')
  writeFileSync(file, page)
  const bare = await runServer(ground, 'bench/bare/page-server.ts', [file])
  const ratios: number[] = []
  const rates: number[] = []
  // Both have compiled what they run often before anything counts.
  for (let round = -2; round < rounds; round++) {
    const bareRate = await rate(bare, '/page')
    const deskRate = await rate(desk, path)
    if (round < 0) continue
    say(`articles a second: desk ${deskRate.toFixed(0)}, bare ${bareRate.toFixed(0)}`)
    rates.push(deskRate)
    ratios.push(deskRate / bareRate)
  }
  await Promise.all([desk.stop(), bare.stop()])
  return [
    { name: 'help.articles_per_second', value: median(rates), unit: '/s' },
    atLeast('help.ratio_to_bare', median(ratios), 0.5),
    atMost('help.article_kB', (page.length + css.length) / 1_000, 30, 'kB'),
    { name: 'help.article_zipped_kB', value: (zipped[0]! + zipped[1]!) / 1_000, unit: 'kB' },
  ]
}

async function bytesOf(url: string): Promise<Buffer> {
  const response = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}

/** Bytes of the body as a browser is sent it. */
async function sentOf({ url }: Running, at: string): Promise<number> {
  const response = await fetch(`${url}${at}`, { headers: { 'accept-encoding': 'gzip' } })
  await response.arrayBuffer()
  return Number(response.headers.get('content-length'))
}

/** Answers a second, counted by their bytes, so that counting takes nothing from the servers. */
async function rate({ url }: Running, at: string): Promise<number> {
  const { hostname, port } = new URL(url)
  const request = `GET ${at} HTTP/1.1\r\nhost: ${hostname}\r\n\r\n`
  const length = await lengthOf(hostname, Number(port), request)
  const open = Array.from({ length: sockets }, () => connect(Number(port), hostname))
  const from = performance.now()
  const end = from + seconds * 1_000
  const answered = await Promise.all(open.map(socket => keepAsking(socket, request, length, end)))
  return answered.reduce((sum, count) => sum + count, 0) / ((performance.now() - from) / 1_000)
}

function keepAsking(socket: Socket, request: string, length: number, end: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let bytes = 0
    let asked = 1
    socket.on('error', reject)
    socket.on('data', chunk => {
      bytes += chunk.length
      if (bytes < asked * length) return
      if (bytes > asked * length) return reject(new Error('answers of another length'))
      if (performance.now() < end) {
        asked += 1
        return socket.write(request)
      }
      socket.destroy()
      resolve(asked)
    })
    socket.write(request)
  })
}

/** Of one whole answer, with its head. */
function lengthOf(host: string, port: number, request: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host)
    let bytes = Buffer.alloc(0)
    socket.on('error', reject)
    socket.on('data', chunk => {
      bytes = Buffer.concat([bytes, chunk])
      const head = bytes.indexOf('\r\n\r\n')
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(bytes.subarray(0, head).toString())?.[1])
      if (head < 0 || bytes.length < head + 4 + length) return
      socket.destroy()
      if (!bytes.toString('latin1', 0, 15).includes(' 200 '))
        reject(new Error(bytes.toString('utf8', 0, 200)))
      resolve(bytes.length)
    })
    socket.write(request)
  })
}

/** A starter article, as if it had been written and approved here. */
async function publish({ pool }: Ground): Promise<void> {
  const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(
    readFileSync(join(import.meta.dirname, `../content/articles/${slug}.en.md`), 'utf8'),
  )!
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(front)?.[1] ?? ''
  const id = newId()
  await pool.query(
    `insert into articles (id, slug, kind, level, original_locale, reviewed_at, created_at, updated_at)
     values ($1, $2, 'troubleshooting', 'beginner', 'en', now(), now(), now())`,
    [id, slug],
  )
  await pool.query(
    `insert into article_texts (article_id, locale, state, newest, published, published_at, first_published_at)
     values ($1, 'en', 'published', 1, 1, now(), now())`,
    [id],
  )
  await pool.query(
    `insert into article_revisions (article_id, locale, number, title, summary, body, questions, created_at)
     values ($1, 'en', 1, $2, $3, $4, '{}', now())`,
    [id, field('title'), field('summary'), body],
  )
}
