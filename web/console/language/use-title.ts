// Names the screen in the browser's tab, where people look for it.
import { useEffect } from 'react'

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Ballast` : 'Ballast'
  }, [title])
}
