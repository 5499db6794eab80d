// What the desk knows of the mails of a conversation; asked again whenever something was added to it.
import { useQuery } from '@tanstack/react-query'
import type { Conversation } from '../../../contract/conversations.ts'
import type { MailsOfConversation } from '../../../contract/email.ts'
import { answer, api } from '../api/client.ts'

/** Undefined for conversations that go another way, and until it is known. */
export function useMails({ id, channel, seq }: Conversation): MailsOfConversation | undefined {
  const { data } = useQuery({
    // A further entry may have come by mail, too.
    queryKey: ['mails', id, seq],
    queryFn: () => answer(api.GET('/api/conversations/{id}/mails', { params: { path: { id } } })),
    enabled: channel === 'email',
    staleTime: Number.POSITIVE_INFINITY,
    // Those of before, while a further one is looked for; never another conversation's.
    placeholderData: (before, query) => (query?.queryKey[1] === id ? before : undefined),
  })
  return data
}
