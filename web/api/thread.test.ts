// Shows that a thread ends in the server's state whatever happens to the frames on their way.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CustomerConversation, CustomerEntry } from '../../contract/conversations.ts'
import { apply, type CustomerThread, emptyThread, missingAfter, receive, shown } from './thread.ts'

const conversationId = '0198c0de-0000-7000-8000-000000000001'
const author = { kind: 'staff', id: null, name: 'Mei' } as const

const start: CustomerConversation = {
  id: conversationId,
  number: 1042,
  subject: null,
  topic: null,
  locale: 'en',
  channel: 'chat',
  status: 'queued',
  live: true,
  seq: 0,
  version: 1,
  createdAt: '2026-11-21T00:00:00.000Z',
  lastEntryAt: '2026-11-21T00:00:00.000Z',
  unread: 0,
  agent: null,
  readByDesk: 0,
  preview: '',
  position: null,
  reachable: false,
  continuedIn: null,
}

type Batch = { conversation: CustomerConversation; entries: CustomerEntry[] }
type Write = { do: 'message' | 'hidden' | 'state' } | { do: 'edit' | 'delete'; pick: number } | { do: 'read' }

/** The server in small: what it stores, what it sends, and what it answers to a fetch. */
function createServer() {
  let conversation = start
  const entries: CustomerEntry[] = []

  function append(entry: Record<string, unknown>): Batch {
    const seq = entries.length + 1
    const at = new Date(Date.UTC(2026, 10, 21, 0, 0, seq)).toISOString()
    entries.push({ conversationId, seq, at, author, ...entry } as CustomerEntry)
    conversation = { ...conversation, seq, lastEntryAt: at, unread: conversation.unread + 1 }
    return { conversation, entries: [entries.at(-1)!] }
  }
  const change = (target: number, with_: object) => {
    entries[target - 1] = { ...entries[target - 1], ...with_ } as CustomerEntry
  }
  function write(step: Write): Batch | { read: number } | undefined {
    if (step.do === 'hidden') return append({ kind: 'hidden' })
    if (step.do === 'message') {
      const body = `message ${entries.length + 1}`
      return append({
        kind: 'message',
        clientId: null,
        body,
        attachments: [],
        editedAt: null,
        deletedAt: null,
      })
    }
    if (step.do === 'state') {
      conversation = { ...conversation, version: conversation.version + 1, status: 'open' }
      return { conversation, entries: [] }
    }
    if (step.do === 'read') {
      conversation = { ...conversation, readByDesk: conversation.seq }
      return { read: conversation.seq }
    }
    if (!('pick' in step)) return undefined
    const targets = entries.filter(entry => entry.kind === 'message' && !entry.deletedAt)
    const target = targets[step.pick % targets.length]?.seq
    if (target === undefined) return undefined
    if (step.do === 'edit') {
      const body = `edited by ${entries.length + 1}`
      const sent = append({ kind: 'edit', target, body })
      change(target, { body, editedAt: sent.entries[0]!.at })
      return sent
    }
    const sent = append({ kind: 'deletion', target })
    for (const entry of entries)
      if (entry.kind === 'edit' && entry.target === target) change(entry.seq, { body: '' })
    change(target, { body: '', deletedAt: sent.entries[0]!.at })
    return sent
  }
  const page = (after: number, limit: number): Batch & { more: boolean } => ({
    conversation,
    entries: entries.slice(after, after + limit),
    more: entries.length > after + limit,
  })
  return { write, page, state: () => ({ conversation, entries }) }
}

const writes = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('message', 'hidden', 'state', 'read') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('edit', 'delete'), pick: fc.nat(20) }) },
) as fc.Arbitrary<Write>
const steps = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ write: writes, fate: fc.constantFrom('now', 'late', 'lost', 'twice') }),
    },
    { weight: 2, arbitrary: fc.record({ late: fc.nat(50) }) },
    { weight: 1, arbitrary: fc.record({ fetch: fc.integer({ min: 1, max: 4 }), slow: fc.boolean() }) },
  ),
  { maxLength: 60 },
)

function run(script: typeof steps extends fc.Arbitrary<infer T> ? T : never, from: number) {
  const server = createServer()
  let thread: CustomerThread = emptyThread(from)
  const underway: (() => void)[] = []
  const take = (sent: Batch | { read: number }) => {
    thread =
      'read' in sent
        ? apply(thread, { type: 'read', conversationId, by: 'desk', seq: sent.read })
        : apply(thread, { type: 'entries', ...structuredClone(sent) })
  }
  for (const step of script) {
    if ('write' in step) {
      const sent = structuredClone(server.write(step.write))
      if (!sent || step.fate === 'lost') continue
      if (step.fate !== 'late') take(sent)
      if (step.fate !== 'now') underway.push(() => take(sent))
    } else if ('late' in step) {
      underway.splice(step.late % (underway.length || 1), 1)[0]?.()
    } else {
      const answer = structuredClone(server.page(thread.upTo, step.fetch))
      const arrive = () => {
        thread = receive(thread, answer)
      }
      if (step.slow) underway.push(arrive)
      else arrive()
    }
  }
  // A return is the start-up path: fetch from where the thread stands until there is no more; stragglers may still come.
  for (let more = true; more; ) {
    const answer = structuredClone(server.page(thread.upTo, 5))
    thread = receive(thread, answer)
    more = answer.more
  }
  for (const arrive of underway) arrive()
  return { thread, server: server.state() }
}

test('any interleaving of frames, losses, repetitions and fetches ends in the state of the server', () => {
  fc.assert(
    fc.property(steps, script => {
      const { thread, server } = run(script, 0)
      assert.deepEqual(
        [...thread.entries.keys()].sort((a, b) => a - b),
        server.entries.map(entry => entry.seq),
      )
      assert.deepEqual(
        shown(thread),
        server.entries.filter(entry => entry.kind === 'message' || entry.kind === 'line'),
      )
      assert.deepEqual(thread.conversation, server.conversation)
      assert.equal(missingAfter(thread), undefined)
    }),
    { numRuns: 1000 },
  )
})

test('a thread that starts at its end shows the same tail, and the whole once the earlier part is fetched', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 10 }), (script, wanted) => {
      const messages = script.filter(step => 'write' in step && step.write.do === 'message').length
      const from = Math.min(wanted, messages)
      const { thread, server } = run(script, from)
      const visible = server.entries.filter(entry => entry.kind === 'message' || entry.kind === 'line')
      assert.deepEqual(
        shown(thread),
        visible.filter(entry => entry.seq > thread.from),
      )
      const { conversation, entries } = server
      const whole = receive(thread, { conversation, entries: structuredClone(entries.slice(0, thread.from)) })
      assert.equal(whole.from, 0)
      assert.deepEqual(shown(whole), visible)
    }),
    { numRuns: 300 },
  )
})

test('a gap is named by where to fetch from, and nothing beyond it is shown', () => {
  const server = createServer()
  const sent = [1, 2, 3].map(() => server.write({ do: 'message' }) as Batch)
  let thread: CustomerThread = emptyThread()
  thread = apply(thread, { type: 'entries', ...sent[0]! })
  assert.equal(missingAfter(thread), undefined)
  thread = apply(thread, { type: 'entries', ...sent[2]! })
  assert.equal(missingAfter(thread), 1)
  assert.deepEqual(
    shown(thread).map(entry => entry.seq),
    [1],
  )
  thread = receive(thread, server.page(1, 200))
  assert.deepEqual(
    shown(thread).map(entry => entry.seq),
    [1, 2, 3],
  )
})

test('a deleted message leaves neither its text nor its earlier versions behind', () => {
  const server = createServer()
  let thread: CustomerThread = emptyThread()
  for (const step of [{ do: 'message' }, { do: 'edit', pick: 0 }, { do: 'delete', pick: 0 }] as Write[])
    thread = apply(thread, { type: 'entries', ...(structuredClone(server.write(step)) as Batch) })
  assert.equal(JSON.stringify([...thread.entries]).includes('message 1'), false)
  assert.equal(JSON.stringify([...thread.entries]).includes('edited by'), false)
})
