// Customers who ask, agents who answer by hand, and what tests ask of the gaps.
import { randomUUID } from 'node:crypto'
import type { ArticleGap } from '../../../contract/assistant.ts'
import { createCustomer } from '../../../test/factories.ts'
import type { TestDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import { ok } from '../knowledge/knowledge.fixture.ts'

export interface Told {
  name?: string
  locale?: string
  subject?: string
  topic?: string
  customer?: Awaited<ReturnType<typeof createCustomer>>
}

export interface Solved {
  id: string
  number: number
  /** Of the answer. */
  seq: number
}

export const reply =
  'Hello,\n\nOpen the wallet, choose the coin and export the file of the whole year.\n\nBest regards,\nNora'

/** A conversation that an agent answered and solved. */
export async function solved(
  desk: TestDesk,
  agent: Person,
  question: string,
  answer = reply,
  { customer, name, ...about }: Told = {},
): Promise<Solved> {
  const whose = customer ?? (await createCustomer(desk, { name: name ?? null, verified: name !== undefined }))
  const opening = { clientId: randomUUID(), body: question, live: false, ...about }
  const { conversation } = ok(await desk.asCustomer(whose).post('/api/customer/conversations', opening))
  const said = { clientId: randomUUID(), body: answer }
  const { seq } = ok(await agent.post(`/api/conversations/${conversation.id}/entries`, said))
  ok(await agent.patch(`/api/conversations/${conversation.id}`, { status: 'solved' }))
  return { id: conversation.id, number: conversation.number, seq }
}

/** Lets the job come round. */
export async function nextRun(desk: TestDesk): Promise<void> {
  await desk.settle()
  desk.clock.advance(3_600)
  await desk.settle()
}

export const gapsFor = async (editor: Person, query = ''): Promise<ArticleGap[]> =>
  ok(await editor.get(`/api/article-gaps${query}`)).gaps
