// Whether and where a conversation stands in a list, decided in the browser for what changes while the list is open.
import type { Conversation, Priority } from '../../../contract/conversations.ts'
import type { ListQuery } from './filters.ts'

/** Undefined when only the server knows: a list of mentions doesn't say who was mentioned. */
export function belongs(conversation: Conversation, query: ListQuery, me: string): boolean | undefined {
  const { view, teamId, tag, complexity, tier, sort } = query
  const { assignee, team, tags, customer } = conversation
  if (view === 'mine' && assignee?.id !== me) return false
  if (view === 'unassigned' && assignee) return false
  if (teamId && team?.id !== teamId) return false
  if (tag && !tags.includes(tag)) return false
  if (complexity && conversation.complexity !== complexity) return false
  if (tier && customer.tier !== tier) return false
  if (!hasStatus(conversation, query)) return false
  if (sort === 'waiting_longest' && conversation.waitingSince === null) return false
  if (sort === 'due_next' && !conversation.clock?.dueAt) return false
  return view === 'mentions' ? undefined : true
}

/** A mention stays of interest when the conversation is over. */
function hasStatus(conversation: Conversation, { status, view }: ListQuery): boolean {
  if (status === 'active') return view === 'mentions' || !isOver(conversation)
  return conversation.status === status
}

export const isOver = ({ status }: Conversation): boolean =>
  status === 'solved' || status === 'closed' || status === 'merged'

/** Whether nothing can be done to it any more, nor said to its customer in it. */
export const isFixed = ({ status }: Pick<Conversation, 'status'>): boolean =>
  status === 'closed' || status === 'merged'

const rank: Record<Priority, number> = { urgent: 3, high: 2, normal: 1, low: 0 }

/** Below zero when `one` stands above `other`. */
export function order(one: Conversation, other: Conversation, sort: ListQuery['sort']): number {
  const newer = Date.parse(other.lastEntryAt) - Date.parse(one.lastEntryAt)
  if (sort === 'oldest') return -newer
  if (sort === 'priority') return rank[other.priority] - rank[one.priority] || newer
  if (sort === 'waiting_longest') return waitsSince(one) - waitsSince(other) || -newer
  if (sort === 'due_next') return dueAt(one) - dueAt(other) || (one.id < other.id ? -1 : 1)
  return newer
}

/** In milliseconds; those who don't wait come last. */
const waitsSince = ({ waitingSince }: Conversation): number =>
  waitingSince === null ? Number.POSITIVE_INFINITY : Date.parse(waitingSince)

/** In milliseconds; where nothing is due, last. */
const dueAt = ({ clock }: Conversation): number =>
  clock?.dueAt ? Date.parse(clock.dueAt) : Number.POSITIVE_INFINITY
