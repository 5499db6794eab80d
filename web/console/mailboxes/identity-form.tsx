// One name under which a mailbox also answers: its address, whose it is, and a signature for each language.
import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Mailbox } from '../../../contract/email.ts'
import type { SaveIdentity, SenderIdentity } from '../../../contract/outbound-mail.ts'
import { answer, api } from '../api/client.ts'
import { locales, useWords } from '../language/words.tsx'
import styles from '../profile/profile.module.css'
import { Fault } from '../session/fault.tsx'
import { useTeams } from '../teams/teams.ts'
import { mailboxesKey } from './mailboxes.ts'

interface Props {
  mailbox: Mailbox
  identity: SenderIdentity | null
  onDone(): void
}

const required = { required: true, withAsterisk: false } as const

export function IdentityForm({ mailbox, identity, onDone }: Props) {
  const { t } = useWords()
  const teams = useTeams()
  const [wanted, setWanted] = useState<SaveIdentity>(
    identity ?? { name: mailbox.name, address: mailbox.address, teamId: null, signatures: {} },
  )
  const set = (change: Partial<SaveIdentity>) => setWanted(before => ({ ...before, ...change }))
  const { name, address, teamId, signatures } = wanted
  const { save, remove } = useSaving(mailbox.id, identity?.id, onDone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ name, address: address.trim(), teamId, signatures })
  }
  return (
    <form className={styles.steps} onSubmit={submit}>
      <Fault error={save.error ?? remove.error} />
      <TextInput
        {...required}
        label={t('mailbox_name')}
        description={t('mailbox_name_text')}
        maxLength={120}
        value={name}
        onChange={event => set({ name: event.currentTarget.value })}
      />
      <TextInput
        {...required}
        label={t('mailbox_address')}
        description={t('identity_address_text', { address: mailbox.address })}
        type="email"
        maxLength={120}
        value={address}
        onChange={event => set({ address: event.currentTarget.value })}
      />
      <Select
        label={t('team')}
        description={t('identity_team_text')}
        placeholder={t('identity_no_team')}
        clearable
        data={teams.map(({ id, name: label }) => ({ value: id, label }))}
        value={teamId}
        onChange={value => set({ teamId: value })}
      />
      {locales.map(({ tag, name: language }) => (
        <Textarea
          key={tag}
          label={t('identity_signature', { language })}
          description={t('identity_signature_text')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2_000}
          value={signatures[tag] ?? ''}
          onChange={event => set({ signatures: { ...signatures, [tag]: event.currentTarget.value } })}
        />
      ))}
      <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end', flexWrap: 'wrap' }}>
        {identity && (
          <Button
            variant="subtle"
            color="rust"
            loading={remove.isPending}
            onClick={() => remove.mutate()}
            style={{ marginInlineEnd: 'auto' }}
          >
            {t('mailbox_remove')}
          </Button>
        )}
        <Button variant="default" onClick={onDone}>
          {t('back')}
        </Button>
        <Button type="submit" loading={save.isPending} disabled={!address.trim() || !name.trim()}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}

function useSaving(mailboxId: string, id: string | undefined, onDone: () => void) {
  const queries = useQueryClient()
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: mailboxesKey })
    onDone()
  }
  const save = useMutation({
    mutationFn: (body: SaveIdentity): Promise<unknown> =>
      id
        ? answer(api.PUT('/api/sender-identities/{id}', { params: { path: { id } }, body }))
        : answer(api.POST('/api/mailboxes/{id}/identities', { params: { path: { id: mailboxId } }, body })),
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: () =>
      answer(api.DELETE('/api/sender-identities/{id}', { params: { path: { id: id ?? '' } } })),
    onSuccess,
  })
  return { save, remove }
}
