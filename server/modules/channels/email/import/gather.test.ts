// Which old mails belong together and on whose side each was written, by cases.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gather, type Known, type Letter, sideOf } from './gather.ts'

const letter = (messageId: string, customerId: string, ...answers: string[]): Letter => ({
  messageId,
  customerId,
  answers,
})

const cases: [
  name: string,
  letters: Letter[],
  known: [string, Known][],
  expected: [string | null, string[]][],
][] = [
  [
    'strangers to each other',
    [letter('a', 'bo'), letter('b', 'bo')],
    [],
    [
      [null, ['a']],
      [null, ['b']],
    ],
  ],
  [
    'an answer to an answer',
    [letter('a', 'bo'), letter('b', 'bo', 'a'), letter('c', 'bo', 'b', 'a')],
    [],
    [[null, ['a', 'b', 'c']]],
  ],
  [
    'the nearest that is known counts',
    [letter('a', 'bo'), letter('c', 'bo', 'lost', 'a')],
    [],
    [[null, ['a', 'c']]],
  ],
  [
    'somebody else who knows a Message-ID',
    [letter('a', 'bo'), letter('b', 'eve', 'a')],
    [],
    [
      [null, ['a']],
      [null, ['b']],
    ],
  ],
  [
    '… and its answers stay apart',
    [letter('a', 'bo'), letter('b', 'eve', 'a'), letter('c', 'bo', 'b', 'a')],
    [],
    [
      [null, ['a', 'c']],
      [null, ['b']],
    ],
  ],
  [
    'a conversation of an earlier import',
    [letter('b', 'bo', 'a'), letter('c', 'bo', 'b')],
    [['a', { conversationId: 'one', customerId: 'bo' }]],
    [['one', ['b', 'c']]],
  ],
  [
    '… by two ways at once',
    [letter('c', 'bo', 'a'), letter('d', 'bo', 'b')],
    [
      ['a', { conversationId: 'one', customerId: 'bo' }],
      ['b', { conversationId: 'one', customerId: 'bo' }],
    ],
    [['one', ['c', 'd']]],
  ],
  [
    '… of somebody else',
    [letter('b', 'eve', 'a')],
    [['a', { conversationId: 'one', customerId: 'bo' }]],
    [[null, ['b']]],
  ],
  [
    'a Message-ID that comes twice is the first one’s',
    [letter('a', 'bo'), letter('a', 'bo'), letter('b', 'bo', 'a')],
    [],
    [
      [null, ['a', 'b']],
      [null, ['a']],
    ],
  ],
]

for (const [name, letters, known, expected] of cases) {
  test(name, () => {
    const threads = gather(letters, new Map(known))
    assert.deepEqual(
      threads.map(({ into, letters: inside }) => [into, inside.map(({ messageId }) => messageId)]),
      expected,
    )
  })
}

const own = new Set(['help@harbour.example', 'trade@harbour.example'])
const person = (address: string) => ({ name: '', address })
const sides: [name: string, from: string, to: string[], expected: [string, string]][] = [
  ['a customer', 'bo@x.example', ['help@harbour.example'], ['customer', 'bo@x.example']],
  ['the desk', 'Help@Harbour.example', ['bo@x.example'], ['desk', 'bo@x.example']],
  [
    'the desk, from a reply address',
    'help+12-ab@harbour.example',
    ['trade@harbour.example', 'bo@x.example'],
    ['desk', 'bo@x.example'],
  ],
  [
    'somebody who says that they are the desk',
    'help@harbour.example',
    ['help@harbour.example'],
    ['customer', 'help@harbour.example'],
  ],
]

for (const [name, from, to, [side, other]] of sides) {
  test(`on whose side: ${name}`, () => {
    const mail = { from: person(from), to: to.map(person), cc: [] }
    assert.deepEqual(sideOf(mail, own, person(from)), { from: side, other: person(other) })
  })
}
