// Names are asked once for mails that come together, and an outage of the name system is not remembered.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { remembering } from './names.ts'

const failing = (code: string) => Object.assign(new Error(code), { code })

/** A name system that notes what it is asked. */
function names(answer: (name: string) => string[][] | Error) {
  const asked: string[] = []
  const resolver = async (name: string, type: string) => {
    asked.push(`${type} ${name}`)
    const said = answer(name)
    if (said instanceof Error) throw said
    return said
  }
  return { asked, resolver }
}

test('those who ask within the time get one answer, by name and type', async () => {
  const { asked, resolver } = names(name => [[`of ${name}`]])
  const ask = remembering(resolver, 60_000)
  const answers = await Promise.all([
    ask('a.example', 'TXT'),
    ask('a.example', 'TXT'),
    ask('b.example', 'TXT'),
  ])
  assert.deepEqual(answers, [[['of a.example']], [['of a.example']], [['of b.example']]])
  await ask('a.example', 'MX')
  assert.deepEqual(asked, ['TXT a.example', 'TXT b.example', 'MX a.example'])
})

test('that there is none holds as well, that nobody answered does not', async () => {
  const { asked, resolver } = names(name => failing(name === 'none.example' ? 'ENOTFOUND' : 'ESERVFAIL'))
  const ask = remembering(resolver, 60_000)
  for (const name of ['none.example', 'none.example', 'down.example', 'down.example'])
    await assert.rejects(ask(name, 'TXT'))
  assert.deepEqual(asked, ['TXT none.example', 'TXT down.example', 'TXT down.example'])
})

test('an answer is asked for again when its time is over, and a long one at once', async () => {
  const { asked, resolver } = names(name => [[name === 'long.example' ? 'x'.repeat(10_000) : 'v=spf1 -all']])
  const atOnce = remembering(resolver, 0)
  await atOnce('a.example', 'TXT')
  await atOnce('a.example', 'TXT')
  const ask = remembering(resolver, 60_000)
  await ask('long.example', 'TXT')
  await ask('long.example', 'TXT')
  assert.equal(asked.length, 4, asked.join())
})
