// What was typed and not sent yet, kept so that neither a reload nor a crash takes it away.
import type { Keep } from './keep.ts'

const prefix = 'draft:'

export interface Drafts {
  get(of: string): string
  /** Keeps the text; an empty one is forgotten. `screen` removes what must not be kept even on the writer's own machine. */
  set(of: string, text: string): void
  wipe(): void
}

/** Keeps drafts by what they belong to, such as a conversation's id. */
export function createDrafts(keep: Keep, screen: (text: string) => Promise<string> | string): Drafts {
  const newest = new Map<string, string>()
  const store = (of: string, text: string) => {
    if (text.trim()) keep.set(prefix + of, text)
    else keep.remove(prefix + of)
  }
  return {
    get: of => newest.get(of) ?? keep.get(prefix + of) ?? '',
    set: (of, text) => {
      newest.set(of, text)
      const screened = screen(text)
      if (typeof screened === 'string') return store(of, screened)
      void screened.then(safe => {
        // Later typing overtakes what was still being looked at.
        if (newest.get(of) === text) store(of, safe)
      })
    },
    wipe: () => {
      newest.clear()
      for (const key of keep.keys()) if (key.startsWith(prefix)) keep.remove(key)
    },
  }
}
