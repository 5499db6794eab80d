// Asking the desk for conversations by their words or their number.
import type { Conversation } from '../../../contract/conversations.ts'
import { answer, api } from '../api/client.ts'

export interface Hit {
  conversation: Conversation
  seq: number
  snippet: { text: string; hit: boolean }[]
}
export interface SearchPage {
  hits: Hit[]
  next: string | null
}

export const searchConversations = (
  q: string,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<SearchPage> =>
  answer(api.GET('/api/search', { params: { query: { q, cursor: cursor ?? undefined } }, signal }))
