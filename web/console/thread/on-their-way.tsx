// Answers that are not at the desk yet: held for a moment, waiting for the connection, or refused and back with their writer.
import { IconAlertCircle, IconClock } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { Outgoing } from '../../api/outbox.ts'
import { Avatar } from '../../kit/avatar.tsx'
import { useCommands } from '../commands/commands.tsx'
import type { Held } from '../compose/hold.ts'
import { type Sending, useOutbox } from '../compose/outbox.tsx'
import { returnToWriter } from '../compose/returned.ts'
import { useWords } from '../language/words.tsx'
import { useMe } from '../session/session.ts'
import styles from './entries.module.css'
import { RichText } from './rich-text.tsx'

export function OnTheirWay({
  held,
  outgoing,
}: {
  held: readonly Held<Sending>[]
  outgoing: readonly Outgoing<Sending>[]
}) {
  return (
    <>
      {outgoing.map(one => (
        <Ghost key={one.clientId} sending={one.payload}>
          {one.state === 'failed' ? <Failed one={one} /> : <Waiting one={one} />}
        </Ghost>
      ))}
      {held.map(one => (
        <Ghost key={one.clientId} sending={one.payload}>
          <Undo one={one} />
        </Ghost>
      ))}
    </>
  )
}

function Ghost({ sending: { entry, files }, children }: { sending: Sending; children: ReactNode }) {
  const me = useMe()
  return (
    <div className={styles.entry} data-side="desk" data-kind={entry.kind} data-first="true">
      <div className={styles.face}>
        <Avatar name={me.name} id={me.id} kind="staff" />
      </div>
      <div className={styles.body}>
        {entry.body && (
          <div className={`${styles.bubble} ${styles.pending}`}>
            <RichText text={entry.body} />
          </div>
        )}
        {files.length > 0 && (
          <span className={styles.edited}>📎 {files.map(({ name }) => name).join(', ')}</span>
        )}
        {children}
      </div>
    </div>
  )
}

function Undo({ one }: { one: Held<Sending> }) {
  const { t } = useWords()
  const { hold } = useOutbox()
  const left = useSecondsLeft(one.until)
  const undo = () => {
    const back = hold.take(one.clientId)
    if (back) returnToWriter(one.lane, back.payload)
  }
  useCommands([{ id: 'undo', group: 'answer', label: t('undo_send'), keys: 'mod+z', run: undo }])
  return (
    <span className={styles.state} role="status">
      {t('sending_in', { count: left })}
      <button type="button" onClick={undo}>
        {t('undo_send')}
      </button>
      <button type="button" onClick={() => hold.release()}>
        {t('send_now')}
      </button>
    </span>
  )
}

function Waiting({ one }: { one: Outgoing<Sending> }) {
  const { t } = useWords()
  return (
    <span className={styles.state}>
      <IconClock size={13} aria-hidden />
      {one.code ? t('waits_for_desk') : t('sending')}
    </span>
  )
}

function Failed({ one }: { one: Outgoing<Sending> }) {
  const { t, word } = useWords()
  const { outbox } = useOutbox()
  const again = () => {
    const back = outbox.take(one.clientId)
    if (!back) return
    // Whoever presses this has seen what the colleague wrote.
    const { seen: _, ...entry } = back.payload.entry
    outbox.add({ ...back, payload: { ...back.payload, entry: { ...entry, clientId: back.clientId } } })
  }
  const edit = () => {
    const back = outbox.take(one.clientId)
    if (back) returnToWriter(one.lane, back.payload)
  }
  const code = one.code === 'offline' || !one.code ? 'unavailable' : one.code
  return (
    <span className={styles.state} data-failed="true" role="alert">
      <IconAlertCircle size={14} aria-hidden />
      {word('errors', code, { limit: 20_000 })}
      <button type="button" onClick={again}>
        {t('send_anyway')}
      </button>
      <button type="button" onClick={edit}>
        {t('edit')}
      </button>
    </span>
  )
}

function useSecondsLeft(until: number): number {
  const secondsLeft = () => Math.max(0, Math.ceil((until - Date.now()) / 1_000))
  const [left, setLeft] = useState(secondsLeft)
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsLeft()), 250)
    return () => clearInterval(timer)
  })
  return left
}
