// Tells the others that somebody writes: at the first key, again while it goes on, and once when it ends.
import { useEffect, useRef } from 'react'
import { useLive } from '../realtime/realtime.tsx'

const againMs = 3_000

export function useTyping(conversationId: string, isTyping: boolean, stroke?: string): void {
  const { send } = useLive()
  const told = useRef(0)
  useEffect(() => {
    if (!isTyping || Date.now() - told.current < againMs) return
    told.current = Date.now()
    send({ type: 'typing', conversationId, typing: true })
  }, [isTyping, stroke, conversationId, send])
  useEffect(() => {
    if (!isTyping) return
    return () => {
      told.current = 0
      send({ type: 'typing', conversationId, typing: false })
    }
  }, [isTyping, conversationId, send])
}
