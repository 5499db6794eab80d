// Rules do what they say when it happens, once, in their order, and write down why.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { createStaff, type Staff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import {
  conversation,
  customerSays,
  entries,
  ok,
  opened,
  ruleOf,
  runs,
  staffSays,
  withoutRules,
} from './automation.fixture.ts'
import { mostRunsAnHour } from './run-rules.ts'

let desk: TestDesk
let boss: Staff
let lead: Person
before(async () => {
  desk = await testDesk()
  boss = await createStaff(desk, { role: 'lead', name: 'Lea' })
  lead = desk.as(boss)
  await withoutRules(lead)
})

/** Time passes, and everything that is due by then; longer than a session lasts. */
async function pass(hours: number): Promise<void> {
  desk.clock.advance(hours * 3_600)
  lead = desk.as(boss)
  await desk.settle()
}

const urgent = { do: 'set_priority', priority: 'urgent' }
const tagged = (...tags: string[]) => ({ do: 'add_tags', tags })

/** Keeps a rule for as long as `work` takes. */
async function withRule<T>(rule: object, work: (id: string) => Promise<T>): Promise<T> {
  const { id } = ok(await lead.post('/api/rules', rule))
  try {
    return await work(id)
  } finally {
    ok(await lead.delete(`/api/rules/${id}`))
  }
}

describe('a rule', () => {
  test('runs when a conversation opens, and says so in the thread and in the log', () =>
    withRule(
      ruleOf({ event: 'opened' }, { topics: ['withdrawal'] }, [urgent], { name: 'First' }),
      async id => {
        const one = await opened(desk, 'Hello', { topic: 'withdrawal' })
        const other = await opened(desk, 'Hello', { topic: 'api' })
        assert.equal((await conversation(lead, one)).priority, 'urgent')
        assert.equal((await conversation(lead, other)).priority, 'normal')
        const line = (await entries(lead, one)).find(
          entry => entry.kind === 'line' && entry.code === 'rule_ran',
        )
        assert.deepEqual(line?.kind === 'line' && line.values, { rule: 'First' })
        const [run] = await runs(lead, `?ruleId=${id}`)
        assert.deepEqual(
          [run.ruleName, run.ruleVersion, run.conversationId, run.outcome, run.reasons, run.steps],
          [
            'First',
            1,
            one.id,
            'done',
            [{ by: 'topics', value: 'withdrawal' }],
            [{ do: 'set_priority', code: null }],
          ],
        )
      },
    ))

  test('finds its words in any spelling, in later messages, too', () =>
    withRule(ruleOf({ event: 'customer_wrote' }, { words: ['遺失'] }, [tagged('lost')]), async () => {
      const one = await opened(desk, 'Hello')
      assert.deepEqual((await conversation(lead, one)).tags, [])
      await customerSays(desk, one, '我的手机遗失了')
      assert.deepEqual((await conversation(lead, one)).tags, ['lost'])
    }))

  test('that is switched off does nothing', () =>
    withRule(ruleOf({ event: 'opened' }, {}, [urgent], { enabled: false }), async () => {
      assert.equal((await conversation(lead, await opened(desk, 'Hello'))).priority, 'normal')
    }))

  test('runs after those before it, and sees what they did', () =>
    withRule(
      ruleOf({ event: 'opened' }, { priorities: ['urgent'] }, [tagged('second')], { position: 2 }),
      () =>
        withRule(ruleOf({ event: 'opened' }, {}, [urgent, tagged('first')], { position: 1 }), async () => {
          const one = await opened(desk, 'Hello')
          assert.deepEqual((await conversation(lead, one)).tags, ['first', 'second'])
        }),
    ))

  test('follows answers, changes of status and new tags', () =>
    withRule(ruleOf({ event: 'staff_wrote' }, {}, [tagged('answered')]), () =>
      withRule(ruleOf({ event: 'status_changed', to: ['on_hold'] }, {}, [tagged('held')]), () =>
        withRule(ruleOf({ event: 'tag_added', tags: ['vip'] }, {}, [urgent]), async () => {
          const one = await opened(desk, 'Hello')
          await staffSays(desk, lead, one, 'Yes?')
          ok(await lead.patch(`/api/conversations/${one.id}`, { status: 'on_hold' }))
          await desk.settle()
          assert.deepEqual((await conversation(lead, one)).tags, ['answered', 'held'])
          assert.equal((await conversation(lead, one)).priority, 'normal')
          ok(await lead.patch(`/api/conversations/${one.id}`, { addTags: ['vip'] }))
          await desk.settle()
          assert.equal((await conversation(lead, one)).priority, 'urgent')
        }),
      ),
    ))

  test('answers for the desk, without taking the customer for answered', () =>
    withRule(
      ruleOf({ event: 'opened' }, {}, [
        { do: 'reply', text: 'Dear {{customer.name|customer}}, we have it.' },
      ]),
      async () => {
        const one = await opened(desk, 'Hello')
        const { entries: seen } = ok(await one.person.get(`/api/customer/conversations/${one.id}/entries`))
        assert.equal(seen.at(-1).body, 'Dear customer, we have it.')
        const { waitingSince, unread, assignee, status } = await conversation(lead, one)
        assert.deepEqual([waitingSince !== null, unread, assignee, status], [true, 1, null, 'open'])
      },
    ))

  test('calls people to the conversation', async () => {
    const mei = await createStaff(desk, { name: 'Mei' })
    const rule = ruleOf({ event: 'opened' }, {}, [{ do: 'notify_staff', staffId: mei.id }])
    await withRule(rule, async () => {
      const one = await opened(desk, 'Hello')
      const { conversations } = ok(await desk.as(mei).get('/api/conversations?view=mentions'))
      assert.deepEqual(
        conversations.map(({ id }: { id: string }) => id),
        [one.id],
      )
    })
  })

  test('knows whether the desk is open', async () => {
    const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
    const week = { ...closed, mon: [{ from: '09:00', to: '17:00' }] }
    const calendar = { name: 'Mondays', timeZone: 'UTC', always: false, week, holidays: [] }
    const { id: calendarId } = ok(await lead.post('/api/sla/calendars', calendar))
    const rule = ruleOf({ event: 'opened' }, { hours: { calendarId, open: false } }, [tagged('night')])
    await withRule(rule, async () => {
      const byDay = await opened(desk, 'Hello')
      await pass(10)
      const byNight = await opened(desk, 'Hello')
      assert.deepEqual((await conversation(lead, byDay)).tags, [])
      assert.deepEqual((await conversation(lead, byNight)).tags, ['night'])
    })
  })

  test('whose team is gone says in the log what could not be done, and does the rest', async () => {
    const boss = desk.as(await createStaff(desk, { role: 'administrator' }))
    const team = ok(await boss.post('/api/teams', { name: 'Gone' })).id
    await withRule(
      ruleOf({ event: 'opened' }, {}, [{ do: 'assign_team', teamId: team }, urgent]),
      async id => {
        ok(await boss.delete(`/api/teams/${team}`))
        const one = await opened(desk, 'Hello')
        assert.equal((await conversation(lead, one)).priority, 'urgent')
        const [run] = await runs(lead, `?ruleId=${id}&outcome=failed`)
        assert.deepEqual(run.steps, [
          { do: 'assign_team', code: 'not_found' },
          { do: 'set_priority', code: null },
        ])
      },
    )
  })
})

describe('rules that go by time', () => {
  test('run once after the customer had no answer for so long', () =>
    withRule(ruleOf({ event: 'unanswered', hours: 72 }, {}, [tagged('forgotten')]), async id => {
      const [one, answered] = [await opened(desk, 'Hello'), await opened(desk, 'Hello')]
      await staffSays(desk, lead, answered, 'Yes.')
      await pass(71)
      const { number } = await conversation(lead, one)
      const ran = () => runs(lead, `?ruleId=${id}&number=${number}`)
      assert.equal((await ran()).length, 0)
      await pass(1.1)
      await pass(1.1)
      assert.deepEqual((await conversation(lead, one)).tags, ['forgotten'])
      assert.equal((await ran()).length, 1)
      assert.deepEqual((await conversation(lead, answered)).tags, [])
    }))

  test('close what its customer doesn’t answer', () =>
    withRule(ruleOf({ event: 'idle', hours: 24 }, {}, [{ do: 'set_status', status: 'solved' }]), async () => {
      const one = await opened(desk, 'Hello')
      await staffSays(desk, lead, one, 'Which one?')
      ok(await lead.patch(`/api/conversations/${one.id}`, { status: 'waiting' }))
      await pass(25)
      assert.equal((await conversation(lead, one)).status, 'solved')
    }))

  test('leave alone what stood still before they were made', async () => {
    const old = await opened(desk, 'Hello')
    await pass(48)
    await withRule(ruleOf({ event: 'unanswered', hours: 24 }, {}, [tagged('late')]), async () => {
      await pass(0.1)
      assert.deepEqual((await conversation(lead, old)).tags, [])
    })
  })
})

describe('loops', () => {
  test('two rules that undo each other end at once', () =>
    withRule(
      ruleOf({ event: 'status_changed', to: ['on_hold'] }, {}, [{ do: 'set_status', status: 'open' }]),
      first =>
        withRule(
          ruleOf({ event: 'status_changed', to: ['open'] }, {}, [{ do: 'set_status', status: 'on_hold' }]),
          async second => {
            const one = await opened(desk, 'Hello')
            ok(await lead.patch(`/api/conversations/${one.id}`, { status: 'on_hold' }))
            await desk.settle()
            assert.equal((await runs(lead, `?ruleId=${first}`)).length, 1)
            assert.equal((await runs(lead, `?ruleId=${second}`)).length, 1)
            // New from outside: both may run again.
            ok(await lead.patch(`/api/conversations/${one.id}`, { status: 'open' }))
            await desk.settle()
            assert.equal((await runs(lead, `?ruleId=${second}`)).length, 2)
          },
        ),
    ))

  test('a conversation has only so many runs within an hour, and the log tells', () =>
    withRule(ruleOf({ event: 'customer_wrote' }, {}, [{ do: 'note', text: 'Wrote again' }]), async id => {
      const one = await opened(desk, 'Hello')
      for (let n = 1; n <= mostRunsAnHour; n++) await customerSays(desk, one, `Again ${n}`)
      const noted = (await entries(lead, one)).filter(({ kind }) => kind === 'note')
      assert.equal(noted.length, mostRunsAnHour)
      assert.equal((await runs(lead, `?ruleId=${id}&outcome=limited`)).length, 1)
    }))

  test('a job that runs again does nothing again', () =>
    withRule(ruleOf({ event: 'opened' }, {}, [{ do: 'note', text: 'Once' }]), async id => {
      const one = await opened(desk, 'Hello')
      const wanted = { conversationId: one.id, cause: 'opened', from: 1, to: 1, ruleIds: [id], chain: [] }
      const { jobs } = await import('./jobs.ts')
      await jobs.runRules!(desk.app.desk, wanted, 1)
      assert.equal((await entries(lead, one)).filter(({ kind }) => kind === 'note').length, 1)
    }))
})

describe('kept rules', () => {
  test('have a version for each change, which the log names', async () => {
    const rule = ruleOf({ event: 'opened' }, { words: ['zebra'] }, [urgent], { name: 'One' })
    const { id } = ok(await lead.post('/api/rules', rule))
    await opened(desk, 'A zebra')
    ok(await lead.put(`/api/rules/${id}`, { version: 1, rule: { ...rule, name: 'Two' } }))
    const stale = await lead.put(`/api/rules/${id}`, { version: 1, rule })
    assert.equal(stale.body.error.code, 'stale_version')
    await opened(desk, 'A zebra')
    ok(await lead.delete(`/api/rules/${id}`))
    const named = (await runs(lead, `?ruleId=${id}`)).map(run => `${run.ruleVersion} ${run.ruleName}`)
    assert.deepEqual(named.toSorted(), ['1 One', '2 Two'])
  })

  test('name only what is there, and are not for agents', async () => {
    const unknown = randomUUID()
    const wrong = ruleOf({ event: 'opened' }, { teamIds: [unknown] }, [
      { do: 'notify_team', teamId: unknown },
    ])
    const { body } = await lead.post('/api/rules', wrong)
    assert.deepEqual(
      body.error.fields.map(({ path }: { path: string }) => path),
      ['if.teamIds.0', 'then.0.teamId'],
    )
    assert.equal((await desk.as(await createStaff(desk)).get('/api/rules')).status, 403)
  })

  test('can be tried out, and nothing is done', async () => {
    const one = await opened(desk, 'The quokka has it')
    await opened(desk, 'Something else')
    const before = await conversation(lead, one)
    const rule = ruleOf({ event: 'customer_wrote' }, { words: ['quokka'] }, [
      urgent,
      { do: 'set_complexity', complexity: 'normal' },
    ])
    const trial = ok(await lead.post('/api/rules/dry-run', { rule, last: 2 }))
    assert.deepEqual(trial, {
      looked: 2,
      matches: [
        {
          conversationId: one.id,
          number: before.number,
          subject: null,
          reasons: [{ by: 'words', value: 'quokka' }],
          would: [urgent],
        },
      ],
    })
    await desk.settle()
    assert.deepEqual(await conversation(lead, one), before)
  })

  test('leave a log that comes in pages and ends after three months', async () => {
    const { runs: first } = ok(await lead.get('/api/rules/runs'))
    assert.ok(first.length > 0)
    assert.equal((await lead.get('/api/rules/runs?cursor=nonsense')).status, 400)
    await pass(91 * 24)
    assert.deepEqual(await runs(lead), [])
  })
})
