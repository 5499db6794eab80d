// One conversation, kept live: its newest entries first, older ones on demand, and whatever was missed after a break.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Conversation, StaffEntry } from '../../../contract/conversations.ts'
import { apply, emptyThread, missingAfter, receive, type StaffThread, shown } from '../../api/thread.ts'
import { answer, api } from '../api/client.ts'
import { useMergeConversations } from '../conversations/list-data.ts'
import { useFrames, useLive } from '../realtime/realtime.tsx'
import { recentThread, remember } from './recent-threads.ts'

export interface EntriesPage {
  conversation: Conversation
  entries: StaffEntry[]
  more: boolean
}

const pageSize = 60
const beyondAll = 2_000_000_000
export interface LiveThread {
  conversation: Conversation | undefined
  entries: StaffEntry[]
  hasOlder: boolean
  fault: unknown
  loadOlder(): Promise<void>
  retry(): void
  /** Puts in what the desk answered to a change. */
  put(conversation: Conversation): void
}

export function useThread(id: string): LiveThread {
  const { enter } = useLive()
  const merge = useMergeConversations()
  const queries = useQueryClient()
  const [thread, setThread] = useState<StaffThread | undefined>(() => recentThread(id))
  const [fault, setFault] = useState<unknown>(null)
  const latest = useRef(thread)
  const fetching = useRef(false)

  const update = useCallback(
    (change: (before: StaffThread) => StaffThread) => {
      const next = change(latest.current ?? emptyThread())
      latest.current = next
      remember(id, next)
      setThread(next)
    },
    [id],
  )
  const catchUp = useCallback(async () => {
    if (fetching.current) return
    fetching.current = true
    try {
      if (!latest.current) {
        const page = await fetchPage(id, { before: beyondAll })
        const from = (page.entries[0]?.seq ?? page.conversation.seq + 1) - 1
        update(() => receive(emptyThread(from), page))
      }
      for (let more = true; more; ) {
        const page = await fetchPage(id, { after: latest.current?.upTo ?? 0 })
        update(before => receive(before, page))
        more =
          page.more ||
          (latest.current !== undefined &&
            missingAfter(latest.current) !== undefined &&
            page.entries.length > 0)
      }
      setFault(null)
    } catch (error) {
      setFault(error)
    } finally {
      fetching.current = false
    }
  }, [id, update])

  const loadOlder = useCallback(async () => {
    const from = latest.current?.from ?? 0
    if (from <= 0) return
    const page = await fetchPage(id, { before: from + 1 })
    update(before => receive(before, page))
  }, [id, update])

  const onJoined = useEffectEvent(() => void catchUp())
  useEffect(() => {
    // Nothing waits for the connection: where it can't be had, the conversation is still read.
    onJoined()
    return enter(`conversation:${id}`, () => onJoined())
  }, [enter, id])
  useFrames(frame => {
    if (frame.type === 'entries' && frame.conversation.id === id && latest.current) {
      update(before => apply(before, frame))
      if (missingAfter(latest.current) !== undefined) void catchUp()
    }
    if (frame.type === 'read' && frame.conversationId === id && latest.current)
      update(before => apply(before, frame))
    if (frame.type === 'clock' && frame.conversationId === id && latest.current?.conversation) {
      const conversation = { ...latest.current.conversation, clock: frame.clock }
      update(before => ({ ...before, conversation }))
    }
    if (frame.type === 'inbox') {
      const own = frame.conversations.find(conversation => conversation.id === id)
      if (own && latest.current) update(before => receive(before, { conversation: own, entries: [] }))
      if (own && latest.current && missingAfter(latest.current) !== undefined) void catchUp()
    }
  })
  return {
    conversation: thread?.conversation,
    entries: thread ? shown(thread) : [],
    hasOlder: (thread?.from ?? 0) > 0,
    fault: thread ? null : fault,
    loadOlder,
    retry: () => void catchUp(),
    put: conversation => {
      update(before => receive(before, { conversation, entries: [] }))
      merge([conversation])
      void queries.invalidateQueries({ queryKey: ['customer', id] })
    },
  }
}

const fetchPage = (id: string, range: { after?: number; before?: number }): Promise<EntriesPage> =>
  answer(
    api.GET('/api/conversations/{id}/entries', {
      params: { path: { id }, query: { ...range, limit: pageSize } },
    }),
  )
