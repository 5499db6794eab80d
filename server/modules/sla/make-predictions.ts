// How long a conversation will probably take, said when it opens and again when what it rests on changes.
import type { Priority, Topic } from '../../../contract/conversations.ts'
import type { PredictionKind } from '../../../contract/predictions.ts'
import type { Context, Statement } from '../../platform/context.ts'
import type { DeskEvent } from '../../platform/events.ts'
import { countOnDesk, type Traits, traitsOf } from '../conversations/index.ts'
import { type History, historyOf } from './history.ts'
import { primary } from './predict.ts'
import type { KeptRange, KeptRanges } from './tables.ts'

/** Says it of conversations that were opened; of those that were heard of before, nothing changes. */
export async function predictOpened(
  ctx: Context,
  events: readonly DeskEvent<'conversation.opened'>[],
): Promise<void> {
  const traits = await traitsOf(
    ctx,
    events.map(({ conversationId }) => conversationId!),
  )
  const [onDesk, history] = await Promise.all([countOnDesk(ctx), historyOf(ctx)])
  const made = events.flatMap(({ conversationId, at }, index) => {
    const its = traits.get(conversationId!)
    if (!its) return []
    // Itself and those that were opened after it are counted already.
    const backlog = Math.max(0, onDesk - (events.length - index))
    const ranges = rangesFor(ctx, history, its, backlog)
    return { id: conversationId, openedAt: at, ...kept(its), channel: its.channel, backlog, ranges }
  })
  if (made.length > 0) ctx.send(addPredictions, [JSON.stringify(made)])
}

/** Says it anew of conversations whose topic, language or priority is another one now. */
export async function predictChanged(ctx: Context, ids: readonly string[]): Promise<void> {
  const [traits, known] = await Promise.all([
    traitsOf(ctx, ids),
    ctx.run<Predicted>(readPredictions, [[...ids]]),
  ])
  const changed = known.filter(one => {
    const its = traits.get(one.conversation_id)
    return (
      its &&
      (its.topic !== one.topic || its.priority !== one.priority || primary(its.language) !== one.language)
    )
  })
  await predictAgain(ctx, changed, traits)
}

/** Twice as much to do or half as much, but no handful more or less. */
export const isMuchElse = (load: number, now: number): boolean =>
  Math.abs(now - load) >= 5 && (now + 1 >= 2 * (load + 1) || 2 * (now + 1) <= load + 1)

/** Says it anew where the desk has much more or much less to do now than it had then. */
export async function predictUnderLoad(ctx: Context, ids: readonly string[]): Promise<void> {
  const load = await othersOnDesk(ctx)
  const known = await ctx.run<Predicted>(readPredictions, [[...ids]])
  const moved = known.filter(one => isMuchElse(one.load, load))
  const traits = await traitsOf(
    ctx,
    moved.map(one => one.conversation_id),
  )
  await predictAgain(ctx, moved, traits)
}

interface Predicted {
  conversation_id: string
  opened_at: Date
  topic: Topic | null
  language: string
  priority: Priority
  load: number
  ranges: KeptRanges
  told: KeptRanges
  replied_at: Date | null
  resolved_at: Date | null
}

async function predictAgain(
  ctx: Context,
  known: readonly Predicted[],
  traits: ReadonlyMap<string, Traits>,
): Promise<void> {
  if (known.length === 0) return
  const [load, history] = await Promise.all([othersOnDesk(ctx), historyOf(ctx)])
  const made = known.flatMap(one => {
    const its = traits.get(one.conversation_id)
    if (!its) return []
    const ranges = rangesAfter(one, rangesFor(ctx, history, its, load), ctx.now)
    // What was told first remains.
    const told = {
      firstReply: one.told.firstReply ?? ranges.firstReply,
      resolution: one.told.resolution ?? ranges.resolution,
    }
    return { id: one.conversation_id, ...kept(its), load, ranges, told }
  })
  ctx.send(changePredictions, [JSON.stringify(made)])
}

const othersOnDesk = async (ctx: Context): Promise<number> => Math.max(0, (await countOnDesk(ctx)) - 1)

const kept = ({ topic, language, priority }: Traits) => ({ topic, language: primary(language), priority })

function rangesFor({ now }: Context, { forecasts }: History, traits: Traits, backlog: number): KeptRanges {
  const range = (kind: PredictionKind): KeptRange | null => {
    const made = forecasts[kind]({ ...traits, backlog })
    return made && { low: made.low, high: made.high, at: now.toISOString() }
  }
  return { firstReply: range('firstReply'), resolution: range('resolution') }
}

/** What is over or past stays, so that nobody who was kept waiting is given another time; nor is anybody told one that is past. */
function rangesAfter(one: Predicted, fresh: KeptRanges, now: Date): KeptRanges {
  const age = now.getTime() - one.opened_at.getTime()
  const isOver = (kind: PredictionKind) =>
    one.resolved_at !== null || (kind === 'firstReply' && one.replied_at !== null)
  const range = (kind: PredictionKind) => {
    const [before, after] = [one.ranges[kind], fresh[kind]]
    const isSame = before && after && before.low === after.low && before.high === after.high
    const stays = isSame || isOver(kind) || (before && before.high <= age) || !after || after.high <= age
    return stays ? before : after
  }
  return { firstReply: range('firstReply'), resolution: range('resolution') }
}

const addPredictions: Statement = {
  name: 'add_predictions',
  text: `insert into predictions (conversation_id, opened_at, topic, language, channel, priority, backlog, load,
      ranges, told)
    select id, "openedAt", topic, language, channel, priority, backlog, backlog, ranges, ranges
    from json_to_recordset($1::json) as r(
      id uuid, "openedAt" timestamptz, topic text, language text, channel text, priority text, backlog int, ranges jsonb)
    on conflict do nothing`,
}

const readPredictions: Statement = {
  name: 'read_predictions',
  text: `select conversation_id, opened_at, topic, language, priority, load, ranges, told, replied_at, resolved_at
    from predictions where conversation_id = any($1::uuid[]) order by conversation_id for update`,
}

// Samples follow the topic as well: agents often set it when the conversation is over.
const changePredictions: Statement = {
  name: 'change_predictions',
  text: `with given as (
      select * from json_to_recordset($1::json) as r(
        id uuid, topic text, language text, priority text, load int, ranges jsonb, told jsonb)
    ), moved as (
      update samples s set topic = g.topic, language = g.language from given g
      where s.conversation_id = g.id and (s.topic, s.language) is distinct from (g.topic, g.language)
    )
    update predictions p set topic = g.topic, language = g.language, priority = g.priority, load = g.load,
      ranges = g.ranges, told = g.told
    from given g where p.conversation_id = g.id`,
}
