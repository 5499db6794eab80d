// Reactions that nobody waits for: instead of a job for each event they follow the record of events, when the node has time.
import { performance } from 'node:perf_hooks'
import { type Context, type Desk, type Statement, system } from './context.ts'
import { asAppError } from './errors.ts'
import {
  type DeskEvent,
  type EventType,
  eventOf,
  type Reaction,
  type Reactions,
  type RecordedEvent,
} from './events.ts'
import type { Log } from './log.ts'

export interface FollowerParts {
  desk: Desk
  log: Log
  reactions: Reactions
  /** Names of the reactions that follow. */
  background: ReadonlySet<string>
}

export interface Follower {
  start(): void
  /** Lets the batch that is going on end. */
  stop(): Promise<void>
  /** Handles everything that was recorded; gives how many events that were. */
  settle(): Promise<number>
}

interface Recorded extends RecordedEvent {
  id: number
  tx: string
}

const roundMs = 1_000
/** Small, for a node does little else while it handles one; larger when it has fallen behind. */
const batchSize = 50
const largeBatchSize = 500
const behindMs = 5_000
/** The share of the last moment in which the event loop had no rest, above which the node counts as busy. */
const busy = 0.5
/** How long a busy node may stay behind: not for ever, for a surge may last. */
const longestWaitMs = 15_000
/** Then others have the node to themselves for a moment, and it shows again how busy it is without this. */
const longestRoundMs = 2_000
const sampleMs = 100

/** Builds the follower of a node. On all nodes together one batch is handled at a time, in the order of the events. */
export function createFollower({ desk, log, reactions, background }: FollowerParts): Follower {
  const followers = listReactions(reactions, background)
  const timers: NodeJS.Timeout[] = []
  let stopped = false
  let going: Promise<void> | undefined
  let load = 0
  let caughtUp = performance.now()

  /** Handles the next batch of at most `size`; gives the instants of the events that were looked at. */
  async function handle(size: number): Promise<Date[]> {
    const next = (work: (ctx: Context, each: Following, events: DeskEvent[]) => Promise<void>) =>
      desk.transact(system('follower'), async ctx => {
        const rows = await take(ctx, size)
        for (const each of followers) {
          const { concerns = () => true } = each.reaction
          const events = rows
            .filter(row => row.type === each.type)
            .map(eventOf)
            .filter(concerns)
          if (events.length > 0) await work(ctx, each, events)
        }
        return rows.map(({ at }) => at)
      })
    try {
      return await next((ctx, { reaction }, events) => reaction(ctx, events))
    } catch (error) {
      if (asAppError(error).code === 'unavailable') throw error
      log.warn({ err: error }, 'a batch of events failed; each of them is tried as a job')
      return next(async (ctx, { name }, events) => {
        for (const event of events) ctx.enqueue(name, { events: [event] })
      })
    }
  }

  /** Handles batch after batch until nothing is left, or `goOn` says otherwise. */
  async function handleAll(goOn: () => boolean): Promise<{ handled: number; left: boolean }> {
    let handled = 0
    let size = batchSize
    do {
      const looked = await handle(size)
      handled += looked.length
      const last = looked.at(-1)
      if (looked.length < size || !last) return { handled, left: false }
      size = desk.clock().getTime() - last.getTime() > behindMs ? largeBatchSize : batchSize
    } while (goOn())
    return { handled, left: true }
  }

  async function round(): Promise<void> {
    const from = performance.now()
    if (load > busy && from - caughtUp < longestWaitMs) return
    const { left } = await handleAll(() => !stopped && performance.now() - from < longestRoundMs)
    if (!left) caughtUp = performance.now()
  }

  function startRound(): void {
    going ??= round()
      .catch(error => log.warn({ err: error }, 'background work failed, trying again'))
      .finally(() => {
        going = undefined
      })
  }

  return {
    start: () => {
      timers.push(setInterval(startRound, roundMs).unref())
      timers.push(sampleLoad(share => (load = share)))
    },
    stop: async () => {
      stopped = true
      for (const timer of timers) clearInterval(timer)
      await going
    },
    settle: async () => (await handleAll(() => true)).handled,
  }
}

interface Following {
  name: string
  type: EventType
  reaction: Reaction<EventType>
}

const listReactions = (reactions: Reactions, background: ReadonlySet<string>): Following[] =>
  Object.entries(reactions).flatMap(([type, handlers]) =>
    Object.entries(handlers as Record<string, Reaction<EventType>>)
      .filter(([name]) => background.has(name))
      .map(([name, reaction]) => ({ name, type: type as EventType, reaction })),
  )

/** Takes the next events and moves on behind them, in this transaction; none while another node is at it. */
async function take(ctx: Context, size: number): Promise<Recorded[]> {
  const [here] = await ctx.run<{ tx: string; event_id: number; horizon: string }>(lockPlace, [])
  if (!here) return []
  const rows = await ctx.run<Recorded>(readEvents, [here.tx, here.event_id, here.horizon, size])
  const last = rows.at(-1)
  if (last) ctx.send(moveOn, [last.tx, last.id])
  return rows
}

// The horizon is the oldest transaction of this database that was running: whatever came before is seen by the next
// statement. The snapshot's own would do, if it didn't wait for the transactions of other databases on the server, too.
// Of a running one only 32 bits are told: its age against the next number, half a circle back when it is younger.
const lockPlace: Statement = {
  name: 'lock_place',
  text: `select tx::text, event_id, (
      select (next - greatest(0, max(age) filter (where age < 2147483648)))::text
      from pg_stat_activity, lateral (
        select (next % 4294967296 - backend_xid::text::bigint + 4294967296) % 4294967296
      ) as running(age)
      where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()
    ) as horizon
    from followed, (select pg_snapshot_xmax(pg_current_snapshot())::text::bigint) as snapshot(next)
    for update of followed skip locked`,
}

const readEvents: Statement = {
  name: 'read_events',
  text: `select id, tx::text, type, at, actor_kind, actor_id, conversation_id, data from events
    where (tx, id) > ($1::xid8, $2) and tx < $3::xid8
    order by events.tx, id limit $4`,
}

const moveOn: Statement = { name: 'move_on', text: 'update followed set tx = $1::xid8, event_id = $2' }

function sampleLoad(note: (share: number) => void): NodeJS.Timeout {
  let before = performance.eventLoopUtilization()
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization()
    note(performance.eventLoopUtilization(now, before).utilization)
    before = now
  }, sampleMs)
  return timer.unref()
}
