// Surges: whatever waits is written in one transaction as soon as the one before is committed. No timer, so nobody waits when it's quiet.
import { type Desk, system } from '../../platform/context.ts'
import { AppError, asAppError } from '../../platform/errors.ts'
import { type Addition, append, type Outcome } from './append.ts'

type Appended = Exclude<Outcome, { refused: AppError }>

interface Waiting {
  addition: Addition
  resolve: (appended: Appended) => void
  reject: (error: unknown) => void
}

/** Lanes work side by side; a conversation always takes the same one, so that its senders' order is kept. */
const lanes = 1
const largestBatch = 500
/** Beyond this, a lane answers 429 rather than let everybody wait for ever. */
const longestQueue = 5_000

interface Batcher {
  submit(addition: Addition): Promise<Appended>
}

const batchers = new WeakMap<Desk, Batcher>()

/** Appends as part of the next batch; resolves once it is committed, rejects with the reason when it was refused. */
export function submit(desk: Desk, addition: Addition): Promise<Appended> {
  const known = batchers.get(desk)
  if (known) return known.submit(addition)
  const batcher = createBatcher(desk)
  batchers.set(desk, batcher)
  return batcher.submit(addition)
}

function createBatcher(desk: Desk): Batcher {
  const queues = Array.from({ length: lanes }, () => ({ waiting: [] as Waiting[], busy: false }))

  async function work(lane: (typeof queues)[number]): Promise<void> {
    lane.busy = true
    // What arrived in the same turn of the event loop goes together.
    await new Promise(setImmediate)
    while (lane.waiting.length > 0) await writeBatch(desk, lane.waiting.splice(0, largestBatch))
    lane.busy = false
  }

  return {
    submit: addition => {
      const lane = queues[laneOf(addition.conversationId)]!
      if (lane.waiting.length >= longestQueue)
        return Promise.reject(new AppError('too_many_requests', { retryAfter: 2 }))
      const result = new Promise<Appended>((resolve, reject) =>
        lane.waiting.push({ addition, resolve, reject }),
      )
      if (!lane.busy) void work(lane)
      return result
    },
  }
}

const laneOf = (conversationId: string): number => Number.parseInt(conversationId.slice(-1), 16) % lanes

async function writeBatch(desk: Desk, batch: Waiting[]): Promise<void> {
  try {
    const additions = batch.map(({ addition }) => addition)
    settle(batch, await desk.transact(system('append'), ctx => append(ctx, additions)))
  } catch (error) {
    if (batch.length === 1) return batch[0]!.reject(error)
    if (asAppError(error).code !== 'internal') {
      for (const { reject } of batch) reject(error)
      return
    }
    // One bad row must hurt only itself.
    for (const one of batch) await writeBatch(desk, [one])
  }
}

function settle(batch: Waiting[], outcomes: Outcome[]): void {
  for (const [index, { resolve, reject }] of batch.entries()) {
    const outcome = outcomes[index]!
    if ('refused' in outcome) reject(outcome.refused)
    else resolve(outcome)
  }
}
