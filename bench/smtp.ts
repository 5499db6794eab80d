// From SMTP to a stored conversation: mails of strangers a second, against a server that only writes the raw mail to the database.
import { randomUUID } from 'node:crypto'
import { type Ground, runServer } from './desk.ts'
import { atLeast, type Figure, median, say } from './figures.ts'
import { connectSmtp, type SmtpClient } from './smtp-client.ts'

const connections = 20
const mailsPerTurn = 2_000
const turns = 7
const warmUps = 3
const mailbox = 'help@bench.test'
const paragraph = 'My withdrawal has been pending for two hours, can you look into it please? '

/** Whether all that were taken are in place, asked often; and how many that are. */
interface Stored {
  isDone: string
  count: string
}

const inConversations: Stored = {
  isDone: 'select not exists (select from mails where node_id is not null) as done',
  count: "select count(*)::int as n from mails where state = 'filed'",
}
const inTable: Stored = {
  isDone: 'select true as done',
  count: 'select count(*)::int as n from bare_mails',
}

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
  // As the database does by itself within the first minutes.
  await ground.pool.query('analyze')
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
async function turn({ pool }: Ground, clients: SmtpClient[], { isDone, count }: Stored): Promise<number> {
  const before = (await pool.query(count)).rows[0].n
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
  while (!(await pool.query(isDone)).rows[0].done) await new Promise(resolve => setTimeout(resolve, 10))
  const ms = performance.now() - from
  const stored = (await pool.query(count)).rows[0].n - before
  if (stored !== mailsPerTurn) throw new Error(`${stored} of ${mailsPerTurn} mails are in place`)
  return (mailsPerTurn * 1_000) / ms
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
