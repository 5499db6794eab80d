// The clock that a conversation shows in lists: kept beside it, so that its row and indexes cost messages no more.
import type { DueClock } from '../../../contract/clocks.ts'
import type { Context, ReadContext, Statement } from '../../platform/context.ts'

/** Sets what conversations show, by id; null is nothing. Tells only of those that are different now. */
export async function showClocks(ctx: Context, shown: ReadonlyMap<string, DueClock | null>): Promise<void> {
  const before = await dueClocksOf(ctx, [...shown.keys()])
  const changed = [...shown].filter(([id, clock]) => !isSame(before.get(id) ?? null, clock))
  // In one order everywhere, so that two transactions never wait for each other.
  for (const [id, clock] of changed.toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    if (clock) ctx.send(keepClock, [id, clock.dueAt, JSON.stringify(clock)])
    else ctx.send(dropClock, [id])
    ctx.emit('clock.shown', { clock }, { conversationId: id })
  }
}

const isSame = (one: DueClock | null, other: DueClock | null): boolean =>
  JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))

/** The database keeps the fields of a document in an order of its own. */
const inOrder = (clock: DueClock | null) =>
  clock && [clock.kind, clock.state, clock.dueAt, clock.warnAt, clock.left]

/** What conversations show, by id. Whoever calls has checked that their reader may see them. */
export async function dueClocksOf(
  ctx: Pick<ReadContext, 'run'>,
  ids: readonly string[],
): Promise<Map<string, DueClock>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.run<{ conversation_id: string; clock: DueClock }>(readClocks, [ids])
  return new Map(rows.map(row => [row.conversation_id, row.clock]))
}

const readClocks: Statement = {
  name: 'read_due_clocks',
  text: 'select conversation_id, clock from due_clocks where conversation_id = any($1::uuid[])',
}

const keepClock: Statement = {
  name: 'keep_due_clock',
  text: `insert into due_clocks (conversation_id, due_at, clock) values ($1, $2, $3)
    on conflict (conversation_id) do update set due_at = excluded.due_at, clock = excluded.clock`,
}

const dropClock: Statement = {
  name: 'drop_due_clock',
  text: 'delete from due_clocks where conversation_id = $1',
}
