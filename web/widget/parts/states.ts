// How a conversation stands, in a customer's words.
import type { CustomerConversation } from '../../../contract/conversations.ts'

export type StateWord =
  | 'state_assistant'
  | 'state_queued'
  | 'state_open'
  | 'state_waiting'
  | 'state_solved'
  | 'state_closed'
  | 'state_merged'

export function stateOf({ status }: Pick<CustomerConversation, 'status'>): StateWord {
  if (status === 'on_hold' || status === 'snoozed') return 'state_open'
  return `state_${status}`
}
