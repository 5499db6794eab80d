// The keys with which mail is signed: what to publish, whether DNS has it, and which one is used.
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Mailbox } from '../../../contract/email.ts'
import type { DkimKey } from '../../../contract/outbound-mail.ts'
import { Choose } from '../../kit/choose.tsx'
import { CopyField } from '../../kit/copy-field.tsx'
import { Line, Section } from '../../kit/section.tsx'
import { Tag } from '../../kit/tag.tsx'
import { answer, api } from '../api/client.ts'
import { fullTime } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { Fault } from '../session/fault.tsx'
import { useMay } from '../session/session.ts'
import styles from './dkim.module.css'
import { DkimDialog } from './dkim-dialog.tsx'

export const dkimKey = ['dkim-keys'] as const
const quiet = { variant: 'subtle', color: 'gray', size: 'xs' } as const

export function DkimSection({ mailboxes }: { mailboxes: readonly Mailbox[] }) {
  const { t } = useWords()
  const may = useMay()
  const [isMaking, setMaking] = useState(false)
  const { data, error } = useQuery({
    queryKey: dkimKey,
    queryFn: async () => (await answer(api.GET('/api/dkim-keys'))).keys,
  })
  return (
    <Section
      title={t('dkim')}
      lead={t('dkim_lead')}
      actions={
        may('settings.write') && (
          <Button variant="default" size="xs" onClick={() => setMaking(true)}>
            {t('dkim_new')}
          </Button>
        )
      }
    >
      <Fault error={error} />
      {data?.map(key => (
        <Key key={key.id} dkim={key} />
      ))}
      {isMaking && <DkimDialog mailboxes={mailboxes} onClose={() => setMaking(false)} />}
    </Section>
  )
}

function Key({ dkim }: { dkim: DkimKey }) {
  const { t, locale } = useWords()
  const may = useMay()
  const [asks, setAsks] = useState<'use' | 'remove' | null>(null)
  const { check, use, remove } = useActions(dkim.id)
  const { domain, selector, record, active, found, checkedAt } = dkim
  const start = () => (found === 'key' ? use.mutate(true) : setAsks('use'))
  return (
    <div className={styles.key}>
      <Line
        title={
          <>
            {domain}
            {active ? <Tag tone="brand">{t('dkim_used')}</Tag> : <Tag tone="soft">{t('dkim_unused')}</Tag>}
          </>
        }
        detail={
          found && checkedAt
            ? t(`dkim_found_${found}`, { time: fullTime(locale, checkedAt) })
            : t('dkim_unchecked')
        }
      >
        {may('settings.write') && (
          <>
            <Button {...quiet} loading={check.isPending} onClick={() => check.mutate()}>
              {t('dkim_check')}
            </Button>
            <Button {...quiet} loading={use.isPending} onClick={() => (active ? use.mutate(false) : start())}>
              {t(active ? 'dkim_stop' : 'dkim_use')}
            </Button>
            <Button {...quiet} onClick={() => setAsks('remove')}>
              {t('dkim_remove')}
            </Button>
          </>
        )}
      </Line>
      <Fault error={check.error ?? use.error ?? remove.error} />
      <details className={styles.record}>
        <summary>{t('dkim_record', { domain: `${selector}._domainkey` })}</summary>
        <p>{t('dkim_name')}</p>
        <CopyField value={record.name} label={t('dkim_name')} copy={t('copy')} copied={t('copied')} />
        <p>{t('dkim_value')}</p>
        <CopyField
          multiline
          value={record.value}
          label={t('dkim_value')}
          copy={t('copy')}
          copied={t('copied')}
        />
      </details>
      {asks === 'use' && (
        <Choose
          title={t('dkim_use_anyway')}
          yes={t('dkim_use')}
          no={t('cancel')}
          onYes={() => use.mutate(true)}
          onClose={() => setAsks(null)}
        >
          {t('dkim_use_anyway_text')}
        </Choose>
      )}
      {asks === 'remove' && (
        <Choose
          title={t('dkim_remove')}
          yes={t('dkim_remove')}
          no={t('cancel')}
          onYes={() => remove.mutate()}
          onClose={() => setAsks(null)}
        >
          {t('dkim_remove_text')}
        </Choose>
      )}
    </div>
  )
}

function useActions(id: string) {
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: dkimKey })
  const params = { path: { id } }
  const check = useMutation({
    mutationFn: () => answer(api.POST('/api/dkim-keys/{id}/check', { params })),
    onSuccess,
  })
  const use = useMutation({
    mutationFn: (active: boolean) => answer(api.PATCH('/api/dkim-keys/{id}', { params, body: { active } })),
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: () => answer(api.DELETE('/api/dkim-keys/{id}', { params })),
    onSuccess,
  })
  return { check, use, remove }
}
