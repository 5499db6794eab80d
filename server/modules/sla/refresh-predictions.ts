// When the desk has much more or much less to do than it had, open conversations are told another time; some of them at a time.
import type { Context } from '../../platform/context.ts'
import { activeAfter, countOnDesk } from '../conversations/index.ts'
import { isMuchElse, predictUnderLoad } from './make-predictions.ts'

const atOnce = 500

/** What there was to do when this node looked last: as long as it is much the same, nothing is looked through. */
const lastLoads = new WeakMap<object, number>()

/** Does the conversations behind `after`, all when it is null, and has the next ones done by another job. */
export async function refreshPredictions(ctx: Context, after: string | null): Promise<void> {
  if (after === null) {
    const onDesk = await countOnDesk(ctx)
    const before = lastLoads.get(ctx.secrets)
    if (before !== undefined && !isMuchElse(before, onDesk)) return
    lastLoads.set(ctx.secrets, onDesk)
  }
  const ids = await activeAfter(ctx, after, atOnce)
  await predictUnderLoad(ctx, ids)
  if (ids.length === atOnce) ctx.enqueue('refreshPredictions', { after: ids.at(-1)! })
}
