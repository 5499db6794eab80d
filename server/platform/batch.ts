// Surges: whatever waits is written in one transaction as soon as the one before is committed, and what many ask is asked once. No
// timer, so nobody waits when it's quiet.
import type { ErrorCode } from '../../contract/errors.ts'
import { type Context, type Desk, system } from './context.ts'
import { AppError, asAppError } from './errors.ts'

/** What became of one item of a batch. */
export type Outcome<Result> = { result: Result } | { refused: AppError }

export interface Attempt {
  desk: Desk
  /** Whether the same items were written before, and something that was taken for granted was not so. */
  again: boolean
}

interface Waiting<Item, Result> {
  item: Item
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

/** What each of a batch would meet again. */
const outOfReach = new Set<ErrorCode>(['unavailable', 'storage_full'])
const largestBatch = 500
/** Beyond this, 429 is answered rather than let everybody wait for ever. */
const longestQueue = 5_000

/**
 * Gives a function that hands an item to the next batch, and resolves with its result once that is committed.
 * `write` gets the items in the order in which they came and gives an outcome for each; when it throws, they are tried
 * one by one, so that a bad one hurts only itself. Where `repeats` says so of what was thrown, all are written together
 * once more before, and `write` is told, so that it looks for what it took for granted.
 */
export function batched<Item, Result>(
  name: string,
  write: (ctx: Context, items: Item[], attempt: Attempt) => Promise<Outcome<Result>[]>,
  repeats: (error: unknown) => boolean = () => false,
): (desk: Desk, item: Item) => Promise<Result> {
  const lines = new WeakMap<Desk, Waiting<Item, Result>[]>()

  async function work(desk: Desk, line: Waiting<Item, Result>[]): Promise<void> {
    // What arrived in the same turn of the event loop goes together.
    await new Promise(setImmediate)
    while (line.length > 0) await writeBatch(desk, line.splice(0, largestBatch))
    lines.delete(desk)
  }

  async function writeBatch(desk: Desk, batch: Waiting<Item, Result>[], again = false): Promise<void> {
    try {
      const items = batch.map(({ item }) => item)
      settle(batch, await desk.transact(system(name), ctx => write(ctx, items, { desk, again })))
    } catch (error) {
      if (!again && repeats(error)) return writeBatch(desk, batch, true)
      if (batch.length === 1 || outOfReach.has(asAppError(error).code)) {
        for (const { reject } of batch) reject(error)
        return
      }
      // Whatever is wrong with one: what was refused to it is nothing to the others.
      for (const one of batch) await writeBatch(desk, [one])
    }
  }

  return (desk, item) => {
    const line = lines.get(desk) ?? []
    if (line.length >= longestQueue) {
      return Promise.reject(new AppError('too_many_requests', { retryAfter: 2 }))
    }
    const result = new Promise<Result>((resolve, reject) => line.push({ item, resolve, reject }))
    if (!lines.has(desk)) {
      lines.set(desk, line)
      void work(desk, line)
    }
    return result
  }
}

/**
 * Gives a function that asks together with all who ask meanwhile: `read` gets the keys of the moment, each once, and gives what it
 * found by key. When it throws, all of them are told.
 */
export function gathered<Key, Value>(
  read: (desk: Desk, keys: Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (desk: Desk, key: Key) => Promise<Value | undefined> {
  const asking = new WeakMap<Desk, Map<Key, PromiseWithResolvers<Value | undefined>>>()

  async function ask(desk: Desk): Promise<void> {
    await new Promise(setImmediate)
    const asked = asking.get(desk)!
    asking.delete(desk)
    try {
      const found = await read(desk, [...asked.keys()])
      for (const [key, { resolve }] of asked) resolve(found.get(key))
    } catch (error) {
      for (const { reject } of asked.values()) reject(error)
    }
  }

  return (desk, key) => {
    let asked = asking.get(desk)
    if (!asked) {
      asked = new Map()
      asking.set(desk, asked)
      void ask(desk)
    }
    const one = asked.get(key) ?? Promise.withResolvers()
    asked.set(key, one)
    return one.promise
  }
}

function settle<Item, Result>(batch: Waiting<Item, Result>[], outcomes: Outcome<Result>[]): void {
  for (const [index, { resolve, reject }] of batch.entries()) {
    const outcome = outcomes[index]!
    if ('refused' in outcome) reject(outcome.refused)
    else resolve(outcome.result)
  }
}
