// Invitations that nobody has taken up yet.
import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Line, Section } from '../../kit/section.tsx'
import { answer, api } from '../api/client.ts'
import { useShowFault } from '../api/use-fault.ts'
import { fullTime } from '../language/time.ts'
import { useWords } from '../language/words.tsx'

export const invitationsKey = ['invitations'] as const

export function Invitations() {
  const { t, locale } = useWords()
  const queries = useQueryClient()
  const showFault = useShowFault()
  const { data } = useQuery({
    queryKey: invitationsKey,
    queryFn: () => answer(api.GET('/api/invitations')),
  })
  if (!data || data.invitations.length === 0) return null
  const revoke = (id: string) =>
    answer(api.DELETE('/api/invitations/{id}', { params: { path: { id } } }))
      .then(() => queries.invalidateQueries({ queryKey: invitationsKey }))
      .catch(showFault)
  return (
    <Section title={t('invitations')}>
      {data.invitations.map(({ id, email, role, expiresAt }) => (
        <Line
          key={id}
          icon={<IconMail size={20} aria-hidden />}
          title={email}
          detail={`${t(`role_${role}`)} · ${t('good_until', { time: fullTime(locale, expiresAt) })}`}
        >
          <Button variant="subtle" color="gray" size="xs" onClick={() => void revoke(id)}>
            {t('revoke')}
          </Button>
        </Line>
      ))}
    </Section>
  )
}
