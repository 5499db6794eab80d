// V10, V11: programs that answer programs come to an end, over a real mail server: two desks, people on holiday, returned mail.
import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { message } from '../../../../test/security/cast.ts'
import { until } from './imap/imap-desk.fixture.ts'
import { bo, mailWorld } from './mail-world.fixture.ts'

const onHoliday = 'away@customer.example'
const most = 4

const world = await mailWorld({ desks: ['harbour.example', 'quay.example'], away: [onHoliday] })
const [harbour, quay] = world.desks as [(typeof world.desks)[0], (typeof world.desks)[0]]
after(() => world.close())

let before = 0
beforeEach(() => {
  before = world.exim.senders().length
})

/** Who sent something since the test began, once nothing is on its way any more. */
async function sent(): Promise<string[]> {
  await world.calm()
  const senders = world.exim.senders().slice(before)
  assert.ok(senders.length <= most, `${senders.length} mails: ${senders.join(', ')}`)
  return senders
}

const newest = async ({ desk, agent }: typeof harbour) => {
  await desk.settle()
  const { conversations } = (await desk.as(agent).get('/api/conversations?status=active')).body
  return conversations[0]
}

test('two desks that acknowledge what they get: the first acknowledgement is the last mail', async () => {
  await world.send({ from: quay.address, to: harbour.address, subject: 'Hello', text: 'Are you there?' })
  assert.deepEqual(await sent(), [quay.address, harbour.address])
  const { body } = await quay.desk.as(quay.agent).get('/api/conversations?status=active')
  assert.deepEqual(body.conversations, [])
})

test('two desks whose agents answer each other: each answer is one mail', async () => {
  await world.send({ from: quay.address, to: harbour.address, subject: 'Again', text: 'Who is there?' })
  await world.calm()
  const { id } = await until(
    () => newest(harbour),
    seen => seen?.subject === 'Again',
    'not arrived',
  )
  const answer = message('The harbour.')
  await harbour.desk.as(harbour.agent).post(`/api/conversations/${id}/entries`, answer)
  const senders = await sent()
  assert.equal(senders.filter(sender => sender === harbour.address).length, 1, 'acknowledged twice in a day')
})

test('somebody on holiday: neither the acknowledgement nor the notice of the holiday is answered', async () => {
  await world.send({ from: onHoliday, to: harbour.address, subject: 'Leaving', text: 'One more thing.' })
  await world.calm()
  const conversation = await until(
    () => newest(harbour),
    seen => seen?.subject === 'Leaving',
    'not arrived',
  )
  assert.deepEqual(world.exim.senders().slice(before), [onHoliday, harbour.address])
  const answer = message('What is it?')
  await harbour.desk.as(harbour.agent).post(`/api/conversations/${conversation.id}/entries`, answer)
  assert.deepEqual(await sent(), [onHoliday, harbour.address, harbour.address, ''])
  const { unread } = await newest(harbour)
  assert.equal(unread, 0, 'the notice counts as a message')
})

test('an acknowledgement that comes back is not answered', async () => {
  await world.send({ from: 'ghost@customer.example', to: harbour.address, subject: 'Boo', text: 'Boo.' })
  assert.deepEqual(await sent(), ['ghost@customer.example', harbour.address, ''])
})

test('a program that answers everything and never says so: it has the last word', async () => {
  const rude = { from: bo, to: harbour.address, subject: 'Your request', text: 'We have received it.' }
  await world.send(rude)
  await world.inbox(1)
  await world.send(rude)
  await world.calm()
  await world.send(rude)
  // In whichever order: it doesn't wait for an answer.
  assert.deepEqual((await sent()).toSorted(), [bo, bo, bo, harbour.address])
})

test('a mail that nobody is to be told about is a machine’s, whatever its headers say', async () => {
  const envelope = { from: '', to: harbour.address }
  const from = 'robot@customer.example'
  await world.send({ envelope, from, to: harbour.address, subject: 'Beep', text: 'Beep.' })
  assert.deepEqual(await sent(), [''])
  const { subject, tags } = await until(
    () => newest(harbour),
    seen => seen?.subject === 'Beep',
    'not shown',
  )
  assert.deepEqual([subject, tags], ['Beep', ['automatic']])
})

test('V11: `Auto-Submitted: no` is a person', async () => {
  const headers = { 'Auto-Submitted': 'no' }
  const from = 'flo@customer.example'
  await world.send({ from, to: harbour.address, subject: 'By hand', text: 'Truly.', headers })
  const senders = await sent()
  assert.deepEqual(senders.slice(0, 2), [from, harbour.address])
})
