// F12: mails made to hurt, and one that can't be filed however often it is tried, among people who write by chat and by mail.
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { bombs } from '../../server/modules/channels/email/parse/bombs.fixture.ts'
import { systemClock } from '../../server/platform/clock.ts'
import { progress } from './figures.ts'
import type { World } from './ground.ts'
import { createMailGround, type MailGround, mailOf } from './mail-ground.ts'
import { pause, secondsUntil } from './waiting.ts'

const writeEveryMs = 20
const mostTries = 5
const slowestBombSeconds = 10
const slowestNeighbourMs = 1_000

export async function poisonMail(world: World): Promise<void> {
  const { figures, short } = world
  const ground = await createMailGround(world, 'F12', { works: true, clock: systemClock() })
  const chosen = short ? bombs.slice(0, 6) : bombs
  const neighbours = await startNeighbours(ground)
  let slowest = 0
  const missing: string[] = []
  for (const [name, make] of chosen) {
    const from = `${randomUUID()}@bombs.test`
    const raw = `Received: from ${from}; Mon, 2 Mar 2026 09:00:00 +0000\r\n${make()}`
    await ground.mail({ from, raw })
    const seconds = await secondsUntil(async () => (await unfiled(ground)) === 0, 30)
    progress(`F12 ${name}: ${seconds.toFixed(1)} s`)
    slowest = Math.max(slowest, seconds)
    if (seconds === Infinity) missing.push(name)
  }
  const [slowestAck, slowestMail] = await neighbours.stop()
  figures.atMost('F12 slowest bomb until it is shown', slowest, slowestBombSeconds, ' s')
  figures.none('F12 bombs that are not shown', missing)
  figures.atMost('F12 slowest neighbour by chat', slowestAck, slowestNeighbourMs, ' ms')
  figures.atMost('F12 longest delay of a neighbour by mail', slowestMail, slowestNeighbourMs, ' ms')
  await poison(world, ground)
  await ground.close()
}

const unfiled = async ({ pool }: MailGround): Promise<number> =>
  (await pool.query("select count(*)::int as n from mails where state = 'received'")).rows[0].n

/** Somebody chats all the time, somebody writes mails; gives what took a note longest, and a mail longer than usual, in ms. */
async function startNeighbours(ground: MailGround): Promise<{ stop(): Promise<[number, number]> }> {
  const { admin } = ground
  const from = 'neighbour@customer.test'
  await ground.mail({ from, raw: mailOf(from, randomUUID(), 'Good morning.') })
  await secondsUntil(async () => (await unfiled(ground)) === 0, 30)
  const [{ id }] = (await admin.get('/api/conversations?status=active')).body.conversations
  let isOver = false
  let slowestAck = 0
  const mails: number[] = []
  const chat = async () => {
    while (!isOver) {
      const began = performance.now()
      const entry = { clientId: randomUUID(), kind: 'note', body: 'Still here.' }
      const { status } = await admin.post(`/api/conversations/${id}/entries`, entry)
      if (status !== 200) throw new Error(`a neighbour was refused: ${status}`)
      slowestAck = Math.max(slowestAck, performance.now() - began)
      await pause(writeEveryMs)
    }
  }
  const write = async () => {
    while (!isOver) {
      const began = performance.now()
      const messageId = randomUUID()
      await ground.mail({ from, raw: mailOf(from, messageId, `Again: ${messageId}`) })
      await secondsUntil(() => isFiled(ground, `${messageId}@customer.test`), 30)
      mails.push(performance.now() - began)
      await pause(10 * writeEveryMs)
    }
  }
  const both = Promise.all([chat(), write()])
  return {
    stop: async () => {
      isOver = true
      await both
      const usual = mails.toSorted((one, other) => one - other)[Math.floor(mails.length / 2)] ?? 0
      return [slowestAck, Math.max(...mails) - usual]
    },
  }
}

const isFiled = async ({ pool }: MailGround, messageId: string): Promise<boolean> =>
  (await pool.query("select from mails where message_id = $1 and state = 'filed'", [messageId])).rows.length >
  0

/** A large mail whose bytes are gone from the disk: each try fails. */
async function poison({ figures }: World, ground: MailGround): Promise<void> {
  const { pool, app, filesFolder, admin } = ground
  // Nobody works on it before it is spoilt.
  await app.jobs.stop()
  const from = 'poison@customer.test'
  await ground.mail({ from, raw: mailOf(from, 'poison', 'Lost.\r\n'.repeat(12_000)) })
  const [mail] = (await pool.query("select id, storage_key from mails where state = 'received'")).rows
  rmSync(join(filesFolder, mail.storage_key))
  let tries = 0
  for (; (await unfiled(ground)) > 0 && tries < 2 * mostTries; tries++) {
    await app.jobs.settle().catch(() => {})
    const { rows } = await pool.query(
      `select attempts, extract(epoch from run_at - now())::float as wait from graphile_worker.jobs
       where task_identifier = 'readMail' and attempts > 0`,
    )
    progress(`F12 try ${tries + 1}: next in ${rows[0]?.wait?.toFixed(1) ?? 'no'} s`)
    await pool.query(
      'select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), now())',
    )
  }
  figures.atMost('F12 tries of a mail that can’t be filed', tries, mostTries, '')
  const shown = await pool.query("select conversation_id from mails where id = $1 and state = 'unreadable'", [
    mail.id,
  ])
  const id = shown.rows[0]?.conversation_id
  const entries = id ? (await admin.get(`/api/conversations/${id}/entries`)).body.entries : []
  const isFlagged = entries.some(({ code }: { code?: string }) => code === 'mail_unreadable')
  figures.add('F12 agents are told of it', String(isFlagged), 'true', isFlagged)
}
