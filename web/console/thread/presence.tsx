// Who else has this conversation open, and who is writing in it.
import { useEffect, useState } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import type { Person } from '../../../contract/realtime.ts'
import { Avatar } from '../../kit/avatar.tsx'
import { useWords } from '../language/words.tsx'
import { useFrames, useLive } from '../realtime/realtime.tsx'
import { useMe } from '../session/session.ts'
import styles from './presence.module.css'

/** A writer who goes silent without a word has stopped. */
const typingMs = 6_000

export function Presence({ conversation }: { conversation: Conversation }) {
  const { t, locale } = useWords()
  const me = useMe()
  const { people, writing } = usePeople(conversation.id, me.id)
  const names = (list: readonly Person[]) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(list.map(({ name }) => name ?? t('visitor')))
  const lookers = people.filter(({ id }) => !writing.some(one => one.id === id))
  return (
    <div className={styles.presence} role="status">
      {writing.length > 0 && (
        <span className={styles.part}>
          <span className={styles.dots} aria-hidden>
            <i />
            <i />
            <i />
          </span>
          {t('is_writing', {
            count: writing.length,
            names: names(
              writing.map(one =>
                one.kind === 'customer' ? { ...one, name: conversation.customer.name } : one,
              ),
            ),
          })}
        </span>
      )}
      {lookers.length > 0 && (
        <span className={styles.part}>
          {lookers.slice(0, 3).map(({ id, name }) => (
            <Avatar key={id} id={id} name={name} kind="staff" size={18} />
          ))}
          {t('is_looking', { count: lookers.length, names: names(lookers) })}
        </span>
      )}
    </div>
  )
}

function usePeople(conversationId: string, me: string) {
  const { send, enter } = useLive()
  const [people, setPeople] = useState<Person[]>([])
  const [writing, setWriting] = useState<Person[]>([])
  useEffect(() => {
    const look = () => void send({ type: 'looking', conversationId, looking: true })
    look()
    const leave = enter(`conversation:${conversationId}`, look)
    return () => {
      send({ type: 'looking', conversationId, looking: false })
      leave()
    }
  }, [send, enter, conversationId])
  useEffect(() => {
    if (writing.length === 0) return
    const timer = setTimeout(() => setWriting([]), typingMs)
    return () => clearTimeout(timer)
  }, [writing])
  useFrames(frame => {
    if (frame.type === 'looking' && frame.conversationId === conversationId)
      setPeople(frame.people.filter(({ id, kind }) => kind === 'staff' && id !== me))
    if (frame.type === 'entries' && frame.conversation.id === conversationId) {
      const authors = new Set(frame.entries.map(entry => entry.author.id))
      setWriting(before => before.filter(({ id }) => !authors.has(id)))
    }
    if (frame.type !== 'typing' || frame.conversationId !== conversationId || frame.person.id === me) return
    const { person, typing } = frame
    setWriting(before => [...before.filter(({ id }) => id !== person.id), ...(typing ? [person] : [])])
  })
  return { people, writing }
}
