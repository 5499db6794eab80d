// A question to others as those see it who asked: what was said, and a place to add to it.
import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Bone } from '../../kit/bones.tsx'
import { useFaultSentence } from '../api/use-fault.ts'
import { isFixed, isOver } from '../conversations/belongs.ts'
import { StatusTag } from '../conversations/status-tag.tsx'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import { useMay } from '../session/session.ts'
import { SaidEntry } from './merged-thread.tsx'
import styles from './related.module.css'
import { useSide, useSides } from './use-sides.ts'

interface Props {
  /** Of the conversation in which it was asked. */
  of: string
  number: number
  title: string
  onClose(): void
}

export function SideDialog({ of, number, title, onClose }: Props) {
  const { t } = useWords()
  const may = useMay()
  const sentence = useFaultSentence()
  const found = useSide(of, number)
  const asked = found.data?.conversation
  const { write } = useSides(of)
  const [clientId, setClientId] = useState(() => crypto.randomUUID())
  const [body, setBody] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const onSuccess = () => {
      setBody('')
      setClientId(crypto.randomUUID())
    }
    if (body.trim() !== '') write.mutate({ number, clientId, body }, { onSuccess })
  }
  return (
    <Dialog onClose={onClose} title={title} size="lg">
      {found.isPending && <Bone width="60%" />}
      {found.isError && <p className={styles.fault}>{sentence(found.error)}</p>}
      {found.data && asked && (
        <form onSubmit={submit} className={styles.form}>
          <p className={styles.lead}>
            #{number} · {(asked.team ?? asked.assignee)?.name} <StatusTag status={asked.status} />
          </p>
          <div className={styles.said} role="log" aria-label={t('messages')}>
            {found.data.entries.map(entry => (
              <SaidEntry key={entry.seq} entry={entry} />
            ))}
          </div>
          {may('conversations.write') && !isFixed(asked) && (
            <>
              <Textarea
                data-autofocus
                label={t('side_write')}
                description={isOver(asked) ? t('side_reopens') : undefined}
                autosize
                minRows={3}
                maxRows={10}
                maxLength={20_000}
                value={body}
                onChange={event => setBody(event.currentTarget.value)}
              />
              <Button
                type="submit"
                disabled={body.trim() === ''}
                loading={write.isPending}
                style={{ alignSelf: 'flex-end' }}
              >
                {t('send')}
              </Button>
            </>
          )}
        </form>
      )}
    </Dialog>
  )
}
