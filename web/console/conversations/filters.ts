// What the list shows, as it stands in the address: so that a filtered list can be bookmarked and shared.
import type { Complexity, ListConversations, Status } from '../../../contract/conversations.ts'

export type View = ListConversations['view']
export type Sort = ListConversations['sort']
export type StatusFilter = ListConversations['status']

/** In the order in which a menu offers them. */
export const views = ['mine', 'unassigned', 'all', 'mentions'] as const satisfies readonly View[]
export const sorts = [
  'newest',
  'oldest',
  'waiting_longest',
  'priority',
  'due_next',
] as const satisfies readonly Sort[]
export const settableStatuses = ['open', 'waiting', 'on_hold', 'snoozed', 'solved', 'closed'] as const
export const allStatuses = [
  'assistant',
  'queued',
  ...settableStatuses,
  'merged',
] as const satisfies readonly Status[]
export const priorities = ['urgent', 'high', 'normal', 'low'] as const
export const complexities = ['simple', 'normal', 'complex'] as const
export const topics = [
  'account',
  'deposit',
  'withdrawal',
  'trading',
  'security',
  'api',
  'listing',
  'other',
] as const

export interface Filters {
  team?: string
  status?: StatusFilter
  sort?: Sort
  tag?: string
  complexity?: Complexity
  tier?: string
  /** On narrow screens the side bar of the conversation is a screen of its own. */
  panel?: 'details'
}

const oneOf = <T extends string>(value: unknown, options: readonly T[]): T | undefined =>
  options.find(option => option === value)
const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)

export function readFilters(search: Record<string, unknown>): Filters {
  return {
    team: text(search.team),
    status: oneOf(search.status, ['active', ...allStatuses]),
    sort: oneOf(search.sort, sorts),
    tag: text(search.tag),
    complexity: oneOf(search.complexity, complexities),
    tier: text(search.tier),
    panel: oneOf(search.panel, ['details']),
  }
}

export const asView = (value: string): View => oneOf(value, views) ?? 'mine'

/** The question to the desk that these filters stand for. */
export const toQuery = (view: View, filters: Filters): ListQuery => ({
  view,
  teamId: filters.team,
  status: filters.status ?? 'active',
  sort: filters.sort ?? 'newest',
  tag: filters.tag,
  complexity: filters.complexity,
  tier: filters.tier,
})
export type ListQuery = Pick<
  ListConversations,
  'view' | 'teamId' | 'status' | 'sort' | 'tag' | 'complexity' | 'tier'
>
