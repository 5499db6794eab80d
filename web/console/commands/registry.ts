// The commands on offer, found by id and by keys.

export type CommandGroup = 'go' | 'list' | 'conversation' | 'answer' | 'desk'

export interface Command {
  id: string
  group: CommandGroup
  label: string
  /** Like `mod+k`, `r`, or `g m` for two keys in turn. */
  keys?: string
  /** Words by which the palette finds it as well. */
  also?: string
  /** Known by its key alone, such as the step to the next line. */
  keysOnly?: boolean
  run(): void
}

export type Registry = ReturnType<typeof createRegistry>

export function createRegistry() {
  const offers = new Set<readonly Command[]>()
  const listeners = new Set<() => void>()
  let all: readonly Command[] = []
  const change = () => {
    all = [...offers].flat()
    for (const listener of listeners) listener()
  }
  return {
    add(commands: readonly Command[]): () => void {
      offers.add(commands)
      change()
      return () => {
        offers.delete(commands)
        change()
      }
    },
    all: () => all,
    byId: (id: string) => all.findLast(command => command.id === id),
    byKeys: (keys: string) => all.findLast(command => command.keys?.split(', ').includes(keys)),
    startsSequence: (key: string) => all.some(command => command.keys?.startsWith(`${key} `)),
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
