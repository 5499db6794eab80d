// What is held must go out in order, once, or come back whole.
import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { createHold } from './hold.ts'

const held = (clientId: string, lane = 'a') => ({ clientId, lane, payload: clientId })

function hold() {
  const out: string[] = []
  return {
    out,
    hold: createHold<string>({ release: ({ clientId }) => out.push(clientId), changed: () => {} }),
  }
}

test('goes out after its time, or comes back when it is taken', t => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] })
  const { out, hold: one } = hold()
  one.add(held('1'), 5_000)
  one.add(held('2', 'b'), 5_000)
  assert.equal(one.take('2')?.payload, '2')
  t.mock.timers.tick(5_000)
  assert.deepEqual(out, ['1'])
  assert.equal(one.take('1'), undefined)
  mock.reset()
})

test('a second one of the same conversation sends the first', () => {
  const { out, hold: one } = hold()
  one.add(held('1'), 60_000)
  one.add(held('2'), 60_000)
  assert.deepEqual(out, ['1'])
  one.release()
  assert.deepEqual(out, ['1', '2'])
})

test('no time to take it back means now', () => {
  const { out, hold: one } = hold()
  one.add(held('1'), 0)
  assert.deepEqual(out, ['1'])
})
