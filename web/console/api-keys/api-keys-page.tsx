// Keys for programs: shown once when they are made, and never again.
import { Button } from '@mantine/core'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApiKey } from '../../../contract/identity.ts'
import { Blank } from '../../kit/blank.tsx'
import { Choose } from '../../kit/choose.tsx'
import { Line, Page, Section } from '../../kit/section.tsx'
import { Tag } from '../../kit/tag.tsx'
import { answer, api } from '../api/client.ts'
import { useShowFault } from '../api/use-fault.ts'
import { fullTime } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { Fault } from '../session/fault.tsx'
import { ApiKeyDialog } from './api-key-dialog.tsx'

export const apiKeysKey = ['api-keys'] as const

export function ApiKeysPage() {
  const { t } = useWords()
  const [isNew, setNew] = useState(false)
  const { data, error } = useQuery({
    queryKey: apiKeysKey,
    queryFn: async () => (await answer(api.GET('/api/keys'))).keys,
  })
  return (
    <Page
      title={t('settings_api_keys')}
      lead={t('api_keys_lead')}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setNew(true)}>
          {t('api_key_new')}
        </Button>
      }
    >
      <Fault error={error} />
      {data?.length === 0 && (
        <Blank icon={<IconKey size={28} />} title={t('api_keys_none')}>
          {t('api_keys_none_text')}
        </Blank>
      )}
      {data && data.length > 0 && (
        <Section>
          {data.map(key => (
            <KeyLine key={key.id} apiKey={key} />
          ))}
        </Section>
      )}
      {isNew && <ApiKeyDialog onClose={() => setNew(false)} />}
    </Page>
  )
}

function KeyLine({ apiKey }: { apiKey: ApiKey }) {
  const { t, locale } = useWords()
  const queries = useQueryClient()
  const showFault = useShowFault()
  const [isAsking, setAsking] = useState(false)
  const { id, name, prefix, permissions, createdBy, createdAt, lastUsedAt, expiresAt, revokedAt } = apiKey
  const revoke = () =>
    answer(api.DELETE('/api/keys/{id}', { params: { path: { id } } }))
      .then(() => queries.invalidateQueries({ queryKey: apiKeysKey }))
      .catch(showFault)
  const facts = [
    `${prefix}…`,
    permissions.join(', '),
    t('made_by', { name: createdBy.name, time: fullTime(locale, createdAt) }),
    lastUsedAt ? t('last_used', { time: fullTime(locale, lastUsedAt) }) : t('never_used'),
    expiresAt && t('good_until', { time: fullTime(locale, expiresAt) }),
  ]
  return (
    <Line icon={<IconKey size={20} aria-hidden />} title={name} detail={facts.filter(Boolean).join(' · ')}>
      {revokedAt ? (
        <Tag tone="late">{t('revoked')}</Tag>
      ) : (
        <Button variant="subtle" color="gray" size="xs" onClick={() => setAsking(true)}>
          {t('revoke')}
        </Button>
      )}
      {isAsking && (
        <Choose
          title={t('api_key_revoke', { name })}
          yes={t('revoke')}
          no={t('cancel')}
          onYes={() => void revoke()}
          onClose={() => setAsking(false)}
        >
          {t('api_key_revoke_text')}
        </Choose>
      )}
    </Line>
  )
}
