// The one way in for a message, whoever sends it and by whatever road: checked, screened, and into the next batch.
import { limits } from '../../../contract/common.ts'
import type { AppendByStaff, AppendMessage } from '../../../contract/conversations.ts'
import type { Actor, Desk } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { articlesIn, noteSent } from '../knowledge/index.ts'
import { screen } from '../safety/index.ts'
import { type Addition, type Appended, submit } from './append.ts'
import { goesOnIn } from './continued.ts'
import type { EntryRow, Participant } from './write.ts'

/**
 * Resolves with the entry once it is committed: a customer's in the conversation in which theirs goes on. `by`: somebody in copy
 * wrote it, on the side of the customer `actor`.
 */
export async function send(
  desk: Desk,
  actor: Actor,
  conversationId: string,
  given: AppendMessage | AppendByStaff,
  by?: Participant,
): Promise<Appended> {
  if (actor.kind === 'nobody') throw notFound()
  const { body, secretsRemoved } = checkText(given.body, given.attachments.length)
  const addition: Addition = {
    conversationId,
    actor,
    kind: 'message',
    clientId: given.clientId,
    body,
    attachmentIds: given.attachments,
    mentions: [],
    secretsRemoved,
    by,
  }
  // What only staff may say is not even read from a customer.
  if (actor.kind === 'customer' || !('kind' in given)) return submitWhereItGoesOn(desk, addition)
  const { kind, mentions, seen, then } = given
  const noted = kind === 'note' ? mentions : []
  const appended = await submit(desk, { ...addition, kind, mentions: noted, seen, then })
  if (kind === 'message') noteArticles(desk, actor, appended.entry)
  return appended
}

/** Which articles agents send by hand says what the help centre answers. */
function noteArticles(
  desk: Desk,
  actor: Actor,
  { conversation_id: conversationId, seq, body }: EntryRow,
): void {
  const slugs = actor.kind === 'staff' ? articlesIn(body ?? '', desk.publicUrl) : []
  if (actor.kind === 'staff' && slugs.length > 0)
    noteSent(desk, { conversationId, seq, staffId: actor.id, slugs })
}

/** Each refusal tells the next one; a chain that is merged on meanwhile is followed to its end. */
async function submitWhereItGoesOn(desk: Desk, addition: Addition): Promise<Appended> {
  try {
    return await submit(desk, addition)
  } catch (error) {
    const conversationId = goesOnIn(error, addition.actor)
    if (conversationId === null) throw error
    return submitWhereItGoesOn(desk, { ...addition, conversationId, redirected: true })
  }
}

/** The text as it may be kept; throws when there is nothing to keep. */
export function checkText(text: string, attachments: number): { body: string; secretsRemoved: number } {
  if (text.trim() === '' && attachments === 0) throw new AppError('empty_message')
  if (text.length > limits.message) throw new AppError('message_too_long', { limit: limits.message })
  const { text: body, removed } = screen(text)
  return { body, secretsRemoved: removed.reduce((sum, { count }) => sum + count, 0) }
}
