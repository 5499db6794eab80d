// Appends at 200 messages a second while 100,000 old mails are imported, against the same without: the import stands still in between.
import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import { type Dovecot, findDovecot, startDovecot } from '../test/dovecot.ts'
import { connectCustomer, openConversations, staffCookie } from './customers.ts'
import { type Ground, runDesk } from './desk.ts'
import { atMost, type Figure, median, percentile, say } from './figures.ts'

const mails = 100_000
const customers = 50
const perSecond = 200
const seconds = 8
const pairs = 7
const body = 'x'.repeat(300)

export async function importBesideCustomers(ground: Ground): Promise<Figure[]> {
  const name = 'import.p95_append_ratio'
  if (!findDovecot()) {
    say('not run: no Dovecot (apt-get install -y dovecot-imapd)')
    return [atMost(name, Number.NaN, 1.3)]
  }
  const dovecot = await startDovecot()
  try {
    fill(dovecot)
    return await measure(ground, dovecot, name)
  } finally {
    dovecot.thaw()
    await dovecot.remove()
  }
}

async function measure(ground: Ground, dovecot: Dovecot, name: string): Promise<Figure[]> {
  const desk = await runDesk(ground, { IMAP_ALLOW: `127.0.0.1:${dovecot.port}` })
  const people = await openConversations(desk.url, customers)
  const sockets = await Promise.all(people.map(person => connectCustomer(desk.url, person)))
  const ids = people.map(({ conversationId }) => conversationId)
  const append = () => steady(sockets, ids)
  await append()
  await startImport(ground, desk.url, dovecot)
  await until(async () => (await done(ground)) > 200)
  const ratios: number[] = []
  const rates: number[] = []
  for (let pair = 0; pair < pairs; pair++) {
    const beside = async () => {
      dovecot.thaw()
      const before = await done(ground)
      const times = await append()
      dovecot.freeze()
      rates.push(((await done(ground)) - before) / seconds)
      return percentile(times, 0.95)
    }
    const alone = async () => {
      dovecot.freeze()
      // What was on its way is filed, and found by the index.
      await new Promise(resolve => setTimeout(resolve, 2_000))
      return percentile(await append(), 0.95)
    }
    const isOdd = pair % 2 === 1
    const [first, second] = isOdd ? [await beside(), await alone()] : [await alone(), await beside()]
    const [withImport, without] = isOdd ? [first, second] : [second, first]
    say(`p95 of append in ms: with the import ${withImport.toFixed(2)}, without ${without.toFixed(2)}`)
    ratios.push(withImport / without)
  }
  for (const ws of sockets) ws.terminate()
  dovecot.thaw()
  await desk.stop()
  return [
    { name: 'import.mails_per_second_beside_customers', value: median(rates), unit: '/s' },
    atMost(name, median(ratios), 1.3),
  ]
}

const began = Date.UTC(2025, 0, 1)

/** Threads of four, as in a mailbox of a desk. */
function fill(dovecot: Dovecot): void {
  for (let n = 0; n < mails; n++) {
    const first = n - (n % 4)
    const writer = `customer${first}@customer.test`
    const lines = [
      `From: A Customer <${writer}>`,
      'To: help@bench.test',
      `Message-ID: <${n}@customer.test>`,
      ...(n === first ? [] : [`References: <${first}@customer.test>`]),
      `Subject: Withdrawal ${first} pending`,
      `Date: ${new Date(began + n * 60_000).toUTCString()}`,
      '',
      ...Array.from({ length: 8 }, () => `Mail ${n}: can you look into it, please? It has been two hours.`),
      '',
    ]
    dovecot.deliver(lines.join('\n'), new Date(began + n * 60_000))
  }
}

async function startImport(ground: Ground, url: string, { port, user, password }: Dovecot): Promise<void> {
  const { cookie } = await staffCookie(ground, 'administrator')
  const origin = `http://localhost:${new URL(url).port}`
  const send = async (path: string, wanted: object) => {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, origin },
      body: JSON.stringify(wanted),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json() as Promise<{ id: string }>
  }
  const { id } = await send('/api/mailboxes', { address: 'help@bench.test', name: 'Help' })
  const server = { host: '127.0.0.1', port, security: 'plain', user, password }
  await send(`/api/mailboxes/${id}/import`, { ...server, folders: ['INBOX'] })
}

const done = async ({ pool }: Ground): Promise<number> =>
  (await pool.query('select filed from mail_imports')).rows[0]?.filed ?? 0

async function until(met: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 300_000
  while (!(await met())) {
    if (performance.now() > deadline) throw new Error('the import does not begin')
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

/** Sends at an even rate; gives how long each message took to be acknowledged, in ms. */
async function steady(sockets: WebSocket[], ids: string[]): Promise<number[]> {
  const sentAt = new Map<string, number>()
  const times: number[] = []
  const listener = (data: unknown) => {
    const text = String(data)
    if (text.startsWith('{"type":"refused"')) throw new Error(text)
    if (!text.startsWith('{"type":"ack"')) return
    const { clientId } = JSON.parse(text) as { clientId: string }
    times.push(performance.now() - sentAt.get(clientId)!)
  }
  for (const ws of sockets) ws.on('message', listener)
  const total = perSecond * seconds
  const from = performance.now()
  for (let n = 0; n < total; n++) {
    const early = from + (n * 1_000) / perSecond - performance.now()
    if (early > 0) await new Promise(resolve => setTimeout(resolve, early))
    const at = n % sockets.length
    const entry = { clientId: randomUUID(), body, attachments: [] }
    sentAt.set(entry.clientId, performance.now())
    sockets[at]!.send(JSON.stringify({ type: 'append', conversationId: ids[at], entry }))
  }
  await new Promise(resolve => setTimeout(resolve, 1_000))
  for (const ws of sockets) ws.off('message', listener)
  // An acknowledgement that never came is infinitely late.
  return [...times, ...Array.from({ length: total - times.length }, () => Number.POSITIVE_INFINITY)]
}
