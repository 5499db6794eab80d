// A desk with promises: what tests say of policies, calendars and customers.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { ClockKind, ConversationClock } from '../../../contract/clocks.ts'
import { createCustomer } from '../../../test/factories.ts'
import type { TestDesk } from '../../../test/harness.ts'
import type { Person, Reply } from '../../../test/person.ts'

/** The body of an answer that must be one. */
export const ok = ({ status, body }: Reply): any => {
  assert.equal(status, 200, JSON.stringify(body))
  return body
}

export const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
const office = [{ from: '09:00', to: '17:00' }]

/** Nine to five from Monday to Friday. */
export const officeHours = (timeZone: string, more = {}) => ({
  name: `Office ${timeZone}`,
  timeZone,
  always: false,
  week: { ...closed, mon: office, tue: office, wed: office, thu: office, fri: office },
  holidays: [],
  ...more,
})

/** Promises a first reply within an hour, day and night, unless something else is given. */
export const policyOf = (more = {}) => ({
  name: 'Standard',
  enabled: true,
  position: 10,
  match: {},
  calendarId: null as string | null,
  targets: { firstReply: { minutes: 60 } } as object,
  escalation: [] as object[],
  ...more,
})

export interface Case {
  person: Person
  id: string
}

/** A customer's new conversation, without anybody who waits for a chat; settled. */
export async function opened(desk: TestDesk, more = {}): Promise<Case> {
  const person = desk.asCustomer(await createCustomer(desk))
  const opening = { clientId: randomUUID(), body: 'Where is my deposit?', live: false, ...more }
  const { id } = ok(await person.post('/api/customer/conversations', opening)).conversation as { id: string }
  await desk.settle()
  return { person, id }
}

/** The customer writes; settled. */
export async function customerSays(desk: TestDesk, { person, id }: Case): Promise<void> {
  ok(
    await person.post(`/api/customer/conversations/${id}/entries`, {
      clientId: randomUUID(),
      body: 'Any news?',
    }),
  )
  await desk.settle()
}

/** Staff answers, and leaves the conversation as `more` says; settled. */
export async function staffSays(desk: TestDesk, staff: Person, { id }: Case, more = {}): Promise<void> {
  const entry = { clientId: randomUUID(), body: 'We look into it.', ...more }
  ok(await staff.post(`/api/conversations/${id}/entries`, entry))
  await desk.settle()
}

/** One clock of a conversation; undefined before it is started. */
export async function clockOf(
  staff: Person,
  { id }: Pick<Case, 'id'>,
  kind: ClockKind,
): Promise<ConversationClock | undefined> {
  const { clocks } = ok(await staff.get(`/api/conversations/${id}/clocks`))
  return clocks.find((clock: ConversationClock) => clock.kind === kind)
}
