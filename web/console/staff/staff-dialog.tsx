// Changing a colleague: role, teams, and what to do when a password, a phone or a person is gone.
import { Button, MultiSelect, Select, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { StaffMember, UpdateStaff } from '../../../contract/identity.ts'
import type { Role } from '../../../contract/permissions.ts'
import { CopyField } from '../../kit/copy-field.tsx'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import styles from '../profile/profile.module.css'
import { Fault } from '../session/fault.tsx'
import { staffKey, useTeams } from '../teams/teams.ts'
import { roles } from './roles.ts'

export function StaffDialog({ member, onClose }: { member: StaffMember; onClose(): void }) {
  const { t } = useWords()
  const teams = useTeams()
  const queries = useQueryClient()
  const [name, setName] = useState(member.name)
  const [role, setRole] = useState<Role>(member.role)
  const [teamIds, setTeamIds] = useState(member.teamIds)
  const save = useMutation({
    mutationFn: (change: UpdateStaff) =>
      answer(api.PATCH('/api/staff/{id}', { params: { path: { id: member.id } }, body: change })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: staffKey })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ name, role, teamIds })
  }
  return (
    <Dialog onClose={onClose} title={member.name}>
      <form className={styles.steps} onSubmit={submit}>
        <Fault error={save.error} />
        <TextInput
          label={t('name')}
          maxLength={120}
          value={name}
          onChange={event => setName(event.currentTarget.value)}
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
            data={teams.map(({ id, name: label }) => ({ value: id, label }))}
            value={teamIds}
            onChange={setTeamIds}
          />
        )}
        <Button type="submit" loading={save.isPending} disabled={!name.trim()}>
          {t('save')}
        </Button>
      </form>
      <Emergencies member={member} onDisable={() => save.mutate({ disabled: !member.disabled })} />
    </Dialog>
  )
}

function Emergencies({ member, onDisable }: { member: StaffMember; onDisable(): void }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [link, setLink] = useState<string | null>(null)
  const act = useMutation({
    mutationFn: (doing: () => Promise<unknown>) => doing(),
    onSuccess: () => {
      notifications.show({ color: 'sea', message: t('done') })
      void queries.invalidateQueries({ queryKey: staffKey })
    },
  })
  const params = { path: { id: member.id } }
  const makeLink = async () =>
    setLink((await answer(api.POST('/api/staff/{id}/reset-link', { params }))).link)
  return (
    <div
      className={styles.steps}
      style={{ marginTop: 24, paddingTop: 16, borderTop: '1px solid var(--frame)' }}
    >
      <Fault error={act.error} />
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        <Button variant="default" size="xs" onClick={() => act.mutate(makeLink)}>
          {t('staff_reset_link')}
        </Button>
        <Button
          variant="default"
          size="xs"
          onClick={() => act.mutate(() => answer(api.POST('/api/staff/{id}/end-sessions', { params })))}
        >
          {t('staff_end_sessions')}
        </Button>
        {member.twoFactor && (
          <Button
            variant="default"
            size="xs"
            onClick={() => act.mutate(() => answer(api.DELETE('/api/staff/{id}/second-factor', { params })))}
          >
            {t('staff_remove_second_factor')}
          </Button>
        )}
        <Button variant="light" color={member.disabled ? undefined : 'rust'} size="xs" onClick={onDisable}>
          {member.disabled ? t('staff_enable') : t('staff_disable')}
        </Button>
      </div>
      {link && <CopyField value={link} label={t('staff_reset_link')} copy={t('copy')} copied={t('copied')} />}
    </div>
  )
}
