// Finds customers by name, address and the exchange's id for them: those of whom the reader may see a conversation.
import { sql } from 'kysely'
import { may, type ReadContext } from '../../platform/context.ts'
import { customersLike, profilesOf } from '../customers/index.ts'
import { conditionsOn } from './search-filters.ts'

const most = 8

/** At most eight. Who may read all conversations finds also those who have none. */
export async function searchCustomers(ctx: ReadContext, text: string) {
  const candidates = await customersLike(ctx, text)
  const ids = may(ctx.actor, 'conversations.read_all') ? candidates : await seen(ctx, candidates)
  const shown = ids.slice(0, most)
  const profiles = await profilesOf(ctx, shown)
  return {
    customers: shown.flatMap(id => {
      const profile = profiles.get(id)
      if (!profile) return []
      const { name, email, verified, tier } = profile
      return [{ id, name, email, verified, tier }]
    }),
  }
}

async function seen(ctx: ReadContext, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select given.id from unnest(${ids}::uuid[]) with ordinality as given(id, place)
    where exists (select from conversations c where c.customer_id = given.id and c.side_of is null and ${conditionsOn(ctx, {}) ?? sql`true`})
    order by given.place limit ${most}`.execute(ctx.db)
  return rows.map(({ id }) => id)
}
