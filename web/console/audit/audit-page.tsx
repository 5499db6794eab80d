// The audit log: who did what, the latest first.
import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AuditEntry } from '../../../contract/identity.ts'
import { Blank } from '../../kit/blank.tsx'
import { Bone } from '../../kit/bones.tsx'
import { Page } from '../../kit/section.tsx'
import { answer, api } from '../api/client.ts'
import { fullTime } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { Fault } from '../session/fault.tsx'
import styles from './audit.module.css'

export function AuditPage() {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [action] = useDebouncedValue(text.trim(), 300)
  const log = useInfiniteQuery({
    queryKey: ['audit', action],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/audit', {
          params: { query: { before: pageParam ?? undefined, action: action || undefined } },
          signal,
        }),
      ),
    initialPageParam: null as number | null,
    getNextPageParam: page => page.before,
  })
  const entries = log.data?.pages.flatMap(page => page.entries) ?? []
  return (
    <Page title={t('settings_audit')} lead={t('audit_lead')}>
      <TextInput
        label={t('audit_action')}
        placeholder="session.started"
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        style={{ maxWidth: 320 }}
      />
      <Fault error={log.error} />
      {log.isPending && <Bone height={240} />}
      {log.isSuccess && entries.length === 0 && (
        <Blank icon={<IconHistory size={28} />} title={t('audit_none')}>
          {t('audit_none_text')}
        </Blank>
      )}
      {entries.length > 0 && (
        <div className={styles.wrap} tabIndex={0} role="region" aria-label={t('settings_audit')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('audit_time')}</th>
                <th scope="col">{t('audit_who')}</th>
                <th scope="col">{t('audit_action')}</th>
                <th scope="col">{t('audit_what')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map(entry => (
                <AuditRow key={entry.id} entry={entry} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {log.hasNextPage && (
        <Button
          variant="default"
          style={{ alignSelf: 'center' }}
          loading={log.isFetchingNextPage}
          onClick={() => void log.fetchNextPage()}
        >
          {t('load_more')}
        </Button>
      )}
    </Page>
  )
}

function AuditRow({ entry: { at, actor, action, subject, data, ip } }: { entry: AuditEntry }) {
  const { locale } = useWords()
  const details = Object.entries(data)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
  return (
    <tr>
      <td>
        <time dateTime={at}>{fullTime(locale, at)}</time>
      </td>
      <td>
        {actor.name ?? actor.kind}
        {ip && <small>{ip}</small>}
      </td>
      <td>
        <code>{action}</code>
      </td>
      <td>
        {subject.kind} {subject.id && <span title={subject.id}>{subject.id.slice(0, 8)}</span>}
        {details.length > 0 && <small>{details.join(' · ')}</small>}
      </td>
    </tr>
  )
}
