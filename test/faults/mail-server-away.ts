// F15: the server for outgoing mail is away for an hour, says "later", says "never", or takes mails and hangs up before it says so.
import { randomUUID } from 'node:crypto'
import type { World } from './ground.ts'
import { createMailGround, type MailGround, mailOf } from './mail-ground.ts'

const hour = 3_600

interface Answered {
  id: string
  seq: number
  customer: string
}

export async function mailServerAway(world: World): Promise<void> {
  const { figures } = world
  const count = world.short ? 5 : 40
  const ground = await createMailGround(world, 'F15')
  const { sink } = ground

  const down = await conversations(ground, 'down', count)
  await sink.stop()
  const whileDown = await answerAll(ground, down)
  await pass(ground, hour)
  figures.add(
    'F15 sent while the server was away',
    copiesOf(ground, whileDown).flat().length,
    '0',
    copiesOf(ground, whileDown).flat().length === 0,
  )
  await sink.start()
  await pass(ground, 5 * hour)
  once(world, ground, 'away for an hour', whileDown)

  const later = await conversations(ground, 'later', count)
  sink.manner = 'later'
  const whileLater = await answerAll(ground, later)
  await pass(ground, hour)
  sink.manner = 'takes'
  await pass(ground, 5 * hour)
  once(world, ground, '“later” for an hour', whileLater)

  const never = await conversations(ground, 'never', count)
  sink.manner = 'never'
  const before = sink.tries
  const whileNever = await answerAll(ground, never)
  await pass(ground, 6 * hour)
  sink.manner = 'takes'
  figures.add(
    'F15 “never”: tries for each',
    (sink.tries - before) / count,
    '= 1',
    sink.tries - before === count,
  )
  figures.none('F15 “never”: not seen at the answer', await unseen(ground, whileNever))

  const cut = await conversations(ground, 'cut', count)
  sink.manner = 'hangs_up'
  const whileCut = await answerAll(ground, cut)
  sink.manner = 'takes'
  await pass(ground, 2 * hour)
  const copies = copiesOf(ground, whileCut)
  figures.none(
    'F15 cut before the yes: lost, or again under another Message-ID',
    copies.flatMap((all, n) =>
      all.length > 0 && new Set(all.map(({ messageId }) => messageId)).size === 1
        ? []
        : [`${cut[n]!.customer}: ${all.length}`],
    ),
  )
  figures.none(
    'F15 sent again after a yes',
    copies.flatMap((all, n) => (all.filter(({ told }) => told).length === 1 ? [] : [cut[n]!.customer])),
  )
  figures.none('F15 returned mail that is not seen at the answer', await returned(ground, whileDown))
  await ground.close()
}

/** Customers who have written, been acknowledged, and wait. */
async function conversations(
  ground: MailGround,
  name: string,
  count: number,
): Promise<Omit<Answered, 'seq'>[]> {
  const customers = Array.from({ length: count }, (_, n) => `${name}${n}@customer.test`)
  for (const from of customers) await ground.mail({ from, raw: mailOf(from, `${from}-1`, 'Where is it?') })
  await ground.app.jobs.settle()
  const { rows } = await ground.pool.query<{ id: string; customer: string }>(
    `select c.id, email as customer from conversations c join customer_profiles p on p.customer_id = c.customer_id
     where email = any($1) order by email`,
    [customers],
  )
  return rows
}

async function answerAll({ admin, app }: MailGround, waiting: Omit<Answered, 'seq'>[]): Promise<Answered[]> {
  const answered: Answered[] = []
  for (const one of waiting) {
    const entry = { clientId: randomUUID(), body: `On its way, ${one.customer}.` }
    const { status, body } = await admin.post(`/api/conversations/${one.id}/entries`, entry)
    if (status !== 200) throw new Error(`an answer was refused: ${status}`)
    answered.push({ ...one, seq: body.seq })
  }
  await app.jobs.settle()
  return answered
}

/** Lets time pass in steps that no wait is shorter than. */
async function pass({ clock, app }: MailGround, seconds: number): Promise<void> {
  const step = Math.max(60, seconds / 60)
  for (let passed = 0; passed < seconds; passed += step) {
    clock.advance(step)
    await app.jobs.settle()
  }
}

/** What the server has of each answer; the acknowledgement has a Message-ID of its own. */
const copiesOf = ({ sink }: MailGround, answered: Answered[]) =>
  answered.map(({ customer, seq }) =>
    sink.taken.filter(
      ({ recipient, messageId }) => recipient === customer && messageId.split('.')[1] === String(seq),
    ),
  )

function once({ figures }: World, ground: MailGround, when: string, answered: Answered[]): void {
  figures.none(
    `F15 ${when}: arrived otherwise than once`,
    copiesOf(ground, answered).flatMap((all, n) =>
      all.length === 1 ? [] : [`${answered[n]!.customer}: ${all.length} times`],
    ),
  )
}

const failedAt = async ({ admin }: MailGround, { id, seq }: Answered): Promise<boolean> =>
  (await admin.get(`/api/conversations/${id}/mails`)).body.failed.some(
    (one: { seq: number }) => one.seq === seq,
  )

async function unseen(ground: MailGround, answered: Answered[]): Promise<string[]> {
  const seen = await Promise.all(answered.map(one => failedAt(ground, one)))
  return answered.filter((_, n) => !seen[n]).map(({ customer }) => customer)
}

/** Each answer comes back, as a mail server reports it. */
async function returned(ground: MailGround, answered: Answered[]): Promise<string[]> {
  for (const [n, all] of copiesOf(ground, answered).entries()) {
    const { customer } = answered[n]!
    const report = [
      'From: Mail Delivery System <mailer-daemon@customer.test>',
      'To: <help@faults.test>',
      `Message-ID: <report-${customer}>`,
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Nobody lives there.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.customer.test',
      '',
      `Final-Recipient: rfc822; ${customer}`,
      'Action: failed',
      'Status: 5.1.1',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: <${all[0]?.messageId}>`,
      '--b--',
      '',
    ]
    await ground.mail({ from: '', raw: report.join('\r\n') })
  }
  await ground.app.jobs.settle()
  return unseen(ground, answered)
}
