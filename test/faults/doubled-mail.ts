// F7: the same mail by two mailboxes, by the door, by a webhook that tries again, and once more when every UID has changed.
import { createHash, createHmac } from 'node:crypto'
import { type Dovecot, startDovecot } from '../dovecot.ts'
import type { World } from './ground.ts'
import { createMailGround, type MailGround, mailOf } from './mail-ground.ts'
import { until } from './waiting.ts'

const second = 'trade@faults.test'

export async function doubledMail(world: World): Promise<void> {
  const count = world.short ? 20 : 200
  const dovecot = await startDovecot()
  try {
    const allow = [`127.0.0.1:${dovecot.port}`]
    const ground = await createMailGround(world, 'F7', { imap: { allow, firstWaitMs: 20 } })
    await fetchTwice(ground, dovecot)
    const mails = Array.from({ length: count }, (_, n) => {
      const from = `customer${n}@customer.test`
      return { from, raw: mailOf(from, `mail${n}`, `Where is deposit ${n}?`) }
    })
    for (const mail of mails) await everyWay(ground, dovecot, mail)
    const other = { from: mails[0]!.from, raw: mailOf(mails[0]!.from, 'mail0', 'Something else, too.') }
    await everyWay(ground, dovecot, other)
    await allFetched(ground)
    await dovecot.kill()
    dovecot.forgetUids()
    await dovecot.start()
    await allFetched(ground)
    await ground.app.jobs.settle()
    await judge(world, ground, [...mails, other].length, count)
    await ground.close()
  } finally {
    await dovecot.remove()
  }
}

/** Two mailboxes, one for each folder of the same server. */
async function fetchTwice({ admin, mailboxId }: MailGround, dovecot: Dovecot): Promise<void> {
  dovecot.makeFolder('Trade')
  const { body } = await admin.post('/api/mailboxes', { address: second, name: 'Trade' })
  const { port, user, password } = dovecot
  const server = { host: '127.0.0.1', port, security: 'plain', user, password, start: 'all' }
  for (const [id, folder] of [
    [mailboxId, 'INBOX'],
    [body.id, 'Trade'],
  ]) {
    const { status } = await admin.put(`/api/mailboxes/${id}/imap`, { ...server, folder })
    if (status !== 200) throw new Error(`a mailbox can't be fetched: ${status}`)
  }
}

/** Each way adds its own line at the top. */
async function everyWay(
  ground: MailGround,
  dovecot: Dovecot,
  { from, raw }: { from: string; raw: string },
): Promise<void> {
  const by = (name: string) => `Received: from ${name}; Mon, 2 Mar 2026 09:00:00 +0000\r\n${raw}`
  dovecot.deliver(by('imap one'))
  dovecot.deliver(by('imap two'), undefined, 'Trade')
  await Promise.all([
    ground.mail({ from, raw: by('smtp') }),
    ground.mail({ from, raw: by('smtp again') }),
    push(ground, by('webhook')),
    push(ground, by('webhook')),
  ])
  await push(ground, by('webhook'))
}

async function push({ admin, app, clock, mailboxId }: MailGround, raw: string): Promise<void> {
  const { secret } = (await admin.get(`/api/mailboxes/${mailboxId}/webhook`)).body
  const timestamp = String(Math.floor(clock().getTime() / 1_000))
  const digest = createHash('sha256').update(raw).digest('hex')
  const signature = createHmac('sha256', secret).update(`${timestamp}.${digest}`).digest('hex')
  const { statusCode, body } = await app.http.inject({
    method: 'POST',
    url: `/api/mailboxes/${mailboxId}/mails`,
    headers: {
      'content-type': 'message/rfc822',
      'x-ballast-timestamp': timestamp,
      'x-ballast-signature': signature,
    },
    payload: raw,
  })
  if (statusCode !== 200) throw new Error(`the webhook was refused: ${statusCode} ${body}`)
}

/** Both mailboxes are connected and read to their ends. */
const allFetched = ({ pool }: MailGround): Promise<void> =>
  until('both mailboxes are read', async () => {
    const { rows } = await pool.query(
      'select connected_at is not null and fault is null as there, uid_validity, last_uid from imap_accounts',
    )
    const before = JSON.stringify(rows)
    await new Promise(resolve => setTimeout(resolve, 500))
    const { rows: after } = await pool.query(
      'select connected_at is not null and fault is null as there, uid_validity, last_uid from imap_accounts',
    )
    return rows.every(({ there, last_uid }) => there && last_uid > 0) && before === JSON.stringify(after)
  })

async function judge(
  { figures }: World,
  { pool, sink }: MailGround,
  different: number,
  senders: number,
): Promise<void> {
  const { rows } = await pool.query<{ body: string; n: number }>(
    "select body, count(*)::int as n from entries where kind = 'message' group by body",
  )
  const twice = rows.filter(({ n }) => n > 1).map(({ body, n }) => `${body}: ${n} times`)
  const lost = rows.length === different ? [] : [`${rows.length} messages instead of ${different}`]
  const acks = Map.groupBy(sink.taken, ({ recipient }) => recipient)
  figures.none('F7 there twice', twice)
  figures.none('F7 lost, also with the Message-ID of another one', lost)
  figures.none(
    'F7 acknowledged otherwise than once',
    [...acks].filter(([, all]) => all.length > 1).map(([to, all]) => `${to}: ${all.length}`),
  )
  figures.add('F7 senders with an acknowledgement', acks.size, `= ${senders}`, acks.size === senders)
}
