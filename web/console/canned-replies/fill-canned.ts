// Puts the names and the number of a conversation into a canned reply or a macro's answer.
import type { Conversation } from '../../../contract/conversations.ts'
import { fillPlaceholders } from '../../../rules/placeholders.ts'

export const fillCanned = (
  body: string,
  conversation: Pick<Conversation, 'customer' | 'number'>,
  agent: { name: string },
): string =>
  fillPlaceholders(body, {
    'customer.name': conversation.customer.name,
    'agent.name': agent.name,
    'conversation.number': String(conversation.number),
  })
