// What a conversation has to do with others, as far as its reader may see those: of the rest, the number alone.
import { activeStatuses } from '../../../contract/conversations.ts'
import type { Other, Related } from '../../../contract/related.ts'
import type { ReadContext } from '../../platform/context.ts'
import { loadConversation } from './access.ts'
import { directoryFor } from './directory.ts'
import { conversationsById } from './list.ts'
import { toStaffConversation } from './shapes.ts'

/** More than anybody looks through. */
const most = 100

/** Throws 404 for a conversation that isn't the reader's to see. */
export async function related(ctx: ReadContext, id: string): Promise<Related> {
  const row = await loadConversation(ctx, id)
  const [merged, links, same, origin, parts] = await Promise.all([
    mergedInto(ctx, id),
    linksOf(ctx, id),
    sameAs(ctx, id),
    splitBy(ctx, 'from_id', 'conversation_id', id),
    splitBy(ctx, 'conversation_id', 'from_id', id),
  ])
  const goesOn = row.merged_into ? [{ id: row.merged_into, number: row.merged_number! }] : []
  const about = row.side_of ? [{ id: row.side_of, number: row.side_of_number! }] : []
  const ids = [...about, ...goesOn, ...merged, ...links, ...same, ...origin, ...parts].map(one => one.id)
  const rows = await conversationsById(ctx, [...new Set(ids)])
  const directory = await directoryFor(ctx, rows)
  const shown = new Map(rows.map(one => [one.id, toStaffConversation(one, directory)]))
  const other = ({ id: of, number }: Numbered): Other => ({
    number,
    conversation: shown.get(of) ?? null,
  })
  return {
    mergedInto: goesOn.map(other)[0] ?? null,
    merged: merged.map(other),
    links: links.map(other),
    splitFrom: origin.map(other)[0] ?? null,
    splitInto: parts.map(other),
    sideOf: about.map(other)[0] ?? null,
    same: isActive(row.status) ? same.flatMap(one => shown.get(one.id) ?? []) : [],
  }
}

interface Numbered {
  id: string
  number: number
}

const isActive = (status: string): boolean => activeStatuses.some(one => one === status)

const mergedInto = (ctx: ReadContext, id: string): Promise<Numbered[]> =>
  ctx.db
    .selectFrom('merges')
    .innerJoin('conversations', 'conversations.id', 'merges.conversation_id')
    .select(['conversations.id', 'conversations.number'])
    .where('into_id', '=', id)
    .where('undone_at', 'is', null)
    .orderBy('merges.at')
    .limit(most)
    .execute()

const linksOf = (ctx: ReadContext, id: string): Promise<Numbered[]> =>
  ctx.db
    .selectFrom('conversation_links')
    .innerJoin('conversations', join =>
      join.on(eb =>
        eb.or([
          eb.and([eb('low_id', '=', id), eb('conversations.id', '=', eb.ref('high_id'))]),
          eb.and([eb('high_id', '=', id), eb('conversations.id', '=', eb.ref('low_id'))]),
        ]),
      ),
    )
    .select(['conversations.id', 'conversations.number'])
    .where(eb => eb.or([eb('low_id', '=', id), eb('high_id', '=', id)]))
    .orderBy('conversation_links.at')
    .limit(most)
    .execute()

/** The conversations in one column of a split, by that in the other. */
const splitBy = (
  ctx: ReadContext,
  wanted: 'from_id' | 'conversation_id',
  known: 'from_id' | 'conversation_id',
  id: string,
): Promise<Numbered[]> =>
  ctx.db
    .selectFrom('splits')
    .innerJoin('conversations', 'conversations.id', `splits.${wanted}`)
    .select(['conversations.id', 'conversations.number'])
    .where(`splits.${known}`, '=', id)
    .orderBy('splits.at')
    .limit(most)
    .execute()

/** Nothing that was dismissed, and nothing that is done. */
const sameAs = (ctx: ReadContext, id: string): Promise<Numbered[]> =>
  ctx.db
    .selectFrom('same_requests')
    .innerJoin('conversations', join =>
      join.on(eb =>
        eb(
          'conversations.id',
          '=',
          eb.case().when('of_id', '=', id).then(eb.ref('conversation_id')).else(eb.ref('of_id')).end(),
        ),
      ),
    )
    .select(['conversations.id', 'conversations.number'])
    .where(eb => eb.or([eb('conversation_id', '=', id), eb('of_id', '=', id)]))
    .where('dismissed_at', 'is', null)
    .where('conversations.status', 'in', [...activeStatuses])
    .orderBy('conversations.number')
    .limit(10)
    .execute()
