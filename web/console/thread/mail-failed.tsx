// Below an answer that did not arrive by mail: to whom it went, and a way to send it again, also to the right address.
import { Button, TextInput } from '@mantine/core'
import { IconMailX } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import type { FailedMail } from '../../../contract/email.ts'
import { answer, api } from '../api/client.ts'
import { useShowFault } from '../api/use-fault.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import { useMay } from '../session/session.ts'
import styles from './mail-failed.module.css'
import { useMails } from './use-mails.ts'

interface Props {
  seq: number
  conversation: Conversation
}

export function MailFailed({ seq, conversation }: Props) {
  const failed = useMails(conversation)?.failed.filter(mail => mail.seq === seq) ?? []
  return failed.map(mail => <FailedOne key={mail.address} failed={mail} conversation={conversation} />)
}

function FailedOne({ failed, conversation }: { failed: FailedMail; conversation: Conversation }) {
  const { t } = useWords()
  const may = useMay()
  const [isAsking, setAsking] = useState(false)
  const { address, status } = failed
  return (
    <div className={styles.failed}>
      <IconMailX size={14} aria-hidden />
      <span>{status ? t('mail_failed_status', { address, status }) : t('mail_failed', { address })}</span>
      {may('conversations.write') && (
        <button type="button" onClick={() => setAsking(true)}>
          {t('mail_send_again')}
        </button>
      )}
      {isAsking && (
        <SendAgain failed={failed} conversationId={conversation.id} onClose={() => setAsking(false)} />
      )}
    </div>
  )
}

interface SendAgainProps {
  failed: FailedMail
  conversationId: string
  onClose(): void
}

function SendAgain({ failed, conversationId, onClose }: SendAgainProps) {
  const { t } = useWords()
  const showFault = useShowFault()
  const [to, setTo] = useState(failed.address)
  const send = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/conversations/{id}/mails/{seq}/resend', {
          params: { path: { id: conversationId, seq: failed.seq } },
          body: { address: failed.address, to: to.trim() },
        }),
      ),
    onSuccess: onClose,
    onError: showFault,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <Dialog onClose={onClose} title={t('mail_send_again')} size="sm">
      <form onSubmit={submit} className={styles.form}>
        <TextInput
          type="email"
          required
          label={t('mail_to')}
          description={t('mail_send_again_text')}
          value={to}
          onChange={event => setTo(event.currentTarget.value)}
          data-autofocus
        />
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={send.isPending}>
            {t('mail_send_again')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
