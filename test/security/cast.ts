// Everybody who might reach for what isn't theirs, and what they might reach for.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Permission } from '../../contract/permissions.ts'
import { type Customer, createCustomer, createKey, createStaff, type Staff } from '../factories.ts'
import { type TestDesk, testDesk } from '../harness.ts'
import type { Person, Reply } from '../person.ts'

/** Words that only the victim's conversation holds; whoever reads one of them has read too much. */
export const words = {
  said: 'marzipan lighthouse',
  noted: 'quince observatory',
  asked: 'walnut semaphore',
  file: 'zeppelin-statement.txt',
}

export interface Persona {
  name: string
  person: Person
  kind: 'staff' | 'key' | 'customer' | 'nobody'
  permissions: ReadonlySet<Permission>
  /** Whether the victim's conversation is not theirs to see. */
  foreign: boolean
}

/** What belongs to somebody else, by what a route's id stands for. */
export interface Things {
  conversation: string
  /** Of the conversation, as people know it. */
  number: number
  /** Of the message in the conversation. */
  seq: number
  attachment: string
  noteAttachment: string
  session: string
  staff: string
  team: string
  invitation: string
  key: string
  identityKey: string
  cannedReply: string
  mailbox: string
  mailImport: string
  senderIdentity: string
  dkimKey: string
  calendar: string
  policy: string
  macro: string
  bulkReply: string
  task: string
  rule: string
  article: string
  articleTopic: string
  fee: string
  concept: string
  articleImport: string
  articleGap: string
}

export interface Cast {
  desk: TestDesk
  personas: Persona[]
  things: Things
  victim: Customer
  /** Who is in charge of the victim's conversation. */
  owner: Staff
  agent: Person
  admin: Person
}

export const ok = ({ status, body }: Reply): any => {
  assert.equal(status, 200, JSON.stringify(body))
  return body
}

export const message = (body: string, more = {}) => ({ clientId: randomUUID(), body, ...more })
const week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
export const calendar = { name: 'X', timeZone: 'UTC', always: true, week, holidays: [] }
export const policy = {
  name: 'X',
  enabled: true,
  position: 1,
  match: {},
  calendarId: null,
  targets: { firstReply: { minutes: 60 } },
  escalation: [],
}
export const macro = { shortcut: 'x', name: 'X', actions: [{ do: 'set_priority', priority: 'high' }] }
export const bulkReply = {
  id: randomUUID(),
  body: 'Hello',
  conversations: [{ id: randomUUID(), seen: 1 }],
}
export const rule = {
  name: 'X',
  enabled: false,
  position: 1,
  when: { event: 'opened' },
  if: {},
  then: [{ do: 'set_priority', priority: 'high' }],
}
export const content = { title: 'X', summary: '', body: 'X', questions: [] }
export const article = { kind: 'faq', locale: 'en', content }
export const articleTopic = {
  slug: 'x',
  parentId: null,
  place: 1,
  names: { en: 'X' },
  descriptions: {},
  contactTopic: null,
}
export const fee = {
  asset: 'X',
  network: 'X',
  deposit: '0',
  withdrawal: '1.50',
  leastDeposit: null,
  leastWithdrawal: null,
}
export const concept = { name: 'x', words: { en: ['x'] } }
export const identity = { name: 'X', address: 'x@desk.test' }
export const textFile = (name: string) => ({ name, type: 'text/plain', bytes: Buffer.from('hello') })

/** A desk with a conversation of the team `home`, and everybody who is not supposed to see it. */
export async function assemble(): Promise<Cast> {
  const desk = await testDesk({ rateFactor: 10_000 })
  const boss = await createStaff(desk, { role: 'administrator' })
  const admin = desk.as(boss)
  const home = ok(await admin.post('/api/teams', { name: 'Home' })).id
  const away = ok(await admin.post('/api/teams', { name: 'Away' })).id
  const owner = await createStaff(desk, { teamIds: [home] })
  const victim = await createCustomer(desk, { name: 'Vic' })
  const agent = desk.as(owner)
  const conversation = await converse(desk, { owner, agent, victim, home, admin })
  const articleGap = await gapOf(desk, conversation)
  const things = { ...conversation, articleGap, ...(await belongings(admin, agent, owner, home)), team: home }
  return { desk, personas: await personas(desk, boss, away), things, victim, owner, agent, admin }
}

async function converse(
  desk: TestDesk,
  {
    owner,
    agent,
    victim,
    home,
    admin,
  }: { owner: Staff; agent: Person; victim: Customer; home: string; admin: Person },
) {
  const customer = desk.asCustomer(victim)
  const attachment = ok(await customer.upload('/api/customer/attachments', textFile(words.file))).id
  const opened = ok(
    await customer.post('/api/customer/conversations', message(words.said, { attachments: [attachment] })),
  )
  const { id, number } = opened.conversation
  ok(await admin.patch(`/api/conversations/${id}`, { teamId: home, assigneeId: owner.id }))
  const noteAttachment = ok(await agent.upload('/api/attachments', textFile('note.txt'))).id
  const note = message(words.noted, { kind: 'note', attachments: [noteAttachment] })
  ok(await agent.post(`/api/conversations/${id}/entries`, note))
  const question = { clientId: randomUUID(), teamId: home, subject: 'Node', body: words.asked }
  ok(await agent.post(`/api/conversations/${id}/sides`, question))
  const { seq } = ok(await agent.post(`/api/conversations/${id}/entries`, message('On its way.')))
  ok(await agent.put(`/api/conversations/${id}/draft`, { kind: 'message', body: 'not yet' }))
  const task = randomUUID()
  ok(await agent.post(`/api/conversations/${id}/tasks`, { id: task, title: 'Ask', assigneeId: owner.id }))
  await desk.settle()
  return { conversation: id, number, seq, attachment, noteAttachment, task }
}

/** Not by the job: it would take three more customers, whose conversations everybody may see. */
async function gapOf(desk: TestDesk, { conversation, seq }: { conversation: string; seq: number }) {
  const gap = {
    id: randomUUID(),
    conversation_id: conversation,
    question_seq: 1,
    answer_seq: seq,
    found_at: desk.clock(),
    dismissed_at: null,
    dismissed_people: null,
    article_id: null,
  }
  await desk.db.insertInto('article_gaps').values(gap).execute()
  return gap.id
}

async function belongings(admin: Person, agent: Person, owner: Staff, home: string) {
  const session = ok(await agent.get('/api/session')).sessionId
  const invited = ok(await admin.post('/api/invitations', { email: 'new@desk.test', role: 'agent' }))
  const key = ok(await admin.post('/api/keys', { name: 'Robot', permissions: ['staff.read'] })).key.id
  const identityKey = ok(await admin.post('/api/identity-keys', { algorithm: 'HS256' })).id
  const reply = { shortcut: 'home', title: 'Home', body: 'Welcome home', teamId: home }
  const cannedReply = ok(await admin.post('/api/canned-replies', reply)).id
  const mailbox = ok(await admin.post('/api/mailboxes', { address: 'home@desk.test', name: 'Home' })).id
  // Of a server that nobody is allowed to reach.
  const oldMail = {
    host: '127.0.0.1',
    port: 993,
    security: 'tls',
    user: 'x',
    password: 'x',
    folders: ['INBOX'],
  }
  return {
    session,
    staff: owner.id,
    invitation: invited.invitation.id,
    key,
    identityKey,
    cannedReply,
    mailbox,
    mailImport: ok(await admin.post(`/api/mailboxes/${mailbox}/import`, oldMail)).id,
    senderIdentity: ok(await admin.post(`/api/mailboxes/${mailbox}/identities`, identity)).id,
    dkimKey: ok(await admin.post('/api/dkim-keys', { domain: 'desk.test' })).id,
    calendar: ok(await admin.post('/api/sla/calendars', calendar)).id,
    policy: ok(await admin.post('/api/sla/policies', policy)).id,
    bulkReply: ok(await agent.post('/api/bulk-replies', bulkReply)).bulkReply.id,
    macro: ok(await admin.post('/api/macros', { ...macro, shortcut: 'home' })).id,
    rule: ok(await admin.post('/api/rules', rule)).id,
    article: ok(await admin.post('/api/articles', { ...article, slug: 'home' })).id,
    articleTopic: ok(await admin.post('/api/article-topics', { ...articleTopic, slug: 'home' })).id,
    fee: ok(await admin.post('/api/fees', { ...fee, asset: 'HOME' })).id,
    concept: ok(await admin.post('/api/concepts', { ...concept, name: 'home' })).id,
    articleImport: ok(await admin.upload('/api/article-imports', textFile('x.md'))).id,
  }
}

async function personas(desk: TestDesk, boss: Staff, away: string): Promise<Persona[]> {
  const roles = ['agent', 'lead', 'editor', 'compliance', 'administrator'] as const
  const staff = await Promise.all(
    roles.map(async role => {
      const person = desk.as(await createStaff(desk, { role, teamIds: [away] }))
      const { permissions } = ok(await person.get('/api/session'))
      const name = role === 'agent' ? 'agent of another team' : role
      return { name, person, kind: 'staff' as const, ...reach(permissions) }
    }),
  )
  const keys = [['staff.read'], ['settings.read'], ['conversations.read', 'conversations.write']] as const
  const robots = await Promise.all(
    keys.map(async permissions => {
      const person = desk.asKey(await createKey(desk, boss, [...permissions]))
      return {
        name: `key for ${permissions.join(' and ')}`,
        person,
        kind: 'key' as const,
        ...reach(permissions),
      }
    }),
  )
  const verified = await createCustomer(desk, { verified: true, name: 'Other' })
  const visitor = await createCustomer(desk)
  const customer = { kind: 'customer' as const, ...reach([]) }
  return [
    ...staff,
    ...robots,
    { name: 'another customer', person: desk.asCustomer(verified), ...customer },
    { name: 'visitor', person: desk.asCustomer(visitor), ...customer },
    { name: 'nobody', person: desk.nobody, kind: 'nobody', ...reach([]) },
  ]
}

const reach = (permissions: readonly Permission[]) => ({
  permissions: new Set(permissions),
  foreign: !permissions.includes('conversations.read_all'),
})
