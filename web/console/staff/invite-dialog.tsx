// Inviting a colleague; where the desk can't send mail, the link is handed over by hand.
import { Button, MultiSelect, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Role } from '../../../contract/permissions.ts'
import { CopyField } from '../../kit/copy-field.tsx'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import styles from '../profile/profile.module.css'
import { Fault } from '../session/fault.tsx'
import { useTeams } from '../teams/teams.ts'
import { invitationsKey } from './invitations.tsx'
import { roles } from './roles.ts'

export function InviteDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const teams = useTeams()
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('agent')
  const [teamIds, setTeamIds] = useState<string[]>([])
  const invite = useMutation({
    mutationFn: () => answer(api.POST('/api/invitations', { body: { email, role, teamIds } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: invitationsKey }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate()
  }
  return (
    <Dialog onClose={onClose} title={t('invite')}>
      {invite.data ? (
        <div className={styles.steps}>
          <p>{invite.data.link ? t('invite_hand_over') : t('invite_sent', { email })}</p>
          {invite.data.link && (
            <CopyField
              value={invite.data.link}
              label={t('invite_link')}
              copy={t('copy')}
              copied={t('copied')}
            />
          )}
          <Button onClick={onClose}>{t('close')}</Button>
        </div>
      ) : (
        <form className={styles.steps} onSubmit={submit}>
          <Fault error={invite.error} />
          <TextInput
            label={t('email')}
            type="email"
            required
            withAsterisk={false}
            data-autofocus
            value={email}
            onChange={event => setEmail(event.currentTarget.value)}
          />
          <Select
            label={t('role')}
            description={t(`role_${role}_text`)}
            allowDeselect={false}
            data={roles.map(value => ({ value, label: t(`role_${value}`) }))}
            value={role}
            onChange={value => value && setRole(value as Role)}
          />
          {teams.length > 0 && (
            <MultiSelect
              label={t('teams')}
              data={teams.map(({ id, name }) => ({ value: id, label: name }))}
              value={teamIds}
              onChange={setTeamIds}
            />
          )}
          <Button type="submit" loading={invite.isPending}>
            {t('invite')}
          </Button>
        </form>
      )}
    </Dialog>
  )
}
