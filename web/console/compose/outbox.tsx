// Answers on their way: held for a moment so that they can be taken back, then sent until the desk has them.
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { AppendByStaff, Attachment } from '../../../contract/conversations.ts'
import { createAppender } from '../../api/append.ts'
import { browserKeep } from '../../api/keep.ts'
import { createOutbox, type Outgoing } from '../../api/outbox.ts'
import type { Realtime } from '../../api/realtime.ts'
import { answer, api } from '../api/client.ts'
import { preferences } from '../notices/preferences.ts'
import { useLive } from '../realtime/realtime.tsx'
import { useMe } from '../session/session.ts'
import { createHold, type Held } from './hold.ts'

export interface Sending {
  entry: AppendByStaff
  /** What the files are called, to show them before the desk does. */
  files: Attachment[]
  /** Who gets it beside the customer, and as whom it is sent; left out for an answer to the customer alone. */
  mail?: { cc: string[]; bcc: string[]; sender: string }
}

interface Post {
  held: readonly Held<Sending>[]
  outgoing: readonly Outgoing<Sending>[]
}

type Office = ReturnType<typeof createOffice>
const OfficeContext = createContext<Office | null>(null)

export function OutboxProvider({ children }: { children: ReactNode }) {
  const me = useMe()
  const { send, listen, state } = useLive()
  const queries = useQueryClient()
  const [office, setOffice] = useState<Office | null>(null)
  useEffect(() => {
    const opened = createOffice(me.id, send)
    setOffice(opened)
    const unlisten = listen(frame => {
      opened.appender.take(frame)
      if (frame.type !== 'entries') return
      for (const entry of frame.entries)
        if ('clientId' in entry && entry.clientId) opened.outbox.settled(entry.clientId)
    })
    // A page that goes away keeps nothing back: what was held is in the outbox, and the outbox is on disk.
    const leaving = () => opened.hold.release()
    window.addEventListener('pagehide', leaving)
    return () => {
      window.removeEventListener('pagehide', leaving)
      leaving()
      unlisten()
      opened.outbox.close()
    }
  }, [me.id, send, listen, queries])
  useEffect(() => {
    if (state === 'open') office?.outbox.flush()
    if (state === 'lost') office?.appender.lost()
  }, [state, office])
  return office && <OfficeContext.Provider value={office}>{children}</OfficeContext.Provider>
}

export function useOutbox(): Office {
  const office = useContext(OfficeContext)
  if (!office) throw new Error('no outbox around this component')
  return office
}

/** What is on its way in one conversation. */
export function useOnTheirWay(conversationId: string): Post {
  const office = useOutbox()
  const { held, outgoing } = useSyncExternalStore(office.subscribe, office.snapshot)
  return {
    held: held.filter(({ lane }) => lane === conversationId),
    outgoing: outgoing.filter(({ lane }) => lane === conversationId),
  }
}

function post(
  lane: string,
  { entry, mail }: Sending,
  appender: ReturnType<typeof createAppender>,
): Promise<unknown> {
  const params = { path: { id: lane } }
  if (mail) {
    const { kind: _, mentions: __, ...written } = entry
    return answer(api.POST('/api/conversations/{id}/mails', { params, body: { ...written, ...mail } }))
  }
  return (
    appender.append(lane, entry) ??
    answer(api.POST('/api/conversations/{id}/entries', { params, body: entry }))
  )
}

function createOffice(staffId: string, send: Realtime['send']) {
  const listeners = new Set<() => void>()
  let snapshot: Post = { held: [], outgoing: [] }
  const changed = () => {
    snapshot = { held: hold.all(), outgoing: outbox.all() }
    for (const listener of listeners) listener()
  }
  const appender = createAppender(() => ({ send }))
  const outbox = createOutbox<Sending>({
    keep: browserKeep(`ballast.console.${staffId}.`),
    send: ({ lane, payload }) => post(lane, payload, appender),
    changed: () => changed(),
  })
  const hold = createHold<Sending>({ release: one => outbox.add(one), changed: () => changed() })
  changed()
  return {
    appender,
    outbox,
    hold,
    snapshot: () => snapshot,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Sends after the time in which it can be taken back. */
    send: (lane: string, payload: Sending) =>
      hold.add({ clientId: payload.entry.clientId, lane, payload }, preferences().undoSeconds * 1_000),
  }
}
