// Imports of old mail: how far each is, how long it still takes, and what could not be read.
import { Button, Progress } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MailImport } from '../../../contract/mail-import.ts'
import { Line, Section } from '../../kit/section.tsx'
import { Tag } from '../../kit/tag.tsx'
import { answer, api } from '../api/client.ts'
import { fullTime } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { Fault } from '../session/fault.tsx'
import { useMay } from '../session/session.ts'
import { importsKey, useImports } from './imports.ts'
import { UnreadableDialog } from './unreadable-dialog.tsx'

const quiet = { variant: 'subtle', color: 'gray', size: 'xs' } as const

export function Imports() {
  const { t } = useWords()
  const { data = [] } = useImports()
  const [listed, setListed] = useState<MailImport | null>(null)
  if (data.length === 0) return null
  return (
    <Section title={t('imports')} lead={t('imports_lead')}>
      {data.map(one => (
        <One key={one.id} one={one} onList={() => setListed(one)} />
      ))}
      {listed && <UnreadableDialog id={listed.id} onClose={() => setListed(null)} />}
    </Section>
  )
}

function One({ one, onList }: { one: MailImport; onList(): void }) {
  const { t } = useWords()
  const may = useMay()
  const queries = useQueryClient()
  const name = { name: `${one.address}: ${one.folders.join(', ')}` }
  const params = { path: { id: one.id } }
  const change = useMutation({
    mutationFn: () =>
      answer(
        one.state === 'running'
          ? api.POST('/api/mail-imports/{id}/stop', { params })
          : api.POST('/api/mail-imports/{id}/continue', { params }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: importsKey }),
  })
  return (
    <Line
      title={
        <>
          {name.name}
          <Tag tone={one.state === 'running' ? 'brand' : 'plain'}>{t(`import_${one.state}`)}</Tag>
        </>
      }
      detail={
        <>
          <HowFar one={one} />
          <Fault error={change.error} />
        </>
      }
    >
      {one.unreadable > 0 && (
        <Button {...quiet} onClick={onList} aria-label={t('import_unreadable_named', name)}>
          {t('import_unreadable')}
        </Button>
      )}
      {may('settings.write') && (one.state === 'running' || one.state === 'stopped') && (
        <Button
          {...quiet}
          loading={change.isPending}
          onClick={() => change.mutate()}
          aria-label={t(one.state === 'running' ? 'import_stop_named' : 'import_continue_named', name)}
        >
          {t(one.state === 'running' ? 'import_stop' : 'import_continue')}
        </Button>
      )}
    </Line>
  )
}

function HowFar({ one }: { one: MailImport }) {
  const { t, word, locale } = useWords()
  const { done, total, filed, conversations, automatic, skipped, unreadable, fault } = one
  const { perSecond, secondsLeft } = one
  const number = (value: number) => value.toLocaleString(locale)
  const sentences = [
    total === null ? t('import_looking') : t('import_done_of', { done: number(done), total: number(total) }),
    filed > 0 && t('import_filed', { count: filed, conversations: number(conversations) }),
    automatic > 0 && t('import_automatic', { count: automatic }),
    skipped > 0 && t('import_skipped', { count: skipped }),
    unreadable > 0 && t('import_unreadable_count', { count: unreadable }),
    perSecond !== null && secondsLeft !== null && t('import_left', leftOf(perSecond, secondsLeft)),
    one.endedAt && t('import_ended', { time: fullTime(locale, one.endedAt) }),
    fault && word('errors', fault),
    one.retryAt && t('imap_retry', { time: fullTime(locale, one.retryAt) }),
  ].filter(Boolean)
  return (
    <>
      {total !== null && one.state !== 'done' && one.state !== 'dropped' && (
        <Progress
          value={total === 0 ? 100 : (100 * done) / total}
          aria-label={t('import_progress')}
          style={{ maxWidth: 320, marginBlock: 4 }}
        />
      )}
      <div>{sentences.join(' ')}</div>
    </>
  )
}

const leftOf = (perSecond: number, seconds: number) => ({
  count: Math.max(1, Math.ceil(seconds / 60)),
  rate: String(Math.max(1, Math.round(perSecond))),
})
