// Asking the desk for conversations by their words or their number.
import type { Conversation } from '../../../contract/conversations.ts'
import { get } from '../api/request.ts'

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
): Promise<SearchPage> => get<SearchPage>('/api/search', { q, cursor }, signal)
