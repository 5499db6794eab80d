// Asks which messages of the customer's are about something else, and makes a conversation of them.
import { Button, Checkbox, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Conversation, StaffEntry } from '../../../contract/conversations.ts'
import { fullTime } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import styles from './related.module.css'
import { useRelate } from './use-related.ts'

interface Props {
  conversation: Conversation
  entries: readonly StaffEntry[]
  onClose(): void
}

export function SplitDialog({ conversation, entries, onClose }: Props) {
  const { t, locale } = useWords()
  const { split } = useRelate(conversation)
  const [clientId] = useState(() => crypto.randomUUID())
  const [chosen, setChosen] = useState<string[]>([])
  const [subject, setSubject] = useState('')
  const messages = entries.filter(
    entry => entry.kind === 'message' && entry.author.kind === 'customer' && !entry.deletedAt,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (chosen.length === 0) return
    split.mutate({ clientId, seqs: chosen.map(Number), subject: subject.trim() || null })
    onClose()
  }
  return (
    <Dialog onClose={onClose} title={t('split')} size="lg">
      <form onSubmit={submit} className={styles.form}>
        <p className={styles.lead}>{t('split_lead')}</p>
        <Checkbox.Group label={t('split_messages')} value={chosen} onChange={setChosen}>
          <div className={styles.messages}>
            {messages.map(entry => (
              <Checkbox
                key={entry.seq}
                value={String(entry.seq)}
                label={textOf(entry)}
                description={fullTime(locale, entry.at)}
                classNames={{ label: styles.message }}
              />
            ))}
          </div>
        </Checkbox.Group>
        <TextInput
          label={t('split_subject')}
          maxLength={200}
          value={subject}
          onChange={event => setSubject(event.currentTarget.value)}
        />
        <Button type="submit" disabled={chosen.length === 0} style={{ alignSelf: 'flex-end' }}>
          {t('split_action', { count: chosen.length })}
        </Button>
      </form>
    </Dialog>
  )
}

const textOf = (entry: StaffEntry): string => {
  if (entry.kind !== 'message') return ''
  return entry.body.slice(0, 300) || entry.attachments.map(({ name }) => name).join(', ')
}
