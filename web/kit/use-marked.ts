// Which lines of a list are marked for an action on all of them.
import { useEffect, useMemo, useRef, useState } from 'react'

export interface Marked {
  ids: ReadonlySet<string>
  /** With `range`, everything between this one and the last one that was marked. */
  toggle(id: string, range?: boolean): void
  all(): void
  clear(): void
}

export function useMarked(lines: readonly { id: string }[]): Marked {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const anchor = useRef<string | null>(null)
  // What left the list can't be acted on unseen.
  useEffect(() => {
    const here = new Set(lines.map(({ id }) => id))
    setIds(before =>
      [...before].every(id => here.has(id)) ? before : new Set([...before].filter(id => here.has(id))),
    )
  }, [lines])
  return useMemo(
    () => ({
      ids,
      toggle: (id, range = false) => {
        setIds(before => toggled(before, between(lines, range ? anchor.current : null, id), id))
        anchor.current = id
      },
      all: () => setIds(new Set(lines.map(({ id }) => id))),
      clear: () => setIds(new Set()),
    }),
    [ids, lines],
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

function between(lines: readonly { id: string }[], from: string | null, to: string): string[] {
  const start = lines.findIndex(({ id }) => id === from)
  const end = lines.findIndex(({ id }) => id === to)
  if (start < 0) return [to]
  return lines.slice(Math.min(start, end), Math.max(start, end) + 1).map(({ id }) => id)
}
