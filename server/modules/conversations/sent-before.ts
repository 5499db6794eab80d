// A message that comes twice is one, also where its conversation was merged or taken apart in between.
import { type Actor, actorId, type Context, type Statement } from '../../platform/context.ts'
import type { ConversationRow } from './access.ts'
import type { EntryRow } from './write.ts'

interface Sent {
  conversationId: string
  actor: Actor
  clientId: string
  redirected?: boolean
}

/**
 * The entries that these additions have become already, in any conversation of the same customer. Only asked for where one
 * may stand elsewhere: `rows` are the conversations, locked or remembered.
 */
export async function sentBefore<A extends Sent>(
  ctx: Context,
  additions: A[],
  rows: ConversationRow[],
): Promise<Map<A, EntryRow>> {
  const byId = new Map(rows.map(row => [row.id, row]))
  const doubtful = additions.filter(({ conversationId, redirected }) => {
    const row = byId.get(conversationId)
    return row && (redirected || row.unmerged || row.status === 'merged')
  })
  const found = new Map<A, EntryRow>()
  for (const addition of doubtful) {
    const { customer_id } = byId.get(addition.conversationId)!
    const [entry] = await ctx.run<EntryRow>(findSent, [
      customer_id,
      addition.clientId,
      actorId(addition.actor),
    ])
    if (entry) found.set(addition, entry)
  }
  return found
}

const findSent: Statement = {
  name: 'find_sent_elsewhere',
  text: `select e.* from conversations c
    join entries e on e.conversation_id = c.id and e.client_id = $2 and e.author_id = $3
    where c.customer_id = $1 order by e.at limit 1`,
}
