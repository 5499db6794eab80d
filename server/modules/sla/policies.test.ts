// Policies and calendars are kept by leads and administrators, in versions, and say clearly what is wrong with them.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import { closed, officeHours, ok, policyOf } from './sla.fixture.ts'

let desk: TestDesk
let lead: Person
let agent: Person
before(async () => {
  desk = await testDesk()
  lead = desk.as(await createStaff(desk, { role: 'lead' }))
  agent = desk.as(await createStaff(desk))
})

const policies = async () => ok(await lead.get('/api/sla/policies')).policies
const calendars = async () => ok(await lead.get('/api/sla/calendars')).calendars

describe('a policy', () => {
  test('is listed by position, and gone once it is archived', async () => {
    const late = ok(await lead.post('/api/sla/policies', policyOf({ name: 'Late', position: 20 }))).id
    const early = ok(await lead.post('/api/sla/policies', policyOf({ name: 'Early', position: 5 }))).id
    assert.deepEqual(
      (await policies()).map((kept: { id: string }) => kept.id),
      [early, late],
    )
    ok(await lead.delete(`/api/sla/policies/${early}`))
    assert.deepEqual(
      (await policies()).map((kept: { id: string }) => kept.id),
      [late],
    )
    assert.equal((await lead.delete(`/api/sla/policies/${early}`)).status, 404)
  })

  test('has a version for each change, and is changed from the newest only', async () => {
    const { id } = ok(await lead.post('/api/sla/policies', policyOf({ name: 'First' })))
    const path = `/api/sla/policies/${id}`
    ok(await lead.put(path, { version: 1, policy: policyOf({ name: 'Second' }) }))
    const stale = await lead.put(path, { version: 1, policy: policyOf({ name: 'Third' }) })
    assert.equal(stale.body.error.code, 'stale_version')
    const [kept] = (await policies()).filter((one: { id: string }) => one.id === id)
    assert.deepEqual([kept.version, kept.policy.name], [2, 'Second'])
    const versions = await desk.db
      .selectFrom('policy_versions')
      .select('version')
      .where('policy_id', '=', id)
      .execute()
    assert.equal(versions.length, 2)
  })

  test('that names what is not there is refused, with the place', async () => {
    const wrong = policyOf({
      calendarId: randomUUID(),
      match: { teamIds: [randomUUID()] },
      escalation: [{ at: 'breach', do: 'assign_team', teamId: randomUUID() }],
    })
    const { status, body } = await lead.post('/api/sla/policies', wrong)
    assert.equal(status, 400)
    assert.deepEqual(
      body.error.fields.map((field: { path: string }) => field.path),
      ['calendarId', 'match.teamIds.0', 'escalation.0.teamId'],
    )
  })

  test('is not for agents to see or to change', async () => {
    assert.equal((await agent.get('/api/sla/policies')).status, 403)
    assert.equal((await agent.post('/api/sla/policies', policyOf())).status, 403)
  })
})

describe('a calendar', () => {
  test('of a zone or a week that cannot be is refused', async () => {
    const nowhere = await lead.post('/api/sla/calendars', officeHours('Europe/Atlantis'))
    assert.equal(nowhere.body.error.fields[0].path, 'timeZone')
    const never = await lead.post('/api/sla/calendars', officeHours('UTC', { week: closed }))
    assert.equal(never.body.error.fields[0].path, 'week')
  })

  test('has versions as a policy has', async () => {
    const { id } = ok(await lead.post('/api/sla/calendars', officeHours('Asia/Tokyo')))
    const path = `/api/sla/calendars/${id}`
    ok(await lead.put(path, { version: 1, calendar: officeHours('Asia/Seoul') }))
    const stale = await lead.put(path, { version: 1, calendar: officeHours('Asia/Dhaka') })
    assert.equal(stale.body.error.code, 'stale_version')
    const [kept] = (await calendars()).filter((one: { id: string }) => one.id === id)
    assert.deepEqual([kept.version, kept.calendar.timeZone], [2, 'Asia/Seoul'])
  })

  test('is archived only once no policy counts by it', async () => {
    const calendar = ok(await lead.post('/api/sla/calendars', officeHours('Asia/Kolkata'))).id
    const policy = ok(await lead.post('/api/sla/policies', policyOf({ calendarId: calendar }))).id
    const refused = await lead.delete(`/api/sla/calendars/${calendar}`)
    assert.deepEqual([refused.status, refused.body.error.code], [409, 'calendar_in_use'])
    ok(await lead.delete(`/api/sla/policies/${policy}`))
    ok(await lead.delete(`/api/sla/calendars/${calendar}`))
    assert.equal((await lead.post('/api/sla/policies', policyOf({ calendarId: calendar }))).status, 400)
  })
})
