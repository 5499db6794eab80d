// What the desk publishes of itself: how long each channel takes, topic by topic, and how well what it told has held.
import { type ChannelName, topics } from '../../../contract/conversations.ts'
import {
  type PredictionKind,
  predictionKinds,
  type ResponseTime,
  type ResponseTimes,
} from '../../../contract/predictions.ts'
import type { ReadContext } from '../../platform/context.ts'
import { countOnDesk } from '../conversations/index.ts'
import { settingsOf } from '../desk/index.ts'
import { type Ended, type History, historyOf } from './history.ts'
import { accuracy, rangeOf } from './predict.ts'

const publicChannels = ['chat', 'form', 'email'] as const satisfies readonly ChannelName[]
const day = 86_400_000

// As long as the history is the same, so is what follows from it.
const remembered = new WeakMap<History, Promise<ResponseTimes>>()

/**
 * Of channels that are on: each as a whole, and each topic that has samples. At most a minute old. For anybody to read: it
 * holds nothing of a single conversation.
 */
export async function responseTimes(
  ctx: Pick<ReadContext, 'run' | 'db' | 'now' | 'secrets'>,
): Promise<ResponseTimes> {
  const { channels } = await settingsOf(ctx)
  const { at, times } = await allTimes(ctx)
  return {
    at,
    times: times.filter(({ channel }) => channel in channels && channels[channel as keyof typeof channels]),
  }
}

async function allTimes(ctx: Pick<ReadContext, 'run' | 'now' | 'secrets'>): Promise<ResponseTimes> {
  const history = await historyOf(ctx)
  const known = remembered.get(history)
  if (known) return known
  const reckoning = reckonTimes(ctx, history)
  remembered.set(history, reckoning)
  reckoning.catch(() => remembered.delete(history))
  return reckoning
}

async function reckonTimes(
  ctx: Pick<ReadContext, 'run' | 'now'>,
  { ended }: History,
): Promise<ResponseTimes> {
  const backlog = await countOnDesk(ctx)
  const times = publicChannels.flatMap(channel => {
    const ofChannel = ended.filter(one => one.channel === channel)
    return [null, ...topics].flatMap(topic => {
      const samples = topic === null ? ofChannel : ofChannel.filter(one => one.topic === topic)
      if (topic !== null && samples.length === 0) return []
      return predictionKinds.map(kind => ({ channel, topic, ...timeOf(samples, kind, backlog, ctx.now) }))
    })
  })
  return { at: ctx.now.toISOString(), times }
}

function timeOf(
  all: readonly Ended[],
  kind: PredictionKind,
  backlog: number,
  now: Date,
): Omit<ResponseTime, 'channel' | 'topic'> {
  const samples = all.filter(one => one.kind === kind)
  const range = rangeOf(samples, backlog)
  const within = (days: number) =>
    accuracy(samples.filter(isTold).filter(({ endedAt }) => endedAt.getTime() > now.getTime() - days * day))
  return {
    kind,
    range: range && { low: range.low, high: range.high },
    basis: samples.length,
    accuracy: { days7: within(7), days30: within(30) },
  }
}

type Told = Ended & { low: number; high: number }
const isTold = (one: Ended): one is Told => one.low !== null && one.high !== null
