// A batch is a matter of speed alone: what is wrong with one item is nothing to the others.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDesk } from '../../test/harness.ts'
import { batched, gathered } from './batch.ts'
import { AppError } from './errors.ts'

const desk = (await testDesk()).app.desk
const settled = (all: Promise<number>[]) =>
  Promise.allSettled(all).then(results =>
    results.map(one => (one.status === 'fulfilled' ? one.value : (one.reason as AppError).code)),
  )

/** Notes the sizes of the transactions. */
function recorder(fails: (items: number[]) => Error | undefined) {
  const sizes: number[] = []
  const submit = batched<number, number>('test', async (_, items) => {
    sizes.push(items.length)
    const failure = fails(items)
    if (failure) throw failure
    return items.map(item => (item < 0 ? { refused: new AppError('conversation_closed') } : { result: item }))
  })
  return { sizes, submit: (item: number) => submit(desk, item) }
}

test('what comes in one turn goes into one transaction, in order', async () => {
  const { sizes, submit } = recorder(() => undefined)
  assert.deepEqual(await settled([1, 2, 3].map(submit)), [1, 2, 3])
  assert.deepEqual(sizes, [3])
})

test('a refused item hurts only itself', async () => {
  const { sizes, submit } = recorder(() => undefined)
  assert.deepEqual(await settled([1, -2, 3].map(submit)), [1, 'conversation_closed', 3])
  assert.deepEqual(sizes, [3])
})

for (const failure of [new Error('a bug'), new AppError('not_found')]) {
  test(`a batch that fails as a whole (${failure.message}) is tried one by one`, async () => {
    const { sizes, submit } = recorder(items => (items.includes(2) ? failure : undefined))
    const [first, second, third] = await settled([1, 2, 3].map(submit))
    assert.deepEqual([first, third], [1, 3])
    assert.notEqual(second, 2)
    assert.deepEqual(sizes, [3, 1, 1, 1])
  })
}

test('what was taken for granted and is not so is looked up for all together, and one by one after that', async () => {
  const attempts: string[] = []
  const submit = batched<number, number>(
    'test',
    async (_, items, { again }) => {
      attempts.push(`${items.join()}${again ? ' again' : ''}`)
      if (!again) throw new Error('not so')
      if (items.length > 1 && items.includes(9)) throw new Error('a bug')
      return items.map(result => ({ result }))
    },
    error => (error as Error).message === 'not so',
  )
  assert.deepEqual(await settled([1, 2].map(item => submit(desk, item))), [1, 2])
  assert.deepEqual(attempts.splice(0), ['1,2', '1,2 again'])
  assert.deepEqual(await settled([1, 9].map(item => submit(desk, item))), [1, 9])
  assert.deepEqual(attempts, ['1,9', '1,9 again', '1', '1 again', '9', '9 again'])
})

test('what every item would meet is told to all at once', async () => {
  const { sizes, submit } = recorder(() => new AppError('unavailable'))
  assert.deepEqual(await settled([1, 2].map(submit)), ['unavailable', 'unavailable'])
  assert.deepEqual(sizes, [2])
})

test('beyond five thousand the sender is asked to come back later', async () => {
  const { submit } = recorder(() => undefined)
  const all = Array.from({ length: 5_001 }, (_, n) => submit(n))
  await assert.rejects(all.at(-1)!, { code: 'too_many_requests', details: { retryAfter: 2 } })
  assert.equal((await settled(all.slice(0, -1))).filter(one => typeof one === 'number').length, 5_000)
})

test('questions of one moment are asked once, each of them once', async () => {
  const asked: string[][] = []
  const lengthOf = gathered(async (_, words: string[]) => {
    asked.push(words)
    return new Map(words.filter(word => word !== 'nothing').map(word => [word, word.length]))
  })
  const answers = await Promise.all(['one', 'three', 'one', 'nothing'].map(word => lengthOf(desk, word)))
  assert.deepEqual(answers, [3, 5, 3, undefined])
  assert.equal(await lengthOf(desk, 'one'), 3)
  assert.deepEqual(asked, [['one', 'three', 'nothing'], ['one']])
})

test('when they can’t be answered all who asked are told, and the next are answered again', async () => {
  let fails = true
  const find = gathered(async (_, keys: number[]) => {
    if (fails) throw new AppError('unavailable')
    return new Map(keys.map(key => [key, key]))
  })
  const outcomes = await Promise.allSettled([find(desk, 1), find(desk, 2)])
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  fails = false
  assert.equal(await find(desk, 1), 1)
})
