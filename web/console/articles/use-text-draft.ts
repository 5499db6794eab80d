// What is being written in one language: kept on this machine with every key, until the desk has it as a revision.
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type {
  Article,
  ArticleContent,
  ArticleText,
  EditConflict,
  SavedText,
} from '../../../contract/articles.ts'
import { browserKeep } from '../../api/keep.ts'
import { Refusal } from '../../api/refusal.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../session/session.ts'
import { useArticleDeed } from './articles.ts'

interface Written {
  /** The revision that it was written on top of. */
  base: number
  content: ArticleContent
  /** The revision of the original that it follows; null in the original itself. */
  follows: number | null
}

export interface TextDraft extends Written {
  /** Whether there is anything that the desk doesn't have. */
  isTyped: boolean
  /** Whether that was typed before the page was opened. */
  isFromBefore: boolean
  isSaving: boolean
  error: unknown
  /** What has to be decided before it can be saved. */
  conflict: EditConflict | null
  set(change: Partial<ArticleContent>): void
  follow(revision: number): void
  /** Gives the revision that the desk made, null when it was refused. */
  save(): Promise<{ revision: number; merged: boolean } | null>
  /** Goes on with the text; saving asks again. */
  postpone(): void
  /** Goes on with the content on which both agree now. */
  settle(content: ArticleContent): void
  /** Back to what the desk has. */
  discard(): void
}

const nothing: ArticleContent = { title: '', summary: '', body: '', questions: [] }

export function useTextDraft(article: Article, locale: string): TextDraft {
  const me = useMe()
  const text = article.texts.find(one => one.locale === locale)
  const [keep] = useState(() => browserKeep(`ballast.article.${me.id}.${article.id}.`))
  const saved = asSaved(article, locale, text)
  const [before] = useState(() => readKept(keep.get(locale)))
  const [written, setWritten] = useState<Written>(before ?? saved)
  const [isTyped, setTyped] = useState(before !== null)
  const [isFromBefore, setFromBefore] = useState(before !== null)
  const [conflict, setConflict] = useState<EditConflict | null>(null)
  const latest = useRef(written)
  // Another tab may have kept something newer, which isn't this one's to forget.
  const kept = useRef(keep.get(locale))
  const running = useRef<ReturnType<TextDraft['save']> | null>(null)
  const deed = useArticleDeed(() => {})

  const put = (next: Written, typed: boolean) => {
    latest.current = next
    setWritten(next)
    setTyped(typed)
    if (typed) {
      kept.current = JSON.stringify(next)
      keep.set(locale, kept.current)
      return
    }
    if (keep.get(locale) === kept.current) keep.remove(locale)
    setFromBefore(false)
  }
  const takeOver = useEffectEvent(() => {
    if (!isTyped && latest.current.base < saved.base) put(saved, false)
  })
  useEffect(() => takeOver(), [saved.base])

  const accept = (sent: Written, { revision, merged, content }: SavedText) => {
    const now = latest.current
    if (now === sent) return put({ ...sent, base: revision, content }, false)
    // Typed meanwhile, and without what others wrote: only on top of its own base is theirs merged again.
    put(merged ? now : { ...now, base: revision }, true)
  }
  const saveOnce = async (): ReturnType<TextDraft['save']> => {
    const sent = latest.current
    let done: SavedText | null = null
    let isOld = false
    await deed
      .mutateAsync(async () => {
        done = await send(article.id, locale, sent)
        accept(sent, done)
      })
      .catch((error: unknown) => {
        if (!(error instanceof Refusal && error.code === 'edit_conflict')) return
        // What was typed meanwhile is to be decided about as well.
        isOld = latest.current !== sent
        if (!isOld) setConflict(error.details as unknown as EditConflict)
      })
    return isOld ? saveOnce() : done
  }
  // Twice at once would be a conflict with oneself.
  const save = () => {
    running.current ??= saveOnce().finally(() => {
      running.current = null
    })
    return running.current
  }
  return {
    ...written,
    isTyped,
    isFromBefore,
    isSaving: deed.isPending,
    error: conflict ? null : deed.error,
    conflict,
    save,
    set: change => put({ ...latest.current, content: { ...latest.current.content, ...change } }, true),
    follow: revision => put({ ...latest.current, follows: revision }, true),
    postpone: () => setConflict(null),
    settle: content => {
      if (conflict) put({ ...latest.current, base: conflict.newest, content }, true)
      setConflict(null)
    },
    discard: () => {
      setConflict(null)
      put(saved, false)
    },
  }
}

function asSaved(article: Article, locale: string, text: ArticleText | undefined): Written {
  const original = article.texts.find(one => one.locale === article.originalLocale)
  const isOriginal = locale === article.originalLocale
  return {
    base: text?.newest ?? 0,
    content: text?.content ?? nothing,
    follows: isOriginal ? null : (text?.translatedFrom ?? original?.newest ?? null),
  }
}

const readKept = (kept: string | undefined): Written | null => {
  if (kept === undefined) return null
  try {
    const { base, content, follows } = JSON.parse(kept)
    return { base, follows, content: { ...nothing, ...content } }
  } catch {
    return null
  }
}

/** Questions that were left empty are no questions. */
const send = (id: string, locale: string, { base, content, follows }: Written): Promise<SavedText> => {
  const questions = content.questions.map(question => question.trim()).filter(Boolean)
  return answer(
    api.PUT('/api/articles/{id}/texts/{locale}', {
      params: { path: { id, locale } },
      body: { base, content: { ...content, questions }, translatedFrom: follows },
    }),
  ) as Promise<SavedText>
}
