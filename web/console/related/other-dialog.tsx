// Asks for another conversation: by its number, or out of those that the same customer has.
import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import { answer, api } from '../api/client.ts'
import { StatusIcon } from '../conversations/status-tag.tsx'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import styles from './related.module.css'

interface Props {
  conversation: Conversation
  title: string
  lead: string
  label: string
  action: string
  /** Which of the customer's others come into question. */
  offers(other: Conversation): boolean
  onChoose(number: number): void
  onClose(): void
}

export function OtherDialog(props: Props) {
  const { conversation, title, lead, label, action, offers, onChoose, onClose } = props
  const { t, word } = useWords()
  const [text, setText] = useState('')
  const number = Number(/^\s*#?(\d{1,9})\s*$/.exec(text)?.[1] ?? 0)
  const { data } = useQuery({
    queryKey: ['customer', conversation.id],
    queryFn: () =>
      answer(api.GET('/api/conversations/{id}/customer', { params: { path: { id: conversation.id } } })),
  })
  const others = (data?.conversations ?? []).filter(offers)
  const choose = (chosen: number) => {
    onChoose(chosen)
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (number > 0) choose(number)
  }
  return (
    <Dialog onClose={onClose} title={title} size="md">
      <form onSubmit={submit} className={styles.form}>
        <p className={styles.lead}>{lead}</p>
        <TextInput
          data-autofocus
          label={label}
          inputMode="numeric"
          maxLength={12}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        {others.length > 0 && (
          <ul className={styles.others} aria-label={t('previous_conversations')}>
            {others.map(other => (
              <li key={other.id}>
                <button
                  type="button"
                  className={styles.other}
                  title={word('statuses', other.status)}
                  onClick={() => choose(other.number)}
                >
                  <StatusIcon status={other.status} size={15} />
                  <b>#{other.number}</b>
                  <span>{other.subject ?? other.preview}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <Button type="submit" disabled={number === 0} style={{ alignSelf: 'flex-end' }}>
          {action}
        </Button>
      </form>
    </Dialog>
  )
}
