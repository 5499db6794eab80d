// What is being written, kept: on this machine with every key, at the desk a moment after the last one.
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { browserKeep } from '../../api/keep.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../session/session.ts'

export type Kind = 'message' | 'note'

export interface Draft {
  text: string
  setText(text: string): void
  /** Puts a text back in front of what is there. */
  restore(kind: Kind, text: string): void
  /** Forgets it: it was sent. */
  sent(): void
  /** Whether the desk has it. */
  isSaved: boolean
}

const saveAfterMs = 800
type Texts = Record<Kind, string>

export function useDraft(conversationId: string, kind: Kind): Draft {
  const me = useMe()
  const [keep] = useState(() => browserKeep(`ballast.draft.${me.id}.${conversationId}.`))
  const [texts, setTexts] = useState<Texts>(() => ({
    message: keep.get('message') ?? '',
    note: keep.get('note') ?? '',
  }))
  const [isSaved, setSaved] = useState(false)
  const latest = useRef(texts)
  const timers = useRef<Partial<Record<Kind, ReturnType<typeof setTimeout>>>>({})

  const save = useCallback(
    async (which: Kind, leaving = false) => {
      clearTimeout(timers.current[which])
      delete timers.current[which]
      const body = latest.current[which]
      const path = { id: conversationId }
      const request = body.trim()
        ? api.PUT('/api/conversations/{id}/draft', {
            params: { path },
            body: { kind: which, body },
            keepalive: leaving && body.length < 15_000,
          })
        : api.DELETE('/api/conversations/{id}/draft', {
            params: { path, query: { kind: which } },
            keepalive: leaving,
          })
      await request.then(
        () => !leaving && latest.current[which] === body && setSaved(body.trim() !== ''),
        () => {},
      )
    },
    [conversationId],
  )
  const put = useCallback(
    (which: Kind, text: string) => {
      latest.current = { ...latest.current, [which]: text }
      setTexts(latest.current)
      setSaved(false)
      if (text) keep.set(which, text)
      else keep.remove(which)
      clearTimeout(timers.current[which])
      timers.current[which] = setTimeout(() => void save(which), saveAfterMs)
    },
    [keep, save],
  )
  const onLoaded = useEffectEvent((drafts: { kind: Kind; body: string }[]) => {
    const missing = drafts.filter(draft => !latest.current[draft.kind])
    if (missing.length === 0) return
    latest.current = {
      ...latest.current,
      ...Object.fromEntries(missing.map(draft => [draft.kind, draft.body])),
    }
    setTexts(latest.current)
    setSaved(true)
  })
  useEffect(() => {
    const loading = new AbortController()
    const { signal } = loading
    const params = { path: { id: conversationId } }
    answer(api.GET('/api/conversations/{id}/draft', { params, signal })).then(
      ({ drafts }) => onLoaded(drafts),
      () => {},
    )
    const pending = timers.current
    return () => {
      loading.abort()
      for (const which of Object.keys(pending) as Kind[]) void save(which, true)
    }
  }, [conversationId, save])
  return {
    text: texts[kind],
    isSaved,
    setText: text => put(kind, text),
    restore: (which, text) => put(which, [text, latest.current[which]].filter(Boolean).join('\n\n')),
    sent: () => {
      put(kind, '')
      void save(kind)
    },
  }
}
