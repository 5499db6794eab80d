// Mail that really travels: a customer writes, gets an answer and answers it; and what a mail server sends back is seen.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { message } from '../../../../test/security/cast.ts'
import { until } from './imap/imap-desk.fixture.ts'
import { bo, type DeskInWorld, type MailWorld, mailWorld } from './mail-world.fixture.ts'

const conversations = async ({ desk, agent }: DeskInWorld): Promise<any[]> => {
  await desk.settle()
  return (await desk.as(agent).get('/api/conversations?status=active')).body.conversations
}

const opened = (place: DeskInWorld, count: number) =>
  until(
    () => conversations(place),
    seen => seen.length === count,
    `${count} conversations`,
  )

const said = async ({ desk, agent }: DeskInWorld, id: string): Promise<[string, string][]> => {
  await desk.settle()
  const { entries } = (await desk.as(agent).get(`/api/conversations/${id}/entries`)).body
  return entries
    .filter(({ kind }: any) => kind === 'message')
    .map(({ author, body }: any) => [author.kind, body])
}

const answer = async ({ desk, agent }: DeskInWorld, id: string, body: string): Promise<number> => {
  const { status, body: entry } = await desk.as(agent).post(`/api/conversations/${id}/entries`, message(body))
  assert.equal(status, 200)
  return entry.seq
}

/** There and back, and there again. */
async function thereAndBack(world: MailWorld): Promise<void> {
  const [place] = world.desks
  await world.send({
    from: `Bo Li <${bo}>`,
    to: place!.address,
    subject: 'Where is it?',
    text: 'Not there yet.',
  })
  const [conversation] = await opened(place!, 1)
  const [received] = await world.inbox(1)
  assert.equal(received!.automatic, 'reply')
  assert.match(received!.subject, new RegExp(String(conversation.number)))

  await answer(place!, conversation.id, 'It is on its way.')
  const [, answered] = await world.inbox(2)
  assert.equal(answered!.subject, 'Re: Where is it?')
  assert.equal(answered!.automatic, 'no')
  assert.match(answered!.text!, /It is on its way\./)
  const [replyTo] = answered!.replyTo
  assert.match(replyTo!.address, /^help\+\d+-[0-9a-f]{32}@harbour\.example$/)

  await world.send({
    from: `Bo Li <${bo}>`,
    to: replyTo!.address,
    subject: answered!.subject,
    inReplyTo: `<${answered!.messageId}>`,
    references: [`<${answered!.messageId}>`],
    text: 'Thank you!\n\nOn Mon, 2 Mar 2026, Help <help@harbour.example> wrote:\n> It is on its way.\n',
  })
  const all = await until(
    () => said(place!, conversation.id),
    seen => seen.length === 3,
    'the answer to the answer',
  )
  assert.deepEqual(all, [
    ['customer', 'Not there yet.'],
    ['staff', 'It is on its way.'],
    ['customer', 'Thank you!'],
  ])
  assert.equal((await conversations(place!)).length, 1)
  assert.doesNotMatch(world.exim.log(), /defer/, 'something had to be sent twice')
}

const world = await mailWorld()
const overLmtp = await mailWorld({ lmtp: true })
after(() => Promise.all([world.close(), overLmtp.close()]))

test('a customer’s mail, the answer to it and the answer to that come through a mail server, by SMTP', () =>
  thereAndBack(world))

test('… and by LMTP', () => thereAndBack(overLmtp))

test('an answer to somebody whom the mail server doesn’t know comes back, and is seen at the answer', async () => {
  const [place] = world.desks
  const ghost = 'ghost@customer.example'
  await world.send({ from: ghost, to: place!.address, subject: 'Who am I?', text: 'Nobody.' })
  const { id } = (await opened(place!, 2)).find(({ subject }) => subject === 'Who am I?')
  const seq = await answer(place!, id, 'You tell us.')
  const mails = async () => {
    await place!.desk.settle()
    return (await place!.desk.as(place!.agent).get(`/api/conversations/${id}/mails`)).body
  }
  const { failed } = await until(
    mails,
    ({ failed: seen }) => seen.length > 0,
    `nothing came back; Exim says\n${world.exim.log()}`,
  )
  assert.deepEqual(
    failed.map(({ seq: at, address }: any) => [at, address]),
    [[seq, ghost]],
  )
  assert.match(failed[0].status, /^5\./)
})
