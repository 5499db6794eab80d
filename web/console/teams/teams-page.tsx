// The teams, and who is in them.
import { Button } from '@mantine/core'
import { IconPlus, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Team } from '../../../contract/identity.ts'
import { Avatar } from '../../kit/avatar.tsx'
import { Blank } from '../../kit/blank.tsx'
import { Line, Page, Section } from '../../kit/section.tsx'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import { Fault } from '../session/fault.tsx'
import { useMay } from '../session/session.ts'
import { TeamDialog } from './team-dialog.tsx'
import { teamsKey, useStaff } from './teams.ts'

export function TeamsPage() {
  const { t } = useWords()
  const may = useMay()
  const staff = useStaff()
  const [open, setOpen] = useState<Team | 'new' | null>(null)
  const { data, error } = useQuery({
    queryKey: teamsKey,
    queryFn: () => answer(api.GET('/api/teams')),
  })
  const mayWrite = may('teams.write')
  return (
    <Page
      title={t('settings_teams')}
      lead={t('teams_lead')}
      actions={
        mayWrite && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen('new')}>
            {t('team_new')}
          </Button>
        )
      }
    >
      <Fault error={error} />
      {data?.teams.length === 0 && (
        <Blank icon={<IconUsers size={28} />} title={t('teams_none')}>
          {t('teams_none_text')}
        </Blank>
      )}
      {data && data.teams.length > 0 && (
        <Section>
          {data.teams.map(team => (
            <Line
              key={team.id}
              icon={<IconUsers size={20} aria-hidden />}
              title={team.name}
              detail={t('team_members', { count: team.memberIds.length })}
            >
              {team.memberIds.slice(0, 5).map(id => (
                <Avatar
                  key={id}
                  id={id}
                  name={staff.find(member => member.id === id)?.name ?? ''}
                  kind="staff"
                  size={24}
                />
              ))}
              {mayWrite && (
                <Button
                  variant="subtle"
                  color="gray"
                  size="xs"
                  onClick={() => setOpen(team)}
                  aria-label={t('edit_named', { name: team.name })}
                >
                  {t('edit')}
                </Button>
              )}
            </Line>
          ))}
        </Section>
      )}
      {open && <TeamDialog team={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}
