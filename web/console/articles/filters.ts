// What the list of articles shows, as it stands in the address: a filtered list can be bookmarked and shared.
import type { ArticleKind, ArticleQuery, TextState } from '../../../contract/articles.ts'

// Named once more: with the contract's own lists its schemas would load before anything is shown.
const kinds = [
  'faq',
  'guide',
  'troubleshooting',
  'fees',
  'api',
  'video',
  'policy',
  'blog',
  'announcement',
] as const satisfies readonly ArticleKind[]
const states = ['draft', 'in_review', 'approved', 'published'] as const satisfies readonly TextState[]

export interface ArticleFilters {
  q?: string
  kind?: ArticleKind
  topic?: string
  state?: TextState
  /** A language in which the article has no text. */
  missing?: string
  mine?: true
  attention?: true
  archived?: true
}

const oneOf = <T extends string>(value: unknown, options: readonly T[]): T | undefined =>
  options.find(option => option === value)
const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)
const flag = (value: unknown): true | undefined => (value === true ? true : undefined)

export const readArticleFilters = (search: Record<string, unknown>): ArticleFilters => ({
  q: text(search.q)?.slice(0, 200),
  kind: oneOf(search.kind, kinds),
  topic: text(search.topic),
  state: oneOf(search.state, states),
  missing: text(search.missing),
  mine: flag(search.mine),
  attention: flag(search.attention),
  archived: flag(search.archived),
})

/** The question to the desk that these filters stand for, asked by `me`. */
export const toQuery = (filters: ArticleFilters, me: string): ListQuery => ({
  q: filters.q,
  kind: filters.kind,
  topicId: filters.topic,
  state: filters.state,
  missing: filters.missing,
  ownerId: filters.mine && me,
  attention: filters.attention && 'true',
  archived: filters.archived && 'true',
})

export type ListQuery = Partial<
  Record<'attention' | 'archived', 'true'> &
    Pick<ArticleQuery, 'q' | 'kind' | 'topicId' | 'state' | 'missing' | 'ownerId'>
>

export const isFiltered = (filters: ArticleFilters): boolean =>
  Object.values(filters).some(value => value !== undefined)
