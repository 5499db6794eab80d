// Changing the state of the open conversation: shown at once, taken back and explained when the desk refuses.
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import type { ChangeConversation, Conversation } from '../../../contract/conversations.ts'
import { Refusal } from '../../api/refusal.ts'
import { answer, api } from '../api/client.ts'
import { useFaultSentence } from '../api/use-fault.ts'

export type Change = Omit<ChangeConversation, 'version'>

export function useChange(conversation: Conversation | undefined, put: (conversation: Conversation) => void) {
  const sentence = useFaultSentence()
  return useMutation({
    mutationFn: async (change: Change) => {
      if (!conversation) return
      const params = { path: { id: conversation.id } }
      const body = { ...change, version: conversation.version }
      put((await answer(api.PATCH('/api/conversations/{id}', { params, body }))).conversation)
    },
    onError: async error => {
      notifications.show({ color: 'rust', message: sentence(error), autoClose: 8_000 })
      if (!conversation || !(error instanceof Refusal) || error.code !== 'stale_version') return
      const params = { path: { id: conversation.id } }
      put((await answer(api.GET('/api/conversations/{id}', { params }))).conversation)
    },
  })
}
