// Where a client keeps what must survive a reload: the browser's storage, or memory where that is forbidden.

export interface Keep {
  get(key: string): string | undefined
  set(key: string, value: string): void
  remove(key: string): void
  keys(): string[]
}

export function memoryKeep(): Keep {
  const values = new Map<string, string>()
  return {
    get: key => values.get(key),
    set: (key, value) => void values.set(key, value),
    remove: key => void values.delete(key),
    keys: () => [...values.keys()],
  }
}

/** Keeps under `prefix` in the browser's storage. Where that fails (blocked, full), what is new lives in memory. */
export function browserKeep(prefix: string, storage: () => Storage = () => localStorage): Keep {
  const memory = memoryKeep()
  const attempt = <T>(action: (storage: Storage) => T): T | undefined => {
    try {
      return action(storage())
    } catch {
      return undefined
    }
  }
  const stored = (): string[] => attempt(Object.keys) ?? []
  return {
    get: key => memory.get(key) ?? attempt(kept => kept.getItem(prefix + key)) ?? undefined,
    set: (key, value) => {
      const done = attempt(kept => {
        kept.setItem(prefix + key, value)
        return true
      })
      if (done) memory.remove(key)
      else memory.set(key, value)
    },
    remove: key => {
      memory.remove(key)
      attempt(kept => kept.removeItem(prefix + key))
    },
    keys: () => {
      const own = stored()
        .filter(key => key.startsWith(prefix))
        .map(key => key.slice(prefix.length))
      return [...new Set([...own, ...memory.keys()])]
    },
  }
}
