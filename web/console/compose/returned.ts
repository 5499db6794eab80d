// Texts that come back to their writer: taken back, or refused. The composer of the conversation takes them up.
import type { Sending } from './outbox.tsx'

type Taker = (sending: Sending) => void
const takers = new Map<string, Taker>()

/** Gives the text to the composer of a conversation. */
export function returnToWriter(conversationId: string, sending: Sending): void {
  takers.get(conversationId)?.(sending)
}

/** Says who takes returned texts while a composer is there; gives what ends that. */
export function takeReturned(conversationId: string, taker: Taker): () => void {
  takers.set(conversationId, taker)
  return () => {
    if (takers.get(conversationId) === taker) takers.delete(conversationId)
  }
}
