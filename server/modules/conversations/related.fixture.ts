// Customers with several conversations, and what tests ask of those.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Conversation, StaffEntry } from '../../../contract/conversations.ts'
import type { Related } from '../../../contract/related.ts'
import { type Customer, createCustomer } from '../../../test/factories.ts'
import type { TestDesk } from '../../../test/harness.ts'
import type { Person, Reply } from '../../../test/person.ts'

export const ok = ({ status, body }: Reply): any => {
  assert.equal(status, 200, JSON.stringify(body))
  return body
}

export const message = (body: string, more = {}) => ({ clientId: randomUUID(), body, ...more })

export interface Case {
  id: string
  number: number
  customer: Customer
  /** Its customer. */
  person: Person
}

/** A conversation of this customer, or of a new one; nobody waits in it live unless `live` says so. */
export async function opened(
  desk: TestDesk,
  body: string,
  { customer, ...more }: { customer?: Customer; live?: boolean; subject?: string } = {},
): Promise<Case> {
  const whose = customer ?? (await createCustomer(desk))
  const person = desk.asCustomer(whose)
  const opening = message(body, { live: false, ...more })
  const { conversation } = ok(await person.post('/api/customer/conversations', opening))
  return { id: conversation.id, number: conversation.number, customer: whose, person }
}

export const merge = (staff: Person, from: Case, into: Case) =>
  staff.post(`/api/conversations/${from.id}/merge`, { into: into.number })
export const unmerge = (staff: Person, from: Case) => staff.post(`/api/conversations/${from.id}/unmerge`)

export const read = async (staff: Person, { id }: Case): Promise<Conversation> =>
  ok(await staff.get(`/api/conversations/${id}`)).conversation
export const relatedTo = async (staff: Person, { id }: Case): Promise<Related> =>
  ok(await staff.get(`/api/conversations/${id}/related`))
export const entriesOf = async (staff: Person, { id }: Case): Promise<StaffEntry[]> =>
  ok(await staff.get(`/api/conversations/${id}/entries`)).entries

/** What was said, in order. */
export const saidIn = async (staff: Person, one: Case): Promise<string[]> =>
  (await entriesOf(staff, one)).flatMap(entry => (entry.kind === 'message' ? [entry.body] : []))
/** The codes of its lines with the numbers they name. */
export const linesOf = async (staff: Person, one: Case): Promise<[string, unknown][]> =>
  (await entriesOf(staff, one)).flatMap(entry =>
    entry.kind === 'line' ? [[entry.code, entry.values.number]] : [],
  )

export const write = (one: Case, body: string, clientId: string = randomUUID()) =>
  one.person.post(`/api/customer/conversations/${one.id}/entries`, { clientId, body })
export const reply = (staff: Person, { id }: Case, body: string, more = {}) =>
  staff.post(`/api/conversations/${id}/entries`, message(body, more))
