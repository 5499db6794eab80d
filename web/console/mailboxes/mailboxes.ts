// The mailboxes of the desk.
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'

export const mailboxesKey = ['mailboxes'] as const

export const useMailboxes = () =>
  useQuery({
    queryKey: mailboxesKey,
    queryFn: async () => (await answer(api.GET('/api/mailboxes'))).mailboxes,
    // Connections come and go by themselves.
    refetchInterval: ({ state }) => (state.data?.some(({ imap }) => imap) ? 5_000 : false),
  })
