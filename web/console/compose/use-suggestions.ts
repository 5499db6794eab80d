// The menus of the text field: `/` at the start of a line offers macros and canned replies, `@` in a note offers colleagues.
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Macro } from '../../../contract/automation.ts'
import type { Conversation } from '../../../contract/conversations.ts'
import { useCannedReplies } from '../canned-replies/canned-replies.ts'
import { fillCanned } from '../canned-replies/fill-canned.ts'
import { useWords } from '../language/words.tsx'
import { useMacros } from '../macros/macros.ts'
import { matches } from '../palette/matches.ts'
import { useMe } from '../session/session.ts'
import { useStaff } from '../teams/teams.ts'
import { type Typed, typedBefore } from './typed-before.ts'
import type { Kind } from './use-draft.ts'

export interface Suggestion {
  id: string
  code: string
  title: string
  detail: string
  /** What takes the place of what was typed. */
  text: string
  /** What is run instead. */
  macro?: Macro
}

interface Parts {
  conversation: Conversation
  kind: Kind
  text: string
  setText(text: string): void
  field: RefObject<HTMLTextAreaElement | null>
  onMacro(macro: Macro): void
}

const most = 12
const listId = 'suggestions'

export function useSuggestions({ conversation, kind, text, setText, field, onMacro }: Parts) {
  const { t } = useWords()
  const me = useMe()
  const staff = useStaff()
  const [typed, setTyped] = useState<Typed | null>(null)
  const [at, setAt] = useState(0)
  const canned = useCannedReplies(conversation.locale, typed?.sign === '/')
  const macros = useMacros(typed?.sign === '/')
  const colleagues = staff.filter(({ id, disabled }) => id !== me.id && !disabled)
  const options: Suggestion[] = !typed
    ? []
    : typed.sign === '/'
      ? [
          ...macros
            .filter(({ shortcut, name }) => matches(`${shortcut} ${name}`, typed.word))
            .map(macro => ({
              id: macro.id,
              code: `⚡ /${macro.shortcut}`,
              title: macro.name,
              detail: t('macro'),
              text: '',
              macro,
            })),
          ...canned
            .filter(
              reply =>
                !reply.teamId ||
                reply.teamId === conversation.team?.id ||
                me.teams.some(({ id }) => id === reply.teamId),
            )
            .filter(({ shortcut, title }) => matches(`${shortcut} ${title}`, typed.word))
            .map(({ id, shortcut, title, body }) => ({
              id,
              code: `/${shortcut}`,
              title,
              detail: body,
              text: fillCanned(body, conversation, me),
            })),
        ]
      : colleagues
          .filter(({ name }) => matches(name, typed.word))
          .map(({ id, name, role }) => ({ id, code: '@', title: name, detail: role, text: `@${name} ` }))
  const shown = options.slice(0, most)
  const chosen = shown[Math.min(at, shown.length - 1)]

  /** At once, so that the next key finds text and caret where they belong. */
  const put = (next: string, caret: number, typing: Typed | null) => {
    flushSync(() => {
      setText(next)
      setTyped(typing)
    })
    field.current?.focus()
    field.current?.setSelectionRange(caret, caret)
  }
  const look = () => {
    const area = field.current
    if (!area || area.selectionStart !== area.selectionEnd) return setTyped(null)
    const next = typedBefore(area.value, area.selectionStart, kind)
    if (next?.from !== typed?.from || next?.word !== typed?.word) setAt(0)
    setTyped(next)
  }
  const choose = (suggestion: Suggestion) => {
    const area = field.current
    if (!typed || !area) return
    const caret = typed.from + suggestion.text.length
    put(text.slice(0, typed.from) + suggestion.text + text.slice(typed.to), caret, null)
    if (suggestion.macro) onMacro(suggestion.macro)
  }
  /** A sign alone was a question, not text. */
  const giveUp = ({ word, from, to }: Typed) => {
    setTyped(null)
    if (!word) setText(text.slice(0, from) + text.slice(to))
  }
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!typed || shown.length === 0 || event.nativeEvent.isComposing) return false
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step) setAt((at + step + shown.length) % shown.length)
    else if (chosen && ((event.key === 'Enter' && !event.metaKey && !event.ctrlKey) || event.key === 'Tab'))
      choose(chosen)
    else if (event.key === 'Escape') giveUp(typed)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  /** Opens the canned replies where the caret is, as if `/` had been typed. */
  const openCanned = () => {
    const area = field.current
    if (!area) return
    const caret = area.selectionStart
    const gap = caret > 0 && area.value[caret - 1] !== '\n' ? '\n' : ''
    const from = caret + gap.length
    const next = `${area.value.slice(0, caret)}${gap}/${area.value.slice(caret)}`
    put(next, from + 1, { sign: '/', word: '', from, to: from + 1 })
  }
  return {
    open: typed ? { id: listId, sign: typed.sign, options: shown, chosen } : null,
    choose,
    look,
    close: () => setTyped(null),
    onKeyDown,
    openCanned,
    mentioned: (body: string) =>
      colleagues.filter(({ name }) => body.includes(`@${name}`)).map(({ id }) => id),
    aria: {
      'aria-controls': typed ? listId : undefined,
      'aria-autocomplete': 'list',
      'aria-activedescendant': typed && chosen ? `${listId}-${chosen.id}` : undefined,
    },
  }
}
