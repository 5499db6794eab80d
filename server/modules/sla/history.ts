// How long it took before, as this node remembers it for a minute: whoever opens a conversation must not have it all read again.
import type { PredictionKind } from '../../../contract/predictions.ts'
import type { ReadContext, Statement } from '../../platform/context.ts'
import { type Forecast, forecastFrom, type Sample } from './predict.ts'

/** One that is over, with what was told first and in time; null where nothing was. Milliseconds. */
export interface Ended extends Sample {
  kind: PredictionKind
  low: number | null
  high: number | null
}

export interface History {
  ended: readonly Ended[]
  forecasts: Record<PredictionKind, Forecast>
}

const keptForMs = 60_000
const mostOfKind = 20_000

// By the secrets object because each desk has exactly one: several desks may run in one process.
const remembered = new WeakMap<object, { at: number; history: Promise<History> }>()

/** What has ended, as of a minute ago at most. */
export function historyOf(ctx: Pick<ReadContext, 'run' | 'now' | 'secrets'>): Promise<History> {
  const at = ctx.now.getTime()
  const known = remembered.get(ctx.secrets)
  // A clock that is moved back counts, too.
  if (known && Math.abs(at - known.at) < keptForMs) return known.history
  const history = read(ctx)
  remembered.set(ctx.secrets, { at, history })
  history.catch(() => remembered.get(ctx.secrets)?.history === history && remembered.delete(ctx.secrets))
  return history
}

interface Row extends Omit<Ended, 'endedAt'> {
  ended: number
}

async function read(ctx: Pick<ReadContext, 'run'>): Promise<History> {
  const rows = await ctx.run<Row>(readSamples, [mostOfKind])
  const ended: Ended[] = rows.map(({ ended: at, ...row }) => ({ ...row, endedAt: new Date(at) }))
  const forecast = (kind: PredictionKind) => forecastFrom(ended.filter(one => one.kind === kind))
  return { ended, forecasts: { firstReply: forecast('firstReply'), resolution: forecast('resolution') } }
}

const columns = `kind, topic, language, channel, backlog, duration, low, high,
  extract(epoch from ended_at)::float8 * 1000 as ended`
const newest = (kind: PredictionKind) =>
  `(select ${columns} from samples where kind = '${kind}' order by ended_at desc limit $1)`

const readSamples: Statement = {
  name: 'read_samples',
  text: `${newest('firstReply')} union all ${newest('resolution')}`,
}
