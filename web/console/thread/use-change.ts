// Changing the state of the open conversation: shown at once, taken back and explained when the desk refuses.
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import type { ChangeConversation, Conversation } from '../../../contract/conversations.ts'
import { ApiError, get, patch } from '../api/request.ts'
import { useFaultSentence } from '../api/use-fault.ts'

export type Change = Omit<ChangeConversation, 'version'>

export function useChange(conversation: Conversation | undefined, put: (conversation: Conversation) => void) {
  const sentence = useFaultSentence()
  return useMutation({
    mutationFn: async (change: Change) => {
      if (!conversation) return
      const body = { ...change, version: conversation.version }
      const answer = await patch<{ conversation: Conversation }>(
        `/api/conversations/${conversation.id}`,
        body,
      )
      put(answer.conversation)
    },
    onError: async error => {
      notifications.show({ color: 'rust', message: sentence(error), autoClose: 8_000 })
      if (!conversation || !(error instanceof ApiError) || error.code !== 'stale_version') return
      put((await get<{ conversation: Conversation }>(`/api/conversations/${conversation.id}`)).conversation)
    },
  })
}
