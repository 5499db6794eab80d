// Makes a key to sign a domain's mail with.
import { Autocomplete, Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Mailbox } from '../../../contract/email.ts'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import styles from '../profile/profile.module.css'
import { Fault } from '../session/fault.tsx'
import { dkimKey } from './dkim-section.tsx'

const required = { required: true, withAsterisk: false } as const

export function DkimDialog({ mailboxes, onClose }: { mailboxes: readonly Mailbox[]; onClose(): void }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const domains = [...new Set(mailboxes.map(({ address }) => address.split('@')[1] ?? ''))]
  const [domain, setDomain] = useState(domains[0] ?? '')
  const [selector, setSelector] = useState('ballast')
  const make = useMutation({
    mutationFn: () => answer(api.POST('/api/dkim-keys', { body: { domain, selector } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: dkimKey })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate()
  }
  return (
    <Dialog onClose={onClose} title={t('dkim_new')}>
      <form className={styles.steps} onSubmit={submit}>
        <Fault error={make.error} />
        <Autocomplete
          {...required}
          label={t('dkim_domain')}
          data={domains}
          maxLength={253}
          value={domain}
          onChange={setDomain}
          data-autofocus
        />
        <TextInput
          {...required}
          label={t('dkim_selector')}
          description={t('dkim_selector_text')}
          maxLength={63}
          value={selector}
          onChange={event => setSelector(event.currentTarget.value)}
        />
        <div style={{ display: 'flex', justifyContent: 'flex-end' }}>
          <Button type="submit" loading={make.isPending} disabled={!domain.trim() || !selector.trim()}>
            {t('dkim_make')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
