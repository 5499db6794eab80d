// One search in three parts, each answered by itself, so that a slow or refused one holds up no other.
import {
  ArticleHits,
  ConversationHits,
  CustomerHits,
  SearchConversations,
  SearchText,
} from '../../../contract/search.ts'
import { type Route, route } from '../../platform/routes.ts'
import { searchConversations } from './search.ts'
import { searchArticles } from './search-articles.ts'
import { searchCustomers } from './search-customers.ts'

const tag = 'Search'

export const searchRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/search',
    allow: 'conversations.read',
    summary: 'Find conversations by what was said, by number, and by what they are',
    tag,
    query: SearchConversations,
    answer: ConversationHits,
    read: (ctx, { query }) => searchConversations(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/api/search/customers',
    allow: 'customers.read',
    summary: 'Find customers by name, mail address or the id that the exchange gave them',
    tag,
    query: SearchText,
    answer: CustomerHits,
    read: (ctx, { query }) => searchCustomers(ctx, query.q),
  }),
  route({
    method: 'GET',
    path: '/api/search/articles',
    allow: 'conversations.read',
    summary: 'Find published articles, with the address under which everybody reads them',
    tag,
    query: SearchText,
    answer: ArticleHits,
    read: (ctx, { query, caller }) => searchArticles(ctx, query.q, caller.locale),
  }),
]
