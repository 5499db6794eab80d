// Articles for the answer that is being written: those that fit what the customer wrote last, and putting one into the text.
import { useQuery } from '@tanstack/react-query'
import type { RefObject } from 'react'
import type { Conversation, StaffEntry } from '../../../contract/conversations.ts'
import { answer, api } from '../api/client.ts'

export interface OfferedArticle {
  id: string
  title: string
  summary: string
  url: string
}

/** None until they are known; asked again when the customer writes on. */
export function useFittingArticles(
  { id }: Pick<Conversation, 'id'>,
  entries: readonly StaffEntry[],
  isWanted: boolean,
): readonly OfferedArticle[] {
  const newest = entries.findLast(entry => entry.kind === 'message' && entry.author.kind === 'customer')
  const query = useQuery({
    queryKey: ['fitting-articles', id, newest?.seq ?? 0],
    queryFn: () => answer(api.GET('/api/conversations/{id}/articles', { params: { path: { id } } })),
    enabled: isWanted && newest !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return query.data?.articles ?? []
}

/** Where the caret is, on lines of its own; the caret goes behind it. */
export function insertArticle(
  { title, url }: OfferedArticle,
  text: string,
  setText: (text: string) => void,
  field: RefObject<HTMLTextAreaElement | null>,
): void {
  const at = field.current?.selectionStart ?? text.length
  const [before, behind] = [text.slice(0, at), text.slice(at)]
  const whole = `${before && !before.endsWith('\n') ? '\n' : ''}${title}\n${url}\n`
  setText(before + whole + behind.replace(/^\n/, ''))
  const caret = before.length + whole.length
  requestAnimationFrame(() => {
    field.current?.focus()
    field.current?.setSelectionRange(caret, caret)
  })
}
