// When a conversation will probably be answered and solved, as instants.
import type { PredictionKind } from '../../../contract/predictions.ts'
import type { ReadContext, Statement } from '../../platform/context.ts'
import type { KeptRanges } from './tables.ts'

/** Past `high` it takes longer than usual: nobody is given a later time then. */
export interface PredictedRange {
  low: Date
  high: Date
  /** Since when it differs from what was told first; null while it doesn't. */
  movedAt: Date | null
}

/**
 * Null where too little is known, and for what is done already. Checks nothing: whoever calls has made sure that their reader
 * may see the conversation.
 */
export async function predictedTimes(
  ctx: Pick<ReadContext, 'run'>,
  conversationId: string,
): Promise<Record<PredictionKind, PredictedRange | null>> {
  const [row] = await ctx.run<Row>(readPrediction, [conversationId])
  return {
    firstReply: row && !row.replied_at ? instants(row, 'firstReply') : null,
    resolution: row ? instants(row, 'resolution') : null,
  }
}

interface Row {
  opened_at: Date
  ranges: KeptRanges
  told: KeptRanges
  replied_at: Date | null
  resolved_at: Date | null
}

function instants(row: Row, kind: PredictionKind): PredictedRange | null {
  const range = row.ranges[kind]
  if (!range || row.resolved_at) return null
  const at = (duration: number) => new Date(row.opened_at.getTime() + duration)
  const isFirst = row.told[kind]?.at === range.at
  return { low: at(range.low), high: at(range.high), movedAt: isFirst ? null : new Date(range.at) }
}

const readPrediction: Statement = {
  name: 'read_prediction',
  text: `select opened_at, ranges, told, replied_at, resolved_at from predictions where conversation_id = $1`,
}
