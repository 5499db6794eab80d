// A team's name and its members.
import { Button, MultiSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Team } from '../../../contract/identity.ts'
import { answer, api } from '../api/client.ts'
import { locales, useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import styles from '../profile/profile.module.css'
import { Fault } from '../session/fault.tsx'
import { teamsKey, useStaff } from './teams.ts'

export function TeamDialog({ team, onClose }: { team: Team | null; onClose(): void }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const staff = useStaff().filter(({ disabled }) => !disabled)
  const [name, setName] = useState(team?.name ?? '')
  const [publicNames, setPublicNames] = useState(team?.publicNames ?? {})
  const [memberIds, setMemberIds] = useState(team?.memberIds ?? [])
  const finish = async () => {
    await queries.invalidateQueries({ queryKey: teamsKey })
    onClose()
  }
  const save = useMutation({
    mutationFn: async () => {
      const body = { name, publicNames: withoutBlanks(publicNames) }
      const saved = team ?? (await answer(api.POST('/api/teams', { body })))
      const params = { path: { id: saved.id } }
      if (team) await answer(api.PATCH('/api/teams/{id}', { params, body }))
      await answer(api.PUT('/api/teams/{id}/members', { params, body: { memberIds } }))
    },
    onSuccess: finish,
  })
  const remove = useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/teams/{id}', { params: { path: { id } } })),
    onSuccess: finish,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog onClose={onClose} title={team?.name ?? t('team_new')}>
      <form className={styles.steps} onSubmit={submit}>
        <Fault error={save.error ?? remove.error} />
        <TextInput
          label={t('name')}
          required
          withAsterisk={false}
          maxLength={120}
          data-autofocus
          value={name}
          onChange={event => setName(event.currentTarget.value)}
        />
        {locales.map(({ tag, name: language }, index) => (
          <TextInput
            key={tag}
            label={t('team_public_name', { language })}
            description={index === 0 ? t('team_public_name_lead') : undefined}
            maxLength={120}
            value={publicNames[tag] ?? ''}
            onChange={event => setPublicNames({ ...publicNames, [tag]: event.currentTarget.value })}
          />
        ))}
        <MultiSelect
          label={t('members')}
          searchable
          data={staff.map(({ id, name: label }) => ({ value: id, label }))}
          value={memberIds}
          onChange={setMemberIds}
        />
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
          {team && (
            <Button
              variant="subtle"
              color="rust"
              loading={remove.isPending}
              onClick={() => remove.mutate(team.id)}
              style={{ marginInlineEnd: 'auto' }}
            >
              {t('delete')}
            </Button>
          )}
          <Button type="submit" loading={save.isPending} disabled={!name.trim()}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const withoutBlanks = (names: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).filter(([, name]) => name.trim()))
