// Articles as the desk has them: the list, one of them, and what became of its texts.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Article, ArticleRow, ReviewStep, Revision, RevisionDiff } from '../../../contract/articles.ts'
import { answer, api } from '../api/client.ts'
import { useShowFault } from '../api/use-fault.ts'
import { useMe } from '../session/session.ts'
import { type ArticleFilters, toQuery } from './filters.ts'

export const articlesKey = ['articles'] as const
const articleKey = (id: string) => [...articlesKey, 'one', id] as const
type Page = { articles: ArticleRow[]; next: string | null }

export function useArticles(filters: ArticleFilters) {
  const me = useMe()
  const query = toQuery(filters, me.id)
  return useInfiniteQuery({
    queryKey: [...articlesKey, 'list', query],
    queryFn: async ({ pageParam, signal }): Promise<Page> => {
      const params = { query: { ...query, after: pageParam ?? undefined } as never }
      return (await answer(api.GET('/api/articles', { params, signal }))) as Page
    },
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
    staleTime: 0,
  })
}

/** Articles whose title or summary has these words; the newest ones without any. */
export async function findArticles(q: string, signal?: AbortSignal): Promise<ArticleRow[]> {
  const params = { query: { q: q || undefined } as never }
  return ((await answer(api.GET('/api/articles', { params, signal }))) as Page).articles
}

/** The rows of some articles, archived ones too. */
export const useArticleRows = (ids: readonly string[]) =>
  useQuery({
    queryKey: [...articlesKey, 'rows', ids],
    queryFn: async ({ signal }): Promise<ArticleRow[]> => {
      const params = { query: { ids: ids.join(',') } as never }
      return ((await answer(api.GET('/api/articles', { params, signal }))) as Page).articles
    },
    enabled: ids.length > 0,
  })

export const useArticle = (id: string) =>
  useQuery({
    queryKey: articleKey(id),
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/articles/{id}', { params: { path: { id } }, signal }))) as Article,
    staleTime: 0,
  })

export const useReviewSteps = (id: string) =>
  useQuery({
    queryKey: [...articleKey(id), 'steps'],
    queryFn: async () =>
      (await answer(api.GET('/api/articles/{id}/steps', { params: { path: { id } } }))).steps as ReviewStep[],
    staleTime: 0,
  })

export const useRevisions = (id: string, locale: string) =>
  useQuery({
    queryKey: [...articleKey(id), 'revisions', locale],
    queryFn: async () => {
      const params = { path: { id, locale } }
      return (await answer(api.GET('/api/articles/{id}/texts/{locale}/revisions', { params })))
        .revisions as Revision[]
    },
    staleTime: 0,
  })

/** What changed from one revision to another; nothing is asked while one of them is null. */
export const useChanges = (id: string, locale: string, from: number | null, to: number | null) =>
  useQuery({
    queryKey: [...articleKey(id), 'changes', locale, from, to],
    queryFn: async () => {
      const params = { path: { id, locale }, query: { from: from ?? 0, to: to ?? 0 } }
      return (await answer(api.GET('/api/articles/{id}/texts/{locale}/changes', { params })))
        .changes as RevisionDiff
    },
    enabled: from !== null && to !== null,
  })

/** Does something to articles; whatever came of it, they are asked anew. A refusal is shown unless somebody handles it. */
export function useArticleDeed(onRefused?: (error: unknown) => void) {
  const queries = useQueryClient()
  const showFault = useShowFault()
  return useMutation({
    mutationFn: (deed: () => Promise<unknown>) => deed(),
    onError: onRefused ?? showFault,
    onSettled: () => queries.invalidateQueries({ queryKey: articlesKey }),
  })
}
