// Saves or removes one thing of a list; then the list is fetched anew, and whoever changed it is done.
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'

interface Ways<T> {
  /** Of the list. */
  key: QueryKey
  save(wanted: T): Promise<unknown>
  /** Null for what isn't there yet. */
  remove: (() => Promise<unknown>) | null
  onDone(): void
}

export interface Saving<T> {
  save(wanted: T): void
  isSaving: boolean
  remove: (() => void) | null
  isRemoving: boolean
  /** Why one of the two was refused. */
  error: unknown
}

export function useSaving<T>({ key, save, remove, onDone }: Ways<T>): Saving<T> {
  const queries = useQueryClient()
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: key })
    onDone()
  }
  const saving = useMutation({ mutationFn: save, onSuccess })
  const removing = useMutation({ mutationFn: async () => remove?.(), onSuccess })
  return {
    save: wanted => saving.mutate(wanted),
    isSaving: saving.isPending,
    remove: remove && (() => removing.mutate()),
    isRemoving: removing.isPending,
    error: saving.error ?? removing.error,
  }
}
