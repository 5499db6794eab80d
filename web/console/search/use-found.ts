// What the desk finds for a search, in its three parts.
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMay } from '../session/session.ts'
import { type Hit, searchArticles, searchConversations, searchCustomers } from './search-query.ts'
import type { TypedSearch } from './typed-search.ts'

/** Customers and articles are found by words alone; those who may not see customers aren't offered any. */
export function useFound(search: TypedSearch, place: 'page' | 'palette', shortest = 1) {
  const may = useMay()
  const { text, filters } = search
  const wantsAny = text.length >= shortest || Object.keys(filters).length > 0
  const conversations = useInfiniteQuery({
    queryKey: ['search', place, text, filters],
    queryFn: ({ pageParam, signal }) => searchConversations(search, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
    enabled: wantsAny,
    placeholderData: place === 'palette' ? keepPreviousData : undefined,
  })
  const customers = useQuery({
    queryKey: ['search', 'customers', text],
    queryFn: ({ signal }) => searchCustomers(text, signal),
    enabled: text.length >= 2 && may('customers.read'),
  })
  const articles = useQuery({
    queryKey: ['search', 'articles', text],
    queryFn: ({ signal }) => searchArticles(text, signal),
    enabled: text.length >= 2,
  })
  return {
    conversations,
    hits: oncePerConversation(conversations.data?.pages.flatMap(page => page.hits) ?? []),
    back: conversations.data?.pages.at(-1)?.back ?? null,
    customers,
    articles,
    wantsAny,
  }
}

/** An older page may hold what a newer one had already. */
function oncePerConversation(hits: Hit[]): Hit[] {
  const seen = new Set<string>()
  return hits.filter(({ conversation: { id } }) => !seen.has(id) && seen.add(id))
}
