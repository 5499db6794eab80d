// A macro in the composer: its answer is written there and may be changed, and what else it does waits for it to be sent.
import { useRef, useState } from 'react'
import type { Macro } from '../../../contract/automation.ts'
import type { Conversation } from '../../../contract/conversations.ts'
import { fillCanned } from '../canned-replies/fill-canned.ts'
import { type Command, useCommands } from '../commands/commands.tsx'
import { useWords } from '../language/words.tsx'
import { useMe } from '../session/session.ts'
import { replyOf, useMacros } from './macros.ts'
import { useRunMacro } from './use-run-macro.ts'

interface Parts {
  conversation: Conversation
  seen: number
  isClosed: boolean
  /** Puts the answer into the composer. */
  write(text: string): void
  /** The answer is out. */
  sent(): void
}

export function useComposerMacro({ conversation, seen, isClosed, write, sent }: Parts) {
  const { t } = useWords()
  const me = useMe()
  const macros = useMacros(!isClosed)
  const run = useRunMacro()
  const [waiting, setWaiting] = useState<Macro | null>(null)
  // Tried again after a fault, it is still the same run.
  const last = useRef({ macroId: '', clientId: '' })
  const { id, version } = conversation
  const fire = (macro: Macro, reply?: string) => {
    if (last.current.macroId !== macro.id) {
      last.current = { macroId: macro.id, clientId: crypto.randomUUID() }
    }
    const { clientId } = last.current
    run.mutate(
      { macro, conversation: { id, version }, clientId, seen, reply },
      {
        onSuccess: code => {
          last.current = { macroId: '', clientId: '' }
          if (code || reply === undefined) return
          setWaiting(null)
          sent()
        },
      },
    )
  }
  const begin = (macro: Macro) => {
    const reply = replyOf(macro)
    if (reply === null || macro.send === 'at_once') return fire(macro)
    write(fillCanned(reply, conversation, me))
    setWaiting(macro)
  }
  useCommands(
    isClosed
      ? none
      : macros.map(macro => ({
          id: `macro ${macro.id}`,
          group: 'answer',
          label: t('macro_run', { name: macro.name }),
          also: macro.shortcut,
          run: () => begin(macro),
        })),
  )
  return {
    begin,
    waiting,
    isRunning: run.isPending,
    drop: () => setWaiting(null),
    /** Sends the answer, and does with it what the macro does. */
    send: (reply: string) => waiting && fire(waiting, reply),
  }
}

const none: readonly Command[] = []
