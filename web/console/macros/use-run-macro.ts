// Runs a macro on one conversation; says what was done, or why it wasn't.
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Macro } from '../../../contract/automation.ts'
import type { Conversation } from '../../../contract/conversations.ts'
import { answer, api } from '../api/client.ts'
import { useShowFault } from '../api/use-fault.ts'
import { useWords } from '../language/words.tsx'
import { macrosKey } from './macros.ts'

export interface MacroRun {
  macro: Macro
  conversation: Pick<Conversation, 'id' | 'version'>
  /** The same for the same run, however often it is tried. */
  clientId: string
  seen: number
  /** What is said in place of the macro's own reply. */
  reply?: string | undefined
}

export function useRunMacro() {
  const { t, word } = useWords()
  const queries = useQueryClient()
  const showFault = useShowFault()
  return useMutation({
    mutationFn: async ({ macro, conversation: { id, version }, clientId, seen, reply }: MacroRun) => {
      const body = { version: macro.version, conversations: [{ id, clientId, version, seen }], reply }
      const ran = await answer(
        api.POST('/api/macros/{id}/runs', { params: { path: { id: macro.id } }, body }),
      )
      return ran.refused[0]?.code ?? null
    },
    onSuccess: (code, { macro }) =>
      notifications.show(
        code
          ? { color: 'rust', message: word('errors', code), autoClose: 8_000 }
          : { color: 'sea', message: t('macro_done', { name: macro.name }), autoClose: 3_000 },
      ),
    onError: error => {
      showFault(error)
      // It may be another one by now.
      void queries.invalidateQueries({ queryKey: macrosKey })
    },
  })
}
