// Asking the desk for conversations, customers and articles: one question each, so that none waits for another.
import type { z } from 'zod'
import type { ArticleHits, ConversationHits, CustomerHits } from '../../../contract/search.ts'
import { answer, api } from '../api/client.ts'
import { type TypedSearch, toQuestion } from './typed-search.ts'

export type SearchPage = z.output<typeof ConversationHits>
export type Hit = SearchPage['hits'][number]
export type Pieces = Hit['snippet']
export type FoundCustomer = z.output<typeof CustomerHits>['customers'][number]
export type FoundArticle = z.output<typeof ArticleHits>['articles'][number]

export const searchConversations = (
  search: TypedSearch,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<SearchPage> =>
  answer(
    api.GET('/api/search', {
      params: { query: { ...toQuestion(search), cursor: cursor ?? undefined } as never },
      signal,
    }),
  )

export const searchCustomers = async (q: string, signal?: AbortSignal): Promise<FoundCustomer[]> =>
  (await answer(api.GET('/api/search/customers', { params: { query: { q } }, signal }))).customers

export const searchArticles = async (q: string, signal?: AbortSignal): Promise<FoundArticle[]> =>
  (await answer(api.GET('/api/search/articles', { params: { query: { q } }, signal }))).articles
