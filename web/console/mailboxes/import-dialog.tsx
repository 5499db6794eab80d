// Old mail of a mailbox: from which server and folders, and since when.
import { Button, MultiSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Mailbox } from '../../../contract/email.ts'
import type { ImportFolder, ImportLogin } from '../../../contract/mail-import.ts'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import styles from '../profile/profile.module.css'
import { Fault } from '../session/fault.tsx'
import { LoginFields } from './imap-fields.tsx'
import { importsKey } from './imports.ts'

function loginOf({ imap, address }: Mailbox): ImportLogin {
  if (!imap) return { host: '', port: 993, security: 'tls', user: address, password: null }
  const { host, port, security, user } = imap
  return { host, port, security, user, password: null }
}

export function ImportDialog({ mailbox, onClose }: { mailbox: Mailbox; onClose(): void }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [login, setLogin] = useState(() => loginOf(mailbox))
  const [folders, setFolders] = useState<string[]>([])
  const [since, setSince] = useState('')
  const params = { path: { id: mailbox.id } }
  const look = useMutation({
    mutationFn: () => answer(api.POST('/api/mailboxes/{id}/import/folders', { params, body: login })),
  })
  const begin = useMutation({
    mutationFn: () => {
      const body = { ...login, folders, since: since ? new Date(since).toISOString() : null }
      return answer(api.POST('/api/mailboxes/{id}/import', { params, body }))
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: importsKey })
      onClose()
    },
  })
  const change = (next: Partial<ImportLogin>) => {
    look.reset()
    setFolders([])
    setLogin(before => ({ ...before, ...next }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (look.data) begin.mutate()
    else look.mutate()
  }
  const isWhole = Boolean(login.host.trim() && login.user.trim() && (login.password || mailbox.imap))
  return (
    <Dialog onClose={onClose} title={t('import_open_named', { name: mailbox.address })}>
      <form className={styles.steps} onSubmit={submit}>
        <p>{t('import_lead')}</p>
        <Fault error={look.error ?? begin.error} />
        <LoginFields wanted={login} isKnown={mailbox.imap !== null} onChange={change} />
        {look.data && (
          <Choice
            found={look.data.folders}
            folders={folders}
            since={since}
            onFolders={setFolders}
            onSince={setSince}
          />
        )}
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end', flexWrap: 'wrap' }}>
          {look.data ? (
            <Button type="submit" loading={begin.isPending} disabled={folders.length === 0}>
              {t('import_begin')}
            </Button>
          ) : (
            <Button type="submit" loading={look.isPending} disabled={!isWhole}>
              {t('import_folders')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}

interface ChoiceProps {
  found: ImportFolder[]
  folders: string[]
  since: string
  onFolders(folders: string[]): void
  onSince(since: string): void
}

function Choice({ found, folders, since, onFolders, onSince }: ChoiceProps) {
  const { t } = useWords()
  return (
    <>
      <MultiSelect
        label={t('import_folders_choose')}
        description={t('import_folders_text')}
        data={found.map(({ path, mails }) => ({
          value: path,
          label: t('import_folder', { path, count: mails }),
        }))}
        maxValues={20}
        searchable
        value={folders}
        onChange={onFolders}
      />
      <TextInput
        type="date"
        label={t('import_since')}
        description={t('import_since_text')}
        value={since}
        onChange={event => onSince(event.currentTarget.value)}
      />
    </>
  )
}
