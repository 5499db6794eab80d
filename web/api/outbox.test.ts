// Shows that what was written is sent once, in order, and kept until then.
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Keep, memoryKeep } from './keep.ts'
import { createOutbox, type Outgoing } from './outbox.ts'
import { Refusal } from './refusal.ts'

type Answer = 'ok' | Refusal | 'never'
const offline = () => new Refusal('offline', '')
const turns = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

function setUp(t: TestContext, answers: Answer[] = [], keep: Keep = memoryKeep()) {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000 })
  const sent: string[] = []
  const outbox = createOutbox<string>({
    keep,
    changed: () => {},
    send: async ({ payload }: Outgoing<string>) => {
      sent.push(payload)
      const answer = answers.shift() ?? 'ok'
      if (answer === 'never') await new Promise(() => {})
      if (answer instanceof Refusal) throw answer
    },
  })
  const add = (payload: string, lane = 'a') => outbox.add({ clientId: payload, lane, payload })
  const after = async (ms: number) => {
    t.mock.timers.tick(ms)
    await turns()
  }
  return { keep, outbox, sent, add, after }
}

test('messages of one conversation go one after the other, of two conversations side by side', async t => {
  const { outbox, sent, add } = setUp(t, ['never', 'ok'])
  add('first')
  add('second')
  add('other', 'b')
  await turns()
  assert.deepEqual(sent, ['first', 'other'])
  assert.deepEqual(
    outbox.all().map(one => [one.payload, one.state]),
    [
      ['first', 'sending'],
      ['second', 'waiting'],
    ],
  )
})

test('what is offline waits, and goes in order when the connection is back', async t => {
  const { outbox, sent, add } = setUp(t, [offline(), 'ok', 'ok'])
  add('first')
  add('second')
  await turns()
  assert.deepEqual(
    outbox.all().map(one => one.state),
    ['waiting', 'waiting'],
  )
  outbox.flush()
  await turns()
  assert.deepEqual(sent, ['first', 'first', 'second'])
  assert.deepEqual(outbox.all(), [])
})

test('it tries again by itself, and never before a flood is over', async t => {
  const busy = new Refusal('too_many_requests', '', { status: 429, retryAfter: 30 })
  const { sent, add, after } = setUp(t, [busy, 'ok'])
  add('first')
  await turns()
  add('second')
  await after(29_900)
  assert.deepEqual(sent, ['first'])
  await after(700)
  assert.deepEqual(sent, ['first', 'first', 'second'])
})

test('what the desk refuses stays to be tried again or taken back; the next ones go on', async t => {
  const tooLong = new Refusal('message_too_long', 'too long', { status: 413 })
  const { outbox, sent, add } = setUp(t, [tooLong, 'ok', tooLong])
  add('long')
  add('short')
  await turns()
  assert.deepEqual(
    outbox.all().map(one => [one.payload, one.state, one.code]),
    [['long', 'failed', 'message_too_long']],
  )
  outbox.retry('long')
  await turns()
  assert.deepEqual(sent, ['long', 'short', 'long'])
  assert.equal(outbox.take('long')?.payload, 'long')
  assert.deepEqual(outbox.all(), [])
})

test('a reload takes up what was left, in order; what was being sent is sent again under the same id', async t => {
  const before = setUp(t, ['never'])
  before.add('first')
  before.add('second')
  await turns()
  before.outbox.close()
  t.mock.timers.reset()
  const { outbox, sent, add } = setUp(t, [], before.keep)
  assert.deepEqual(
    outbox.all().map(one => one.payload),
    ['first', 'second'],
  )
  outbox.flush()
  add('third')
  await turns()
  assert.deepEqual(sent, ['first', 'second', 'third'])
  assert.deepEqual(before.keep.keys(), [])
})

test('an entry seen in the thread settles its message even when the answer is lost', async t => {
  const { outbox, sent, add } = setUp(t, [offline(), 'ok'])
  add('first')
  add('second')
  await turns()
  outbox.settled('first')
  outbox.flush()
  await turns()
  assert.deepEqual(sent, ['first', 'second'])
})

test('what follows the first message of a new conversation goes to where that one went', async t => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000 })
  const sent: string[] = []
  const outbox = createOutbox<string>({
    keep: memoryKeep(),
    changed: () => {},
    send: async ({ lane, payload }) => {
      sent.push(`${lane}: ${payload}`)
      if (payload === 'open') outbox.move('new', 'conversation')
    },
  })
  outbox.add({ clientId: '1', lane: 'new', payload: 'open' })
  outbox.add({ clientId: '2', lane: 'new', payload: 'more' })
  await turns()
  assert.deepEqual(sent, ['new: open', 'conversation: more'])
})
