// The list of articles as it was last shown, so that the way back from an article leads there.
import type { ArticleFilters } from './filters.ts'

let last: ArticleFilters = {}

export const lastFilters = (): ArticleFilters => last

export function rememberFilters(filters: ArticleFilters): void {
  last = filters
}
