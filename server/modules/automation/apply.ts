// Does one action of a macro or a rule to one conversation, in the caller's transaction.
import { v5 } from 'uuid'
import type { Action } from '../../../contract/automation.ts'
import { type ChangeConversation, complexities, priorities } from '../../../contract/conversations.ts'
import { fillPlaceholders, hasPlaceholder, type PlaceholderValues } from '../../../rules/placeholders.ts'
import { actorId, type Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { addTask, type ConversationRow, change, say } from '../conversations/index.ts'
import { profilesOf } from '../customers/index.ts'

export interface Applying {
  conversation: ConversationRow
  /** Of the whole run; the reply carries it, a note one that follows from it. */
  clientId: string
  /** The newest `seq` that whoever runs it has seen. */
  seen?: number | undefined
  /** Said in place of the action's own text. */
  reply?: string | undefined
}

/** Throws as `change` and `say` do, and `placeholder_unfilled` where a text would go out with a gap. */
export async function apply(ctx: Context, action: Action, applying: Applying): Promise<void> {
  const { conversation, clientId, seen, reply } = applying
  const { id } = conversation
  if (action.do === 'reply') {
    const body = filled(reply ?? action.text, await valuesFor(ctx, conversation))
    await say(ctx, id, { kind: 'message', clientId, body, seen })
  } else if (action.do === 'note') {
    const body = fillPlaceholders(action.text, await valuesFor(ctx, conversation))
    await say(ctx, id, { kind: 'note', clientId: v5(`${clientId} note`, v5.URL), body })
  } else if (action.do === 'add_task') {
    const dueAt = action.hours === null ? null : inHours(ctx, action.hours)
    const assigneeId = conversation.assignee_id ?? (ctx.actor.kind === 'staff' ? ctx.actor.id : null)
    await addTask(ctx, id, { id: v5(`${clientId} task`, v5.URL), title: action.title, dueAt, assigneeId })
  } else {
    const wanted = changeOf(ctx, action)
    if (wanted) await change(ctx, id, wanted)
  }
}

const inHours = ({ now }: Context, hours: number): string =>
  new Date(now.getTime() + hours * 3_600_000).toISOString()

/** The change of state that an action is; undefined for those that change none. */
function changeOf(ctx: Context, action: Action): ChangeConversation | undefined {
  switch (action.do) {
    case 'set_status':
      return { status: action.status }
    case 'snooze':
      return { status: 'snoozed', snoozedUntil: inHours(ctx, action.hours) }
    case 'set_priority':
      return { priority: action.priority }
    case 'set_complexity':
      return { complexity: action.complexity }
    case 'assign':
      return { assigneeId: action.assigneeId }
    case 'assign_me':
      return ctx.actor.kind === 'staff' ? { assigneeId: actorId(ctx.actor) } : undefined
    case 'assign_team':
      return { teamId: action.teamId }
    case 'add_tags':
      return { addTags: action.tags }
    case 'remove_tags':
      return { removeTags: action.tags }
    default:
      return undefined
  }
}

/** Whether an action would do anything to a conversation as it stands. */
export function wouldDo(
  action: Action,
  now: Pick<ConversationRow, 'status' | 'priority' | 'complexity' | 'assignee_id' | 'team_id' | 'tags'>,
): boolean {
  switch (action.do) {
    case 'set_status':
      return action.status !== now.status
    case 'set_priority':
      return priorities.indexOf(action.priority) !== now.priority
    case 'set_complexity':
      return complexities.indexOf(action.complexity) !== now.complexity
    case 'assign':
      return action.assigneeId !== now.assignee_id
    case 'assign_team':
      return action.teamId !== now.team_id
    case 'add_tags':
      return action.tags.some(tag => !now.tags.includes(tag))
    case 'remove_tags':
      return action.tags.some(tag => now.tags.includes(tag))
    default:
      return true
  }
}

/** What the placeholders of a text stand for; the desk itself has no name. */
export async function valuesFor(
  ctx: Pick<Context, 'db' | 'actor'>,
  { number, customer_id: customerId }: Pick<ConversationRow, 'number' | 'customer_id'>,
): Promise<PlaceholderValues> {
  const customer = (await profilesOf(ctx, [customerId])).get(customerId)
  return {
    'customer.name': customer?.name ?? null,
    'agent.name': ctx.actor.kind === 'staff' ? ctx.actor.name : null,
    'conversation.number': String(number),
  }
}

/** The text as it may be sent; throws `placeholder_unfilled` while it has a gap. */
export function filled(text: string, values: PlaceholderValues): string {
  const whole = fillPlaceholders(text, values)
  if (hasPlaceholder(whole)) throw new AppError('placeholder_unfilled')
  return whole
}
