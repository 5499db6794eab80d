// Where the desk fetches a mailbox from; it can be tried before it is saved, and the password never comes back.
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Mailbox } from '../../../contract/email.ts'
import type { SaveImap } from '../../../contract/imap.ts'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import styles from '../profile/profile.module.css'
import { Fault } from '../session/fault.tsx'
import { ImapFields } from './imap-fields.tsx'
import { mailboxesKey } from './mailboxes.ts'

const usual: SaveImap = {
  host: '',
  port: 993,
  security: 'tls',
  user: '',
  password: null,
  folder: 'INBOX',
  moveTo: null,
  start: 'new',
}

function settingsOf({ imap, address }: Mailbox): SaveImap {
  if (!imap) return { ...usual, user: address }
  const { state: _, ...settings } = imap
  return { ...settings, password: null }
}

export function ImapDialog({ mailbox, onClose }: { mailbox: Mailbox; onClose(): void }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [wanted, setWanted] = useState(() => settingsOf(mailbox))
  const params = { path: { id: mailbox.id } }
  const attempt = useMutation({
    mutationFn: () => answer(api.POST('/api/mailboxes/{id}/imap/try', { params, body: wanted })),
  })
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: mailboxesKey })
    onClose()
  }
  const save = useMutation({
    mutationFn: () => answer(api.PUT('/api/mailboxes/{id}/imap', { params, body: wanted })),
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: () => answer(api.DELETE('/api/mailboxes/{id}/imap', { params })),
    onSuccess,
  })
  const change = (next: Partial<SaveImap>) => {
    attempt.reset()
    save.reset()
    setWanted(before => ({ ...before, ...next }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const isWhole = Boolean(wanted.host.trim() && wanted.user.trim() && (wanted.password || mailbox.imap))
  return (
    <Dialog onClose={onClose} title={t('imap_open_named', { name: mailbox.address })}>
      <form className={styles.steps} onSubmit={submit}>
        <p>{t('imap_lead')}</p>
        <div>
          <Fault error={save.error ?? remove.error ?? attempt.error} />
          <p role="status">{attempt.data && t('imap_works', { count: attempt.data.mails })}</p>
        </div>
        <ImapFields wanted={wanted} isKnown={mailbox.imap !== null} onChange={change} />
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end', flexWrap: 'wrap' }}>
          {mailbox.imap && (
            <Button
              variant="subtle"
              color="rust"
              loading={remove.isPending}
              onClick={() => remove.mutate()}
              style={{ marginInlineEnd: 'auto' }}
            >
              {t('imap_remove')}
            </Button>
          )}
          <Button
            variant="default"
            loading={attempt.isPending}
            disabled={!isWhole}
            onClick={() => attempt.mutate()}
          >
            {t('imap_try')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!isWhole}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
