// One mailbox: its address, whose name its answers carry, whose its conversations are at first, and what stands below.
import { Button, Select, Switch, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Mailbox, SaveMailbox } from '../../../contract/email.ts'
import { Growing } from '../../kit/growing.tsx'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import styles from '../profile/profile.module.css'
import { Fault } from '../session/fault.tsx'
import { useTeams } from '../teams/teams.ts'
import { mailboxesKey } from './mailboxes.ts'

const empty: SaveMailbox = { address: '', name: '', teamId: null, signature: '', forwardsIn: false }

export function MailboxDialog({ mailbox, onClose }: { mailbox: Mailbox | null; onClose(): void }) {
  const { t } = useWords()
  const teams = useTeams()
  const queries = useQueryClient()
  const [wanted, setWanted] = useState<SaveMailbox>(mailbox ?? empty)
  const set = (change: Partial<SaveMailbox>) => setWanted(before => ({ ...before, ...change }))
  const { address, name, teamId, signature, forwardsIn } = wanted
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: mailboxesKey })
    onClose()
  }
  const save = useMutation({
    mutationFn: () => {
      const body = { address: address.trim(), name, teamId, signature, forwardsIn }
      return mailbox
        ? answer(api.PUT('/api/mailboxes/{id}', { params: { path: { id: mailbox.id } }, body }))
        : answer(api.POST('/api/mailboxes', { body }))
    },
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: async (id: string) => answer(api.DELETE('/api/mailboxes/{id}', { params: { path: { id } } })),
    onSuccess,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog onClose={onClose} title={mailbox ? mailbox.address : t('mailbox_new')}>
      <form className={styles.steps} onSubmit={submit}>
        <Fault error={save.error ?? remove.error} />
        <TextInput
          label={t('mailbox_address')}
          type="email"
          required
          withAsterisk={false}
          maxLength={120}
          data-autofocus
          value={address}
          onChange={event => set({ address: event.currentTarget.value })}
        />
        <TextInput
          label={t('mailbox_name')}
          description={t('mailbox_name_text')}
          required
          withAsterisk={false}
          maxLength={120}
          value={name}
          onChange={event => set({ name: event.currentTarget.value })}
        />
        <Select
          label={t('team')}
          description={t('mailbox_team_text')}
          placeholder={t('any_team')}
          clearable
          data={teams.map(({ id, name: label }) => ({ value: id, label }))}
          value={teamId}
          onChange={value => set({ teamId: value })}
        />
        <Growing
          framed
          label={t('mailbox_signature')}
          placeholder={t('mailbox_signature')}
          maxLength={2_000}
          value={signature}
          onChange={value => set({ signature: value })}
        />
        <Switch
          label={t('mailbox_forwards_in')}
          description={t('mailbox_forwards_in_text')}
          checked={forwardsIn}
          onChange={event => set({ forwardsIn: event.currentTarget.checked })}
        />
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
          {mailbox && (
            <Button
              variant="subtle"
              color="rust"
              loading={remove.isPending}
              onClick={() => remove.mutate(mailbox.id)}
              style={{ marginInlineEnd: 'auto' }}
            >
              {t('mailbox_remove')}
            </Button>
          )}
          <Button type="submit" loading={save.isPending} disabled={!address.trim() || !name.trim()}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
