// One change to many conversations; each by itself, so that one refusal doesn't undo the others.
import type { ChangeConversation } from '../../../contract/conversations.ts'
import type { ErrorCode } from '../../../contract/errors.ts'
import type { Actor, Desk } from '../../platform/context.ts'
import { asAppError } from '../../platform/errors.ts'
import { change } from './change.ts'

/** Changes what can be changed, and tells which were refused and why. */
export async function changeMany(desk: Desk, actor: Actor, ids: string[], wanted: ChangeConversation) {
  const changed: string[] = []
  const refused: { id: string; code: ErrorCode }[] = []
  for (const id of new Set(ids)) {
    try {
      await desk.transact(actor, ctx => change(ctx, id, wanted))
      changed.push(id)
    } catch (error) {
      const { code } = asAppError(error)
      if (code === 'internal') desk.log.error({ err: error, conversationId: id }, 'bulk change failed')
      refused.push({ id, code })
    }
  }
  return { changed, refused }
}
