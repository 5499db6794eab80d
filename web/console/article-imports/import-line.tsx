// One export on its way in: how far it is, what was understood, and what can be done with it.
import { Button, Loader } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ArticleImport } from '../../../contract/article-imports.ts'
import { Line } from '../../kit/section.tsx'
import { Tag } from '../../kit/tag.tsx'
import { answer, api } from '../api/client.ts'
import { useArticleWords } from '../articles/language/article-words.tsx'
import { fullTime } from '../language/time.ts'
import { Fault } from '../session/fault.tsx'
import { importsKey } from './imports.ts'
import { ReportDialog } from './report-dialog.tsx'
import { TakeDialog } from './take-dialog.tsx'

const quiet = { variant: 'subtle', color: 'gray', size: 'xs' } as const
const tones = { reading: 'brand', taking: 'brand', ready: 'waiting', failed: 'late', done: 'plain' } as const

export function ImportLine({ one }: { one: ArticleImport }) {
  const { t, locale } = useArticleWords()
  const queries = useQueryClient()
  const [open, setOpen] = useState<'report' | 'take' | null>(null)
  const drop = useMutation({
    mutationFn: () => answer(api.DELETE('/api/article-imports/{id}', { params: { path: { id: one.id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: importsKey }),
  })
  const isBusy = one.state === 'reading' || one.state === 'taking'
  const close = () => setOpen(null)
  return (
    <Line
      title={
        <>
          {one.name}
          <Tag tone={tones[one.state]}>{t(`transfer_state_${one.state}`)}</Tag>
          {isBusy && <Loader size={14} aria-label={t(`transfer_state_${one.state}`)} />}
        </>
      }
      detail={
        <>
          <div role="status">{sentences(one, t).join(' ')}</div>
          <div>{[one.by, fullTime(locale, one.at)].filter(Boolean).join(' · ')}</div>
          <Fault error={drop.error} />
        </>
      }
    >
      {one.reported > 0 && (
        <Button {...quiet} onClick={() => setOpen('report')}>
          {t('transfer_report', { count: one.reported })}
        </Button>
      )}
      {!isBusy && (
        <Button
          {...quiet}
          loading={drop.isPending}
          onClick={() => drop.mutate()}
          aria-label={t('transfer_forget_named', { name: one.name })}
        >
          {t('transfer_forget')}
        </Button>
      )}
      {one.state === 'ready' && (
        <Button
          size="xs"
          onClick={() => setOpen('take')}
          aria-label={t('transfer_take_named', { name: one.name })}
        >
          {t('transfer_take')}
        </Button>
      )}
      {open === 'report' && <ReportDialog one={one} onClose={close} />}
      {open === 'take' && <TakeDialog one={one} onClose={close} />}
    </Line>
  )
}

type T = ReturnType<typeof useArticleWords>['t']

function sentences({ state, articles, texts, topics, taken }: ArticleImport, t: T): string[] {
  if (state === 'failed') return [t('transfer_nothing')]
  if (state === 'reading') return []
  const understood = t('transfer_understood', {
    count: articles,
    texts: String(texts),
    topics: String(topics),
  })
  if (!taken) return [understood]
  const { created, updated, unchanged, left } = taken
  return [
    t('transfer_created', { count: created }),
    ...(updated > 0 ? [t('transfer_updated', { count: updated })] : []),
    ...(unchanged > 0 ? [t('transfer_unchanged', { count: unchanged })] : []),
    ...(left > 0 ? [t('transfer_left', { count: left })] : []),
  ]
}
