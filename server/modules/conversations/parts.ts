// All that goes on in a conversation because it was merged into it, also by way of others.
import type { ReadContext, Statement } from '../../platform/context.ts'

export interface Part {
  /** One of those that were asked about. */
  in: string
  id: string
  channel: string
  /** Since when it is a part. */
  at: Date
}

/** The parts of these conversations, without the conversations themselves. Whoever calls checks what its reader may see. */
export const partsOf = (ctx: Pick<ReadContext, 'run'>, ids: readonly string[]): Promise<Part[]> =>
  ctx.run<Part>(findParts, [ids])

/** More than anybody merges: of each question. */
const findParts: Statement = {
  name: 'find_merged_parts',
  text: `with recursive part (root, id, at) as (
      select into_id, conversation_id, at from merges where into_id = any($1::uuid[]) and undone_at is null
      union
      select p.root, m.conversation_id, greatest(p.at, m.at)
      from part p join merges m on m.into_id = p.id where m.undone_at is null
    )
    select part.root as "in", part.id, c.channel, part.at
    from part join conversations c on c.id = part.id order by part.at limit 1000`,
}
