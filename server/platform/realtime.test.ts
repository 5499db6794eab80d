// A node that ends sends its people away for as short as their number allows.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDesk } from '../../test/harness.ts'
import { nobody } from './context.ts'
import type { Connection } from './hub.ts'

const cases = [
  { people: 40, atMost: 0.22, meanAtLeast: 0.2 },
  { people: 4_000, atMost: 2.2, meanAtLeast: 1 },
  { people: 20_000, atMost: 5.2, meanAtLeast: 2.4 },
]

for (const { people, atMost, meanAtLeast } of cases) {
  test(`${people} are asked back within ${atMost} s, at different moments`, async () => {
    const desk = await testDesk()
    const asked: number[] = []
    for (let n = 0; n < people; n++) {
      const connection: Connection = {
        id: String(n),
        actor: nobody,
        locale: 'en',
        audience: 'customer',
        rooms: new Set(),
        send: () => {},
        waiting: () => 0,
        close: (code, retryAfter) => {
          assert.equal(code, 'restart')
          asked.push(retryAfter)
        },
      }
      desk.app.hub.add(connection)
    }
    await desk.close()
    assert.equal(asked.length, people)
    assert.ok(Math.max(...asked) <= atMost)
    assert.ok(Math.min(...asked) >= 0.2)
    assert.ok(asked.reduce((sum, one) => sum + one) / people > meanAtLeast)
  })
}
