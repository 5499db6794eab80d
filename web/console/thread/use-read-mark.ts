// Tells the desk how far its agent has read: only what stands in a window that is looked at.
import { useEffect, useState } from 'react'
import type { Conversation, StaffEntry } from '../../../contract/conversations.ts'
import { answer, api } from '../api/client.ts'
import { useLive } from '../realtime/realtime.tsx'
import { useMe } from '../session/session.ts'

export function useReadMark(conversation: Conversation | undefined, entries: readonly StaffEntry[]): void {
  const me = useMe()
  const { send } = useLive()
  const isLookedAt = useIsLookedAt()
  const id = conversation?.id
  const seq = entries.at(-1)?.seq ?? 0
  const counts = isLookedAt && conversation?.assignee?.id === me.id && conversation.unread > 0
  useEffect(() => {
    if (!counts || !id || seq === 0) return
    if (!send({ type: 'read', conversationId: id, seq }))
      void answer(
        api.POST('/api/conversations/{id}/read', { params: { path: { id } }, body: { seq } }),
      ).catch(() => {})
  }, [counts, id, seq, send])
}

function useIsLookedAt(): boolean {
  const look = () => document.visibilityState === 'visible'
  const [looked, setLooked] = useState(look)
  useEffect(() => {
    const change = () => setLooked(look())
    document.addEventListener('visibilitychange', change)
    return () => document.removeEventListener('visibilitychange', change)
  }, [])
  return looked
}
