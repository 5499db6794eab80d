// F13: a mailbox full of old mail is imported while everybody writes, and the node that does it is killed halfway.
import { join } from 'node:path'
import type pg from 'pg'
import { type Dovecot, startDovecot } from '../dovecot.ts'
import { baseOf } from './browser-sockets.ts'
import { check } from './checker/check.ts'
import { p95, progress } from './figures.ts'
import { createGround, type Ground, secretKey, type World } from './ground.ts'
import { ackTimes } from './history.ts'
import { startLoad } from './load.ts'
import { hireStaff, post } from './people.ts'
import { pause, until } from './waiting.ts'

const mailsOfThread = 4
const sizes = { short: { mails: 1_000, perSecond: 30 }, full: { mails: 100_000, perSecond: 100 } }
/** So much of the import is done when the node is killed. */
const killedAt = 0.2
const aloneMs = 5_000
const longestSeconds = 3_600

export async function importedMailbox(world: World): Promise<void> {
  const { figures, short } = world
  const { mails, perSecond } = short ? sizes.short : sizes.full
  const dovecot = await startDovecot()
  try {
    fill(dovecot, mails)
    const ground = await createGround(world, {
      name: 'F13',
      customers: short ? 12 : 40,
      agents: 4,
      env: { IMAP_ALLOW: `127.0.0.1:${dovecot.port}` },
    })
    const load = startLoad(ground, perSecond)
    await pause(aloneMs)
    const began = performance.now()
    await startImport(world, ground, dovecot)
    const done = () => doneOf(ground.pool)
    await until('the import gets on', async () => (await done()) >= mails * killedAt, longestSeconds)
    const during = p95(ackTimes(ground.history, began))
    const alone = p95(ackTimes(ground.history, 0, began))
    ground.nodes[0]!.kill('SIGKILL')
    const atKill = await done()
    await until('the import goes on', async () => (await done()) > atKill, longestSeconds)
    progress(`F13 killed at ${atKill} of ${mails}, went on`)
    load.stop()
    await until('the import is done', async () => (await stateOf(ground.pool)) === 'done', longestSeconds)
    progress(`F13 imported within ${Math.round((performance.now() - began) / 1000)} s`)
    figures.add(
      'F13 p95 with the import beside that without',
      (during / alone).toFixed(2),
      'for information',
      true,
    )
    for (const [what, faults] of Object.entries(await compare(ground.pool, mails)))
      figures.none(`F13 ${what}`, faults)
    await check(ground, figures)
    await ground.close()
  } finally {
    await dovecot.remove()
  }
}

const began = Date.UTC(2025, 0, 1)

/** Threads of questions and, every other mail, the desk's answers. */
function fill(dovecot: Dovecot, mails: number): void {
  for (let n = 0; n < mails; n++) {
    const place = n % mailsOfThread
    const first = n - place
    const customer = `customer${first}@old.test`
    const [from, to] = place % 2 === 0 ? [customer, 'help@faults.test'] : ['help@faults.test', customer]
    const lines = [
      `From: ${from}`,
      `To: ${to}`,
      `Message-ID: <${n}@old.test>`,
      ...(place > 0 ? [`In-Reply-To: <${n - 1}@old.test>`] : []),
      `Subject: Thread ${first}`,
      `Date: ${new Date(began + n * 60_000).toUTCString()}`,
      '',
      `Mail ${n} of thread ${first}.`,
      '',
    ]
    dovecot.deliver(lines.join('\n'), new Date(began + n * 60_000))
  }
}

async function startImport(world: World, { nodes, connection }: Ground, dovecot: Dovecot): Promise<void> {
  const [node] = nodes
  const seed = { connection, folder: join(world.folder, 'F13'), publicUrl: node!.base, secretKey }
  const [session] = await hireStaff(seed, 1, 'administrator')
  const base = baseOf(node!.base, session!)
  const { id } = await post(`${base}/api/mailboxes`, { address: 'help@faults.test', name: 'Help' })
  const { port, user, password } = dovecot
  const server = { host: '127.0.0.1', port, security: 'plain', user, password }
  await post(`${base}/api/mailboxes/${id}/import`, { ...server, folders: ['INBOX'] })
}

const doneOf = async (pool: pg.Pool): Promise<number> =>
  (await pool.query('select filed from mail_imports')).rows[0].filed

const stateOf = async (pool: pg.Pool): Promise<string> =>
  (await pool.query('select state from mail_imports')).rows[0].state

/** What is there against what was in the mailbox. */
async function compare(pool: pg.Pool, mails: number): Promise<Record<string, string[]>> {
  const one = async (text: string) => (await pool.query<{ n: number }>(text)).rows[0]!.n
  const differs = (name: string, got: number, wanted: number) =>
    got === wanted ? [] : [`${name}: ${got} instead of ${wanted}`]
  const imported = `from conversations where 'imported' = any(tags)`
  const entries = `from entries where kind = 'message' and conversation_id in (select id ${imported})`
  return {
    'mails lost or doubled': [
      ...differs('mails', await one(`select count(*)::int as n from mails where state = 'filed'`), mails),
      ...differs('messages', await one(`select count(*)::int as n ${entries}`), mails),
      ...differs('different ones', await one(`select count(distinct body)::int as n ${entries}`), mails),
      ...differs('counted', await doneOf(pool), mails),
    ],
    'threads that are not whole, or not in order': [
      ...differs('conversations', await one(`select count(*)::int as n ${imported}`), mails / mailsOfThread),
      ...differs(
        'whole ones',
        await one(`select count(*)::int as n ${imported} and seq = ${mailsOfThread}`),
        mails / mailsOfThread,
      ),
      ...differs(
        'in their order',
        await one(
          `select count(*)::int as n ${entries} and substring(body from '^Mail (\\d+)')::int % ${mailsOfThread} = seq - 1`,
        ),
        mails,
      ),
    ],
    'of old mail that somebody was told of': [
      ...differs('mails sent', await one('select count(*)::int as n from outgoing_mails'), 0),
      ...differs(
        'unread',
        await one(`select coalesce(sum(unread_by_desk + unread_by_customer), 0)::int as n ${imported}`),
        0,
      ),
      ...differs(
        'promised',
        await one(`select count(*)::int as n from promises where conversation_id in (select id ${imported})`),
        0,
      ),
      ...differs(
        'events',
        await one(
          `select count(*)::int as n from events where type <> 'conversation.imported' and conversation_id in (select id ${imported})`,
        ),
        0,
      ),
    ],
  }
}
