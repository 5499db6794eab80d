// Stolen accounts and missing funds jump the queue on every new desk, in both languages.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import { conversation, ok, opened } from './automation.fixture.ts'
import { firstIn, type Phrase, phrasesOf, plain } from './phrases.ts'

let desk: TestDesk
let lead: Person
let stolen: Phrase[]
let missing: Phrase[]
before(async () => {
  desk = await testDesk()
  lead = desk.as(await createStaff(desk, { role: 'lead' }))
  const [first, second] = ok(await lead.get('/api/rules')).rules
  stolen = phrasesOf(first.rule.if.words)
  missing = phrasesOf(second.rule.if.words)
})

const cases: [said: string, isStolen: boolean, isMissing: boolean][] = [
  ['我的账户被盗了，请马上冻结', true, false],
  ['賬戶被盜，幫幫我', true, false],
  ['有人盗号，把我的币转走了', true, false],
  ['收到邮件说异地登录，不是我本人操作', true, false],
  ['提现三天还没到账', false, true],
  ['充值 USDT 一直没有到账', false, true],
  ['我的資金不見了', false, true],
  ['余额变成0了，钱没了', false, true],
  ['My account was HACKED and they changed my email', true, false],
  ['Someone logged in from another country, it wasn’t me', true, false],
  ['i think i got phished', true, false],
  ['unauthorised withdrawal of 2 BTC', true, false],
  ['My phone was stolen', true, false],
  ['Please freeze my account now', true, false],
  ['I didn’t receive my withdrawal', false, true],
  ['I did not  receive\nmy withdrawal', false, true],
  ['my deposit hasn’t arrived yet', false, true],
  ['Missing funds after the upgrade', false, true],
  ['All my coins are gone!!', false, true],
  ['I sent it over the wrong network', false, true],
  // Recall counts for more: an agent puts back what was only a question.
  ['How do I avoid being hacked?', true, false],
  ['如何防止被盗？', true, false],
  ['What are your trading fees?', false, false],
  ['How long does a withdrawal take?', false, false],
  ['提现手续费是多少', false, false],
  ['My deposit arrived, thank you', false, false],
  ['怎么完成身份认证', false, false],
  ['Do you list new tokens this week?', false, false],
  ['I lost my way in the settings', false, false],
  ['已经到账了，谢谢', false, false],
]

describe('the words of the rules that a desk comes with', () => {
  for (const [said, isStolen, isMissing] of cases) {
    test(`${said.replaceAll('\n', ' ')}: ${[isStolen && 'stolen', isMissing && 'missing'].filter(Boolean).join(' and ') || 'neither'}`, () => {
      const text = plain(said)
      assert.equal(firstIn(text, stolen)?.said !== undefined, isStolen, firstIn(text, stolen)?.said)
      assert.equal(firstIn(text, missing)?.said !== undefined, isMissing, firstIn(text, missing)?.said)
    })
  }

  test('words are whole, and beginnings only where the rule says so', () => {
    const phrases = phrasesOf(['ban', 'hack*', '盗'])
    for (const said of ['my bank', 'lifehack', 'urban'])
      assert.equal(firstIn(plain(said), phrases), undefined)
    for (const said of ['a ban!', 'hackers', '账户被盗取', '被hack了'])
      assert.ok(firstIn(plain(said), phrases), said)
  })

  test('a long text takes linear time', () => {
    const phrases = [...stolen, ...missing]
    const text = plain('not received no '.repeat(60_000))
    const from = performance.now()
    firstIn(text, phrases)
    assert.ok(performance.now() - from < 2_000)
  })
})

test('an urgent one overtakes forty that wait', async () => {
  const agent = await createStaff(desk)
  ok(await desk.as(agent).put('/api/presence/me', { available: true, capacity: 1 }))
  // The agent's hands are full with the first, so that everybody else waits in line.
  await opened(desk, 'First of all', { live: true })
  for (let n = 1; n <= 40; n++) await opened(desk, `What are your fees? ${n}`, { live: true })
  const hacked = await opened(desk, '我的账户被盗了', { live: true, locale: 'zh' })
  const { priority, status, tags } = await conversation(lead, hacked)
  assert.deepEqual([priority, status, tags], ['urgent', 'queued', ['stolen-account']])
  const seen = ok(await hacked.person.get(`/api/customer/conversations/${hacked.id}`)).conversation
  assert.equal(seen.position, 1)
})
