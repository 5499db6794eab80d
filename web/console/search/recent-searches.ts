// What somebody looked for last, on this machine alone: it never leaves it.
import { useCallback, useState } from 'react'
import { useMe } from '../session/session.ts'

const most = 8
const longest = 200

/** The newest first; each person on this machine has their own. */
export function useRecentSearches() {
  const key = `ballast.searches.${useMe().id}`
  const [recent, setRecent] = useState(() => read(key))
  const keep = useCallback(
    (typed: string) => {
      const text = typed.trim()
      if (text.length < 2 || text.length > longest) return
      const next = [text, ...read(key).filter(one => one !== text)].slice(0, most)
      localStorage.setItem(key, JSON.stringify(next))
      setRecent(next)
    },
    [key],
  )
  const forget = useCallback(() => {
    localStorage.removeItem(key)
    setRecent([])
  }, [key])
  return { recent, keep, forget }
}

function read(key: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter(one => typeof one === 'string').slice(0, most) : []
  } catch {
    return []
  }
}
