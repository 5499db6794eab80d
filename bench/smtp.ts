// From SMTP to a stored conversation: mails of strangers a second, against a server that only writes the raw mail to the database.
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type Ground, runServer } from './desk.ts'
import { atLeast, type Figure, median, say } from './figures.ts'
import { connectSmtp, type SmtpClient } from './smtp-client.ts'

const connections = 20
const mailsPerTurn = 600
const turns = 7
const warmUps = 2
const mailbox = 'help@bench.test'
const paragraph = 'My withdrawal has been pending for two hours, can you look into it please? '

/** How many are in place: in a conversation, or in the bare table. */
type Stored = (pool: pg.Pool) => Promise<number>

const inConversations: Stored = async pool =>
  (await pool.query("select count(*)::int as n from mails where state = 'filed'")).rows[0].n
const inTable: Stored = async pool =>
  (await pool.query('select count(*)::int as n from bare_mails')).rows[0].n

export async function smtpToConversation(ground: Ground): Promise<Figure[]> {
  const desk = await runServer(ground, 'bench/mail-desk.ts')
  const bare = await runServer(ground, 'bench/bare/mail-sink.ts')
  await ground.pool.query(
    `insert into mailboxes (id, address, name, created_at) values ($1, $2, 'Help', now())`,
    [randomUUID(), mailbox],
  )
  const [deskClients, bareClients] = [await connectAll(desk.url), await connectAll(bare.url)]
  const file = () => turn(ground, deskClients, inConversations)
  const sink = () => turn(ground, bareClients, inTable)
  // Both have compiled what they run often before anything counts.
  for (let n = 0; n < warmUps; n++) {
    await sink()
    await file()
  }
  const ratios: number[] = []
  const ours: number[] = []
  for (let n = 0; n < turns; n++) {
    const bareRate = await sink()
    const deskRate = await file()
    say(`mails a second: desk ${deskRate.toFixed(0)}, bare ${bareRate.toFixed(0)}`)
    ratios.push(deskRate / bareRate)
    ours.push(deskRate)
  }
  for (const client of [...deskClients, ...bareClients]) client.close()
  await Promise.all([desk.stop(), bare.stop()])
  return [
    { name: 'smtp.mails_per_second', value: median(ours), unit: '/s' },
    atLeast('smtp.ratio_to_bare', median(ratios), 0.25),
  ]
}

const connectAll = (url: string) =>
  Promise.all(Array.from({ length: connections }, () => connectSmtp(Number(new URL(url).port))))

/** Mails a second, until the last one is in place. */
async function turn({ pool }: Ground, clients: SmtpClient[], stored: Stored): Promise<number> {
  const goal = (await stored(pool)) + mailsPerTurn
  let left = mailsPerTurn
  const from = performance.now()
  await Promise.all(
    clients.map(async client => {
      while (left-- > 0) {
        const writer = `${randomUUID()}@customer.test`
        await client.send(writer, mailbox, mailOf(writer))
      }
    }),
  )
  while ((await stored(pool)) < goal) await new Promise(resolve => setTimeout(resolve, 10))
  return (mailsPerTurn * 1_000) / (performance.now() - from)
}

const mailOf = (writer: string): string =>
  [
    `From: A Customer <${writer}>`,
    `To: ${mailbox}`,
    `Message-ID: <${randomUUID()}@customer.test>`,
    'Subject: Withdrawal pending',
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    ...Array.from({ length: 12 }, () => paragraph),
    '',
    '-- ',
    'Sent from a telephone',
  ].join('\r\n')
