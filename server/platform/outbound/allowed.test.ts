// The operator's own network is reached exactly as far as they have named it.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { readAllowed } from './allowed.ts'
import { find } from './find.fixture.ts'
import type { Refusal } from './refused.ts'

suite('what the operator allows', () => {
  const inner = ['10.1.2.3']
  const cases: [
    what: string,
    url: string,
    allow: string[],
    answer: string[],
    outcome: 'reached' | Refusal,
  ][] = [
    ['an address in a range', 'http://10.1.2.3/', ['10.1.2.0/24'], [], 'reached'],
    ['an address beside the range', 'http://10.1.3.3/', ['10.1.2.0/24'], [], 'address'],
    ['a name in a range', 'http://wiki.example.com/', ['10.1.2.0/24'], inner, 'reached'],
    [
      'a name, partly in a range',
      'http://wiki.example.com/',
      ['10.1.2.0/24'],
      ['10.1.2.3', '10.1.3.3'],
      'address',
    ],
    [
      'a name in a range and public',
      'http://wiki.example.com/',
      ['10.1.2.0/24'],
      ['10.1.2.3', '8.8.8.8'],
      'reached',
    ],
    ['an inner name that only its range allows', 'http://hooks.internal/', ['10.1.2.0/24'], inner, 'address'],
    ['an inner name', 'http://hooks.internal/', ['hooks.internal'], inner, 'reached'],
    ['an inner name in other letters', 'http://HOOKS.internal./', ['Hooks.Internal'], inner, 'reached'],
    ['one word', 'http://hooks/', ['hooks'], inner, 'reached'],
    ['a part of an allowed name', 'http://a.hooks.internal/', ['hooks.internal'], inner, 'address'],
    ['an inner name on its port', 'http://hooks.internal:8443/', ['hooks.internal:8443'], inner, 'reached'],
    ['an inner name on another port', 'http://hooks.internal/', ['hooks.internal:8443'], inner, 'address'],
    ['a closed port that is named', 'http://hooks.internal:6379/', ['hooks.internal:6379'], inner, 'reached'],
    ['a closed port that is not named', 'http://hooks.internal:6379/', ['hooks.internal'], inner, 'port'],
    [
      'a closed port, named for another host',
      'http://example.com:6379/',
      ['hooks.internal:6379'],
      ['8.8.8.8'],
      'port',
    ],
    ['a closed port in a range', 'http://10.1.2.3:6379/', ['10.1.2.0/24'], [], 'port'],
    ['an address on its port', 'http://10.1.2.3:81/', ['10.1.2.3:81'], [], 'reached'],
    ['a name of that address on its port', 'http://wiki.example.com:81/', ['10.1.2.3:81'], inner, 'reached'],
    ['IPv6 on its port', 'http://[fd00::7]:8443/', ['[fd00::7]:8443'], [], 'reached'],
    ['IPv6 in a range', 'http://[fd00:0::7]/', ['fd00::/8'], [], 'reached'],
    ['the mapped form of an allowed address', 'http://[::ffff:10.1.2.3]/', ['10.1.2.0/24'], [], 'reached'],
    ['an allowed name without an address', 'http://hooks.internal/', ['hooks.internal'], [], 'address'],
  ]
  for (const [what, url, allow, answer, outcome] of cases) {
    test(`${what}: ${outcome}`, async () => {
      const { reason, addresses } = await find(url, { allow, answer })
      assert.equal(reason ?? 'reached', outcome)
      assert.equal(addresses === undefined, outcome !== 'reached')
    })
  }

  for (const entry of [
    '',
    '*',
    'http://a.example',
    'a.example/',
    'a.example:0',
    'a.example:65536',
    ':80',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0/8',
    'fd00::/129',
    'a b',
    'u@a.example',
    '10.0.0.0/8/8',
    '10.0.0.1:x',
    'fe80::1%lo',
    '[fd00::1',
    '127.1',
  ]) {
    test(`the entry ${JSON.stringify(entry)} can't be read, and is named`, () => {
      assert.throws(
        () => readAllowed(['a.example', entry]),
        (error: Error) => error.name === 'RangeError' && error.message.includes(`“${entry}”`),
      )
    })
  }
})
