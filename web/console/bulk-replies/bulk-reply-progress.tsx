// A bulk reply on its way: the seconds in which it can be taken back, how far it is, and what was left alone.
import { Button, Progress } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { BulkReply } from '../../../contract/automation.ts'
import { answer, api } from '../api/client.ts'
import { useNow } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import styles from '../profile/profile.module.css'
import { Fault } from '../session/fault.tsx'

const isOver = ({ state }: BulkReply): boolean => state === 'done' || state === 'undone'

export function BulkReplyProgress({ first }: { first: BulkReply }) {
  const { t, word } = useWords()
  const queries = useQueryClient()
  const now = useNow(1_000)
  const queryKey = ['bulk-reply', first.id]
  const path = { id: first.id }
  const { data: bulk } = useQuery({
    queryKey,
    queryFn: async () => (await answer(api.GET('/api/bulk-replies/{id}', { params: { path } }))).bulkReply,
    initialData: first,
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : 1_000),
  })
  const undo = useMutation({
    mutationFn: () => answer(api.DELETE('/api/bulk-replies/{id}', { params: { path } })),
    onSuccess: ({ bulkReply }) => queries.setQueryData(queryKey, bulkReply),
  })
  const values = { sent: String(bulk.sent), total: String(bulk.total) }
  const seconds = Math.max(0, Math.ceil((Date.parse(bulk.startsAt) - now) / 1_000))
  const said =
    bulk.state === 'waiting'
      ? t('bulk_reply_waiting', { seconds: String(seconds) })
      : bulk.state === 'undone'
        ? t('bulk_reply_undone')
        : t(bulk.state === 'done' ? 'bulk_reply_done' : 'bulk_reply_sending', values)
  const done = bulk.sent + bulk.skipped.length
  return (
    <div className={styles.steps}>
      <Fault error={undo.error} />
      <p role="status">{said}</p>
      {bulk.state !== 'undone' && (
        <Progress value={(done / bulk.total) * 100} aria-label={t('bulk_reply_sending', values)} />
      )}
      {bulk.state === 'waiting' && (
        <Button
          variant="default"
          data-autofocus
          loading={undo.isPending}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => undo.mutate()}
        >
          {t('bulk_reply_undo')}
        </Button>
      )}
      {bulk.skipped.length > 0 && (
        <>
          <p>{t('bulk_reply_skipped')}</p>
          <ul>
            {bulk.skipped.map(({ conversationId, number, code }) => (
              <li key={conversationId}>
                <Link to="/inbox/$view/$id" params={{ view: 'all', id: conversationId }} search={{}}>
                  #{number ?? '?'}
                </Link>{' '}
                {word('errors', code)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
