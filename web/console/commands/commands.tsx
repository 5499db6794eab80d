// Everything one can do here by palette or by key: components offer commands while they are on the screen.
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useState,
  useSyncExternalStore,
} from 'react'
import { keyOf, mayTake } from './keys.ts'
import { type Command, createRegistry, type Registry } from './registry.ts'

export type { Command } from './registry.ts'

const RegistryContext = createContext<Registry | null>(null)
/** How long the first of two keys waits for the second. */
const sequenceMs = 1_200

function useRegistry(): Registry {
  const registry = useContext(RegistryContext)
  if (!registry) throw new Error('no commands around this component')
  return registry
}

export function CommandsProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(createRegistry)
  useEffect(() => {
    let first = ''
    let firstAt = 0
    const onKey = (event: KeyboardEvent) => {
      const key = keyOf(event)
      if (!key || event.defaultPrevented || event.isComposing || !mayTake(event, key)) return
      const sequence = Date.now() - firstAt < sequenceMs ? `${first} ${key}` : key
      const command = registry.byKeys(sequence) ?? registry.byKeys(key)
      first = registry.startsSequence(key) ? key : ''
      firstAt = first ? Date.now() : 0
      if (!command) return
      event.preventDefault()
      first = ''
      command.run()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [registry])
  return <RegistryContext.Provider value={registry}>{children}</RegistryContext.Provider>
}

/** Offers commands while the component is there; later ones win over earlier ones with the same keys. */
export function useCommands(commands: readonly Command[]): void {
  const registry = useRegistry()
  const shape = commands.map(({ id, label, keys }) => `${id} ${label} ${keys ?? ''}`).join('\n')
  const current = useEffectEvent(() => commands)
  useEffect(() => {
    // The function is looked up when it runs, so that it never works on what was on the screen before.
    const offered = current().map(command => ({
      ...command,
      run: () =>
        current()
          .find(({ id }) => id === command.id)
          ?.run(),
    }))
    return registry.add(offered)
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [registry, shape])
}

/** All commands that can be run now. */
export function useOffered(): readonly Command[] {
  const registry = useRegistry()
  return useSyncExternalStore(registry.subscribe, registry.all)
}

/** Runs the command with an id, if it is offered. */
export function useRunCommand(): (id: string) => void {
  const registry = useRegistry()
  return useCallback((id: string) => registry.byId(id)?.run(), [registry])
}
