// A desk on which macros and rules run: what tests say of them.
import { randomUUID } from 'node:crypto'
import type { Conversation, StaffEntry } from '../../../contract/conversations.ts'
import { createCustomer } from '../../../test/factories.ts'
import type { TestDesk } from '../../../test/harness.ts'
import type { Person, Reply } from '../../../test/person.ts'

/** The body of an answer that must be one. */
export function ok({ status, body }: Reply): any {
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

export const macroOf = (actions: object[], more = {}) => ({
  shortcut: `m${randomUUID().slice(0, 8)}`,
  name: 'Macro',
  actions,
  ...more,
})

export const ruleOf = (when: object, conditions: object, then: object[], more = {}) => ({
  name: 'Rule',
  enabled: true,
  position: 10,
  when,
  if: conditions,
  then,
  ...more,
})

export interface Case {
  person: Person
  id: string
}

/** A customer's new conversation; settled. */
export async function opened(
  desk: TestDesk,
  body: string,
  { name = null, ...more }: { name?: string | null; [field: string]: unknown } = {},
): Promise<Case> {
  const person = desk.asCustomer(await createCustomer(desk, { name }))
  const opening = { clientId: randomUUID(), body, live: false, ...more }
  const { id } = ok(await person.post('/api/customer/conversations', opening)).conversation as { id: string }
  await desk.settle()
  return { person, id }
}

/** The customer writes; settled. */
export async function customerSays(desk: TestDesk, { person, id }: Case, body: string): Promise<void> {
  ok(await person.post(`/api/customer/conversations/${id}/entries`, { clientId: randomUUID(), body }))
  await desk.settle()
}

/** Staff answers; settled. */
export async function staffSays(desk: TestDesk, staff: Person, { id }: Case, body: string): Promise<void> {
  ok(await staff.post(`/api/conversations/${id}/entries`, { clientId: randomUUID(), body }))
  await desk.settle()
}

export const conversation = async (staff: Person, { id }: Case): Promise<Conversation> =>
  ok(await staff.get(`/api/conversations/${id}`)).conversation

export const entries = async (staff: Person, { id }: Case): Promise<StaffEntry[]> =>
  ok(await staff.get(`/api/conversations/${id}/entries`)).entries

export const runs = async (staff: Person, query = ''): Promise<any[]> =>
  ok(await staff.get(`/api/rules/runs${query}`)).runs

/** Takes the rules out of use that a desk comes with. */
export async function withoutRules(staff: Person): Promise<void> {
  for (const { id } of ok(await staff.get('/api/rules')).rules) ok(await staff.delete(`/api/rules/${id}`))
}
