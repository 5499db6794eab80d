// Puts the names and the number into a canned reply. What isn't known stays visible, so that nobody sends a gap.
import type { Conversation } from '../../../contract/conversations.ts'

/** In the order in which the editor offers them. */
export const variables = ['customer.name', 'agent.name', 'conversation.number'] as const

export function fillCanned(
  body: string,
  conversation: Pick<Conversation, 'customer' | 'number'>,
  agent: { name: string },
): string {
  const values: Record<string, string | null> = {
    'customer.name': conversation.customer.name,
    'agent.name': agent.name,
    'conversation.number': String(conversation.number),
  }
  return body.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (placeholder, name: string) => values[name] ?? placeholder)
}
