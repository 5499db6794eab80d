// Changes of state: status, assignee, team, priority, complexity, topic, subject, tags, snooze. Each leaves a line in the conversation.

import { limits } from '../../../contract/common.ts'
import type { ChangeConversation, LineCode, LineValues } from '../../../contract/conversations.ts'
import { complexities, priorities } from '../../../contract/conversations.ts'
import { type Actor, type Context, may } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { staffById, teamById } from '../identity/index.ts'
import { type ConversationRow, lockConversation } from './access.ts'
import { isMerged } from './continued.ts'
import { mayBecome, tagsAfter } from './rules.ts'
import { type NewEntry, type Written, write } from './write.ts'

/** Changes what is given. Throws `stale_version` when the caller hadn't seen the newest state. */
export async function change(ctx: Context, id: string, wanted: ChangeConversation): Promise<Written> {
  const row = await lockConversation(ctx, id)
  if (wanted.version !== undefined && wanted.version !== row.version) throw new AppError('stale_version')
  if (row.status === 'closed') throw new AppError('conversation_closed')
  if (row.status === 'merged') throw isMerged(row)
  const steps = [
    ...(await assign(ctx, row, wanted)),
    ...(await moveToTeam(ctx, row, wanted)),
    ...setStatus(ctx, row, wanted),
    ...describe(ctx.actor, row, wanted),
  ]
  if (steps.length === 0) return { row, entries: [] }
  const set = Object.assign({}, ...steps.map(step => step.set)) as Partial<ConversationRow>
  const entries = steps.flatMap(step => step.entries)
  const [written] = write(ctx, [{ row, entries, set }])
  const { snoozed_until: until } = written!.row
  if (wanted.status || row.snoozed_until) {
    await ctx.enqueueAt(`snooze:${id}`, until, 'wakeConversation', { conversationId: id })
  }
  return written!
}

interface Step {
  set: Partial<ConversationRow>
  entries: NewEntry[]
}

const step = (author: Actor, set: Partial<ConversationRow>, code: LineCode, values: LineValues): Step => ({
  set,
  entries: [{ kind: 'line', author, code, values: { by: nameOf(author), ...values } }],
})

/** The desk's own jobs have names too, but not for readers. */
const nameOf = (author: Actor): string => ('name' in author && author.kind !== 'system' ? author.name : '')

async function assign(
  ctx: Context,
  row: ConversationRow,
  { assigneeId, teamId }: ChangeConversation,
): Promise<Step[]> {
  const { actor } = ctx
  if (assigneeId === undefined || assigneeId === row.assignee_id) return []
  const toSelf = 'id' in actor && assigneeId === actor.id
  const fromSelf = assigneeId === null && 'id' in actor && row.assignee_id === actor.id
  if (!toSelf && !fromSelf && !may(actor, 'conversations.assign') && !may(actor, 'conversations.write')) {
    throw new AppError('forbidden')
  }
  // A question to a colleague would be nobody's.
  if (assigneeId === null && row.side_of && !row.team_id && !teamId)
    throw new AppError('invalid_input', { fields: [{ path: 'assigneeId', message: 'must be somebody' }] })
  if (assigneeId === null)
    return [step(actor, { assignee_id: null, ...backToQueue(ctx, row) }, 'assigned', { name: null })]
  const assignee = await staffById(ctx, assigneeId)
  if (!assignee || assignee.disabled) throw notFound()
  const opened = row.status === 'queued' || row.status === 'assistant'
  const set = { assignee_id: assignee.id, ...(opened && ({ status: 'open', queued_at: null } as const)) }
  const assigned = step(actor, set, 'assigned', { name: assignee.name })
  if (row.live)
    assigned.entries.push({ kind: 'line', author: actor, code: 'joined', values: { name: assignee.name } })
  return [assigned]
}

/** Somebody who waits in a live conversation that nobody has any more, waits in the queue again. */
const backToQueue = (ctx: Context, row: ConversationRow): Partial<ConversationRow> =>
  row.live && row.status === 'open' ? { status: 'queued', queued_at: ctx.now } : {}

async function moveToTeam(
  ctx: Context,
  row: ConversationRow,
  { teamId }: ChangeConversation,
): Promise<Step[]> {
  if (teamId === undefined || teamId === row.team_id) return []
  if (teamId === null && row.side_of)
    throw new AppError('invalid_input', { fields: [{ path: 'teamId', message: 'must be a team' }] })
  if (teamId === null) return [step(ctx.actor, { team_id: null }, 'team_changed', { name: null })]
  const team = await teamById(ctx, teamId)
  if (!team) throw notFound()
  return [step(ctx.actor, { team_id: team.id }, 'team_changed', { name: team.name, teamId })]
}

function setStatus(ctx: Context, row: ConversationRow, wanted: ChangeConversation): Step[] {
  const { status } = wanted
  if (status === undefined || (status === row.status && status !== 'snoozed')) return []
  if (!mayBecome(row.status, status)) throw new AppError('conversation_closed')
  const done = status === 'solved' || status === 'closed'
  const base = {
    status,
    queued_at: null,
    snoozed_until: null,
    ...(done && { live: false, waiting_since: null }),
  }
  if (status === 'snoozed') {
    const until = wanted.snoozedUntil ? new Date(wanted.snoozedUntil) : null
    if (!until || until <= ctx.now) {
      throw new AppError('invalid_input', {
        fields: [{ path: 'snoozedUntil', message: 'must be in the future' }],
      })
    }
    return [step(ctx.actor, { ...base, snoozed_until: until }, 'snoozed', { until: until.toISOString() })]
  }
  if (done) return [step(ctx.actor, base, status, {})]
  if (row.status === 'solved') return [step(ctx.actor, base, 'reopened', {})]
  return [step(ctx.actor, base, 'status_changed', { status })]
}

function describe(actor: Actor, row: ConversationRow, wanted: ChangeConversation): Step[] {
  const steps: Step[] = []
  const priority = wanted.priority === undefined ? row.priority : priorities.indexOf(wanted.priority)
  if (priority !== row.priority) {
    steps.push(step(actor, { priority }, 'priority_changed', { priority: wanted.priority ?? '' }))
  }
  const complexity =
    wanted.complexity === undefined ? row.complexity : complexities.indexOf(wanted.complexity)
  if (complexity !== row.complexity) {
    steps.push(step(actor, { complexity }, 'complexity_changed', { complexity: wanted.complexity ?? '' }))
  }
  if (wanted.topic !== undefined && wanted.topic !== row.topic) {
    steps.push(step(actor, { topic: wanted.topic }, 'topic_changed', { topic: wanted.topic }))
  }
  if (wanted.subject !== undefined && wanted.subject !== row.subject) {
    steps.push(step(actor, { subject: wanted.subject }, 'subject_changed', { subject: wanted.subject }))
  }
  return [...steps, ...changeTags(actor, row, wanted)]
}

function changeTags(actor: Actor, row: ConversationRow, wanted: ChangeConversation): Step[] {
  const tags = tagsAfter(row.tags, wanted)
  if (tags.join('\n') === row.tags.join('\n')) return []
  const most = limits.tagsPerConversation
  if (tags.length > most) {
    throw new AppError('invalid_input', { fields: [{ path: 'addTags', message: `at most ${most} in all` }] })
  }
  return [step(actor, { tags }, 'tags_changed', { tags: tags.join(', ') })]
}
