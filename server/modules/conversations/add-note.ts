// What the desk itself notes in a conversation for agents: text from outside that is nobody's here, and lines about it.
import type { LineCode, LineValues } from '../../../contract/conversations.ts'
import type { Actor, Context } from '../../platform/context.ts'
import { attachTo, screen } from '../safety/index.ts'
import { lockConversation } from './access.ts'
import { type NewEntry, write } from './write.ts'

export interface SystemNote {
  /** The same one again does nothing. */
  clientId: string
  line: LineCode
  values: LineValues
  /** May be empty. */
  body: string
  attachmentIds: string[]
  /** Whose the files are until then. */
  owner: Actor
  /** Asks nobody to do anything: the conversation stays as it is. */
  quiet?: boolean
}

/**
 * Notes it; a conversation that slept, or was solved, opens again. Of a merged one it is noted where that goes on. Gives the
 * `seq` of the line.
 */
export async function addNote(ctx: Context, conversationId: string, note: SystemNote): Promise<number> {
  const row = await lockConversation(ctx, conversationId)
  if (row.merged_into) return addNote(ctx, row.merged_into, elsewhere(note))
  const known = await ctx.db
    .selectFrom('entries')
    .select('seq')
    .where('conversation_id', '=', conversationId)
    .where('client_id', '=', note.clientId)
    .executeTakeFirst()
  if (known) return known.seq
  const { clientId, line, values, attachmentIds } = note
  const said: NewEntry = { kind: 'note', author: ctx.actor, body: screen(note.body).text, attachmentIds }
  const isEmpty = note.body === '' && attachmentIds.length === 0
  const entries: NewEntry[] = [
    { kind: 'line', author: ctx.actor, code: line, values, clientId },
    ...(isEmpty ? [] : [said]),
  ]
  const asleep =
    !note.quiet && (row.status === 'waiting' || row.status === 'snoozed' || row.status === 'solved')
  write(ctx, [{ row, entries, ...(asleep && { set: { status: 'open', snoozed_until: null } }) }])
  await attachTo(ctx, { conversationId, attachmentIds, actor: note.owner })
  return row.seq + 1
}

/** A number of an entry would name another one there. */
function elsewhere({ values: { seq: _, ...values }, ...note }: SystemNote): SystemNote {
  return { ...note, values }
}
