// Tells the reader what needs them: a notification of the system when they look elsewhere, a sound, and words read aloud.
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import type { Notice } from '../../../contract/realtime.ts'
import { isOver } from '../conversations/belongs.ts'
import { useWords } from '../language/words.tsx'
import { useFrames } from '../realtime/realtime.tsx'
import { useMe } from '../session/session.ts'
import { chime } from './chime.ts'
import { type Preferences, preferences } from './preferences.ts'

const occasionOf = (notice: Notice): keyof Preferences['on'] =>
  notice === 'task_given' || notice === 'task_due' ? 'task' : notice

interface Told {
  title: string
  body?: string
  conversationId: string
}

export function Notices() {
  const { t } = useWords()
  const me = useMe()
  const navigate = useNavigate()
  const [spoken, setSpoken] = useState('')
  const seen = useRef(new Map<string, number>())

  const tell = ({ title, body, conversationId }: Told) => {
    setSpoken(body ? `${title}: ${body}` : title)
    const { sound, desktop } = preferences()
    if (sound) chime()
    if (!desktop || document.hasFocus() || Notification.permission !== 'granted') return
    const notification = new Notification(title, { body, tag: conversationId, icon: '/icon.svg' })
    notification.onclick = () => {
      window.focus()
      void navigate({ to: '/inbox/$view/$id', params: { view: 'mine', id: conversationId }, search: {} })
      notification.close()
    }
  }
  const isNew = (conversation: Conversation) => {
    const before = seen.current.get(conversation.id)
    seen.current.set(conversation.id, conversation.seq)
    return before === undefined ? conversation.unread > 0 : conversation.seq > before
  }
  const onChanged = (conversation: Conversation) => {
    const { on } = preferences()
    const isMine = conversation.assignee?.id === me.id
    if (!isNew(conversation) || conversation.lastAuthor !== 'customer' || isOver(conversation)) return
    const title = t('notice_message', { name: conversation.customer.name ?? t('visitor') })
    if (isMine && on.message)
      return tell({ title, body: conversation.preview, conversationId: conversation.id })
    const waits = conversation.status === 'queued' && !conversation.assignee
    if (waits && on.queued)
      tell({ title: t('notice_queued'), body: conversation.preview, conversationId: conversation.id })
  }
  useFrames(frame => {
    if (frame.type === 'inbox') for (const conversation of frame.conversations) onChanged(conversation)
    if (frame.type !== 'notice' || !preferences().on[occasionOf(frame.notice)]) return
    tell({
      title: t(`notice_${frame.notice}`, { number: String(frame.number) }),
      conversationId: frame.conversationId,
    })
  })
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {spoken}
    </div>
  )
}
