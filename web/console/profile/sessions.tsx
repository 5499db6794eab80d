// Where one is signed in, and the way out of everywhere at once.
import { Button } from '@mantine/core'
import { IconDeviceLaptop, IconDeviceMobile } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Bone } from '../../kit/bones.tsx'
import { Choose } from '../../kit/choose.tsx'
import { Line, Section } from '../../kit/section.tsx'
import { Tag } from '../../kit/tag.tsx'
import { answer, api } from '../api/client.ts'
import { useShowFault } from '../api/use-fault.ts'
import { fullTime } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { sessionKey } from '../session/session.ts'

const key = ['sessions'] as const

export function Sessions() {
  const { t, locale } = useWords()
  const queries = useQueryClient()
  const showFault = useShowFault()
  const [isAsking, setAsking] = useState(false)
  const { data } = useQuery({
    queryKey: key,
    queryFn: async () => (await answer(api.GET('/api/session/list'))).sessions,
  })
  const end = (id: string) =>
    answer(api.DELETE('/api/session/{id}', { params: { path: { id } } }))
      .then(() => queries.invalidateQueries({ queryKey: key }))
      .catch(showFault)
  const endAll = () =>
    answer(api.POST('/api/session/end-all'))
      .then(() => queries.setQueryData(sessionKey, null))
      .catch(showFault)
  return (
    <Section
      title={t('sessions')}
      lead={t('sessions_lead')}
      actions={
        <Button variant="default" size="xs" onClick={() => setAsking(true)}>
          {t('sign_out_everywhere')}
        </Button>
      }
    >
      {!data && <Bone width="60%" />}
      {data?.map(session => (
        <Line
          key={session.id}
          icon={
            /Mobi|Android/.test(session.userAgent) ? (
              <IconDeviceMobile size={20} aria-hidden />
            ) : (
              <IconDeviceLaptop size={20} aria-hidden />
            )
          }
          title={
            <>
              {browserName(session.userAgent) || t('session_unknown')}
              {session.current && <Tag tone="brand">{t('session_current')}</Tag>}
            </>
          }
          detail={`${session.ip} · ${t('session_seen', { time: fullTime(locale, session.seenAt) })}`}
        >
          {!session.current && (
            <Button variant="subtle" color="gray" size="xs" onClick={() => void end(session.id)}>
              {t('session_end')}
            </Button>
          )}
        </Line>
      ))}
      {isAsking && (
        <Choose
          title={t('sign_out_everywhere')}
          yes={t('sign_out')}
          no={t('cancel')}
          onYes={() => void endAll()}
          onClose={() => setAsking(false)}
        >
          {t('sign_out_everywhere_text')}
        </Choose>
      )}
    </Section>
  )
}

/** Browser and system, as far as the browser says; enough to recognise one's own. */
function browserName(userAgent: string): string {
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)\/(\d+)/.exec(
    userAgent.replace(/Chrome\/(\d+).*Edg\//, 'Edg/'),
  )
  const system = /(Windows|Mac OS X|Android|iPhone|iPad|Linux)/.exec(userAgent)?.[1]
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', 'Mac OS X': 'macOS' }
  return [browser?.[1], system]
    .map(name => (name ? (names[name] ?? name) : ''))
    .filter(Boolean)
    .join(' · ')
}
