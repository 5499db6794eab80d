// Imports of old mail, and how far they are.
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'

export const importsKey = ['mail-imports'] as const

export const useImports = () =>
  useQuery({
    queryKey: importsKey,
    queryFn: async () => (await answer(api.GET('/api/mail-imports'))).imports,
    refetchInterval: ({ state }) => (state.data?.some(one => one.state === 'running') ? 2_000 : false),
  })

export const useUnreadable = (id: string) =>
  useQuery({
    queryKey: [...importsKey, id, 'unreadable'],
    queryFn: async () =>
      (await answer(api.GET('/api/mail-imports/{id}/unreadable', { params: { path: { id } } }))).mails,
  })
