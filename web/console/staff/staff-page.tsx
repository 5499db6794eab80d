// Everybody who works at the desk, and those who are invited.
import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StaffMember } from '../../../contract/identity.ts'
import { Avatar } from '../../kit/avatar.tsx'
import { Bone } from '../../kit/bones.tsx'
import { Line, Page, Section } from '../../kit/section.tsx'
import { Tag } from '../../kit/tag.tsx'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import { Fault } from '../session/fault.tsx'
import { useMay, useMe } from '../session/session.ts'
import { staffKey, useTeams } from '../teams/teams.ts'
import { Invitations } from './invitations.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { StaffDialog } from './staff-dialog.tsx'

export function StaffPage() {
  const { t } = useWords()
  const may = useMay()
  const [isInviting, setInviting] = useState(false)
  const [open, setOpen] = useState<StaffMember | null>(null)
  const { data, error } = useQuery({
    queryKey: staffKey,
    queryFn: () => answer(api.GET('/api/staff')),
  })
  return (
    <Page
      title={t('settings_staff')}
      lead={t('staff_lead')}
      actions={
        may('staff.write') && (
          <Button leftSection={<IconUserPlus size={16} />} onClick={() => setInviting(true)}>
            {t('invite')}
          </Button>
        )
      }
    >
      <Fault error={error} />
      {may('staff.write') && <Invitations />}
      <Section>
        {!data && !error && <Bone width="50%" />}
        {data?.staff.map(member => (
          <Member key={member.id} member={member} onEdit={() => setOpen(member)} />
        ))}
      </Section>
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
      {open && <StaffDialog member={open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function Member({ member, onEdit }: { member: StaffMember; onEdit(): void }) {
  const { t } = useWords()
  const me = useMe()
  const may = useMay()
  const teams = useTeams().filter(({ id }) => member.teamIds.includes(id))
  return (
    <Line
      icon={<Avatar name={member.name} id={member.id} kind="staff" size={36} />}
      title={
        <>
          {member.name}
          {member.id === me.id && <Tag tone="brand">{t('you')}</Tag>}
          {member.disabled && <Tag tone="late">{t('staff_disabled')}</Tag>}
        </>
      }
      detail={[t(`role_${member.role}`), member.email, ...teams.map(({ name }) => name)]
        .filter(Boolean)
        .join(' · ')}
    >
      <Tag tone={member.twoFactor ? 'brand' : 'waiting'}>
        {member.twoFactor ? t('two_factor_short') : t('two_factor_missing')}
      </Tag>
      {may('staff.write') && (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          onClick={onEdit}
          aria-label={t('edit_named', { name: member.name })}
        >
          {t('edit')}
        </Button>
      )}
    </Line>
  )
}
