// Runs a macro on one conversation or many: each in a transaction of its own, each once.
import type { Macro, RunMacro } from '../../../contract/automation.ts'
import type { ErrorCode } from '../../../contract/errors.ts'
import type { Actor, Context, Desk } from '../../platform/context.ts'
import { AppError, asAppError } from '../../platform/errors.ts'
import { lockConversation } from '../conversations/index.ts'
import { apply } from './apply.ts'
import { macroFor } from './macros.ts'

type Target = RunMacro['conversations'][number]

/** Runs it where it can be run, and tells where it was refused and why. Throws `stale_version` when the macro is another by now. */
export async function runMacro(desk: Desk, actor: Actor, id: string, wanted: RunMacro) {
  const macro = await macroFor(desk.read(actor), id)
  if (macro.version !== wanted.version) throw new AppError('stale_version')
  if (wanted.reply !== undefined && wanted.conversations.length > 1) {
    throw new AppError('invalid_input', {
      fields: [{ path: 'reply', message: 'is for one conversation only' }],
    })
  }
  const done: string[] = []
  const refused: { id: string; code: ErrorCode }[] = []
  for (const target of new Map(wanted.conversations.map(one => [one.id, one])).values()) {
    try {
      await desk.transact(actor, ctx => runOn(ctx, macro, target, wanted.reply))
      done.push(target.id)
    } catch (error) {
      const { code } = asAppError(error)
      if (code === 'internal') desk.log.error({ err: error, conversationId: target.id }, 'macro failed')
      refused.push({ id: target.id, code })
    }
  }
  return { done, refused }
}

async function runOn(ctx: Context, macro: Macro, target: Target, reply: string | undefined): Promise<void> {
  const { id, clientId, version, seen } = target
  const conversation = await lockConversation(ctx, id)
  const fresh = await ctx.db
    .insertInto('macro_runs')
    .values({
      conversation_id: id,
      client_id: clientId,
      macro_id: macro.id,
      macro_version: macro.version,
      at: ctx.now,
    })
    .onConflict(on => on.doNothing())
    .returning('client_id')
    .executeTakeFirst()
  if (!fresh) return
  if (conversation.status === 'closed') throw new AppError('conversation_closed')
  if (version !== undefined && version !== conversation.version) throw new AppError('stale_version')
  for (const action of inOrder(macro.actions)) {
    await apply(ctx, action, { conversation, clientId, seen, reply })
  }
}

/** What is said comes before the state it is left in: an answer would open what was put off or solved. */
const inOrder = (actions: Macro['actions']): Macro['actions'] =>
  actions.toSorted((one, other) => rank(one) - rank(other))

const rank = ({ do: name }: Macro['actions'][number]): number =>
  name === 'note' ? 0 : name === 'reply' ? 1 : name === 'set_status' || name === 'snooze' ? 3 : 2
