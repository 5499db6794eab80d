// Sends a message, or the whole conversation, on to somebody outside, with a comment.
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import { Fault } from '../session/fault.tsx'
import styles from './mail-failed.module.css'

interface Props {
  conversation: Conversation
  /** The message it began at; null when it began at the conversation. */
  seq: number | null
  onClose(): void
}

export function ForwardDialog({ conversation, seq, onClose }: Props) {
  const { t } = useWords()
  const [clientId] = useState(() => crypto.randomUUID())
  const [to, setTo] = useState('')
  const [comment, setComment] = useState('')
  const [what, setWhat] = useState(seq === null ? 'all' : 'one')
  const send = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/conversations/{id}/forwards', {
          params: { path: { id: conversation.id } },
          body: { clientId, to: to.trim(), comment, seq: what === 'one' ? seq : null },
        }),
      ),
    onSuccess: onClose,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <Dialog onClose={onClose} title={t('mail_forward_thread')}>
      <form onSubmit={submit} className={styles.form}>
        <p style={{ margin: 0 }}>{t('mail_forward_text')}</p>
        <Fault error={send.error} />
        <TextInput
          type="email"
          required
          withAsterisk={false}
          label={t('mail_forward_to')}
          maxLength={254}
          value={to}
          onChange={event => setTo(event.currentTarget.value)}
          data-autofocus
        />
        {seq !== null && (
          <NativeSelect
            label={t('mail_forward_what')}
            data={[
              { value: 'one', label: t('mail_forward_message') },
              { value: 'all', label: t('mail_forward_all') },
            ]}
            value={what}
            onChange={event => setWhat(event.currentTarget.value)}
          />
        )}
        <Textarea
          label={t('mail_forward_comment')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={20_000}
          value={comment}
          onChange={event => setComment(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={send.isPending} disabled={!to.trim()}>
            {t('mail_forward')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
