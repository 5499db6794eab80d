// Samples that are old, or that many newer ones are like, are forgotten: what was long ago says little of today.
import type { Context, Statement } from '../../platform/context.ts'

const daysKept = 180
/** Of one kind, channel, topic and language. */
const mostAlike = 1_000

/** Forgets what nothing is reckoned from any more. */
export async function pruneSamples(ctx: Context): Promise<void> {
  const longAgo = new Date(ctx.now.getTime() - daysKept * 86_400_000)
  await ctx.run(dropSamples, [longAgo, mostAlike])
  await ctx.run(dropPredictions, [longAgo])
}

const dropSamples: Statement = {
  name: 'drop_samples',
  text: `delete from samples where ended_at < $1 or (conversation_id, kind) in (
      select conversation_id, kind from (
        select conversation_id, kind, row_number() over (
          partition by kind, channel, topic, language order by ended_at desc, conversation_id) as place
        from samples
      ) as placed where place > $2)`,
}

const dropPredictions: Statement = {
  name: 'drop_predictions',
  text: 'delete from predictions where opened_at < $1',
}
