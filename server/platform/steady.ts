// After an outage everybody looks gone for a moment: nobody could be seen while the desk itself was away.
import { sql } from 'kysely'
import type { ReadContext } from './context.ts'

/** Seconds in which whoever is there connects again and is noted. */
const settlingSeconds = 30
/** A heartbeat comes every five seconds. */
const missedSeconds = 12

/**
 * Whether signs of life could be written all the time: no node has come, or come back, just now, and none is missing.
 * By the database's clock, as the signs of life themselves.
 */
export async function isSteady({ db }: Pick<ReadContext, 'db'>): Promise<boolean> {
  const { rows } = await sql<{ steady: boolean }>`select not exists (
      select 1 from nodes where started_at > now() - make_interval(secs => ${settlingSeconds})
        or seen_at < now() - make_interval(secs => ${missedSeconds})
    ) as steady`.execute(db)
  return rows[0]!.steady
}
