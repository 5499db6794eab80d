// Notices when a colleague answers while one is writing: what was seen when the writing began is what the desk is told.
import { useEffect, useState } from 'react'
import type { StaffEntry } from '../../../contract/conversations.ts'
import { useMe } from '../session/session.ts'

export interface Meanwhile {
  /** The newest entry the writer is known to have seen. */
  seen: number
  /** Who answered since; null when nobody did. */
  author: string | null
  /** The writer has read it and goes on. */
  accept(): void
}

export function useMeanwhile(entries: readonly StaffEntry[], isWriting: boolean): Meanwhile {
  const me = useMe()
  const newest = entries.at(-1)?.seq ?? 0
  const [since, setSince] = useState<number | null>(null)
  useEffect(() => {
    setSince(before => (isWriting ? (before ?? newest) : null))
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isWriting])
  const seen = since ?? newest
  const answer = entries.findLast(
    entry =>
      entry.seq > seen &&
      entry.kind === 'message' &&
      entry.author.kind === 'staff' &&
      entry.author.id !== me.id,
  )
  return { seen: answer ? seen : newest, author: answer?.author.name ?? null, accept: () => setSince(newest) }
}
