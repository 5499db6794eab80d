// Which conversations of the list are selected for an action on all of them.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'

export interface Selection {
  ids: ReadonlySet<string>
  conversations: Conversation[]
  /** With `range`, everything between this one and the last one that was selected. */
  toggle(id: string, range?: boolean): void
  all(): void
  clear(): void
}

export function useSelection(conversations: Conversation[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const anchor = useRef<string | null>(null)
  // What left the list can't be acted on unseen.
  useEffect(() => {
    const here = new Set(conversations.map(({ id }) => id))
    setIds(before =>
      [...before].every(id => here.has(id)) ? before : new Set([...before].filter(id => here.has(id))),
    )
  }, [conversations])
  return useMemo(
    () => ({
      ids,
      conversations: conversations.filter(({ id }) => ids.has(id)),
      toggle: (id, range = false) => {
        setIds(before => toggled(before, between(conversations, range ? anchor.current : null, id), id))
        anchor.current = id
      },
      all: () => setIds(new Set(conversations.map(({ id }) => id))),
      clear: () => setIds(new Set()),
    }),
    [ids, conversations],
  )
}

function toggled(before: ReadonlySet<string>, range: readonly string[], id: string): ReadonlySet<string> {
  const next = new Set(before)
  const isAdding = !before.has(id) || range.length > 1
  for (const each of range) {
    if (isAdding) next.add(each)
    else next.delete(each)
  }
  return next
}

function between(conversations: readonly Conversation[], from: string | null, to: string): string[] {
  const start = conversations.findIndex(({ id }) => id === from)
  const end = conversations.findIndex(({ id }) => id === to)
  if (start < 0) return [to]
  return conversations.slice(Math.min(start, end), Math.max(start, end) + 1).map(({ id }) => id)
}
