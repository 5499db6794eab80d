// What was said in a conversation that was merged into the open one, below the line that says so; only to be read.
import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Conversation, StaffEntry } from '../../../contract/conversations.ts'
import { emptyThread, receive, shown } from '../../api/thread.ts'
import { Bone } from '../../kit/bones.tsx'
import { answer, api } from '../api/client.ts'
import { useFaultSentence } from '../api/use-fault.ts'
import { fullTime } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { Files } from '../thread/files.tsx'
import { RichText } from '../thread/rich-text.tsx'
import styles from './related.module.css'
import { useRelated } from './use-related.ts'

/** Nothing once they are apart again, and nothing for those who may not see it. */
export function MergedThread({ into, number }: { into: string; number: number }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const id = useRelated(into)?.merged.find(one => one.number === number)?.conversation?.id
  if (!id) return null
  return (
    <div className={styles.merged}>
      <button type="button" className={styles.toggle} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
        {t(isOpen ? 'merged_hide' : 'merged_show', { number: `#${number}` })}
      </button>
      {isOpen && <Said id={id} />}
    </div>
  )
}

const pageSize = 100

function Said({ id }: { id: string }) {
  const { t } = useWords()
  const sentence = useFaultSentence()
  const found = useInfiniteQuery({
    queryKey: ['merged', id],
    queryFn: ({ pageParam: after }) =>
      answer(
        api.GET('/api/conversations/{id}/entries', {
          params: { path: { id }, query: { after, limit: pageSize } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: page => (page.more ? page.entries.at(-1)?.seq : undefined),
  })
  if (found.isPending) return <Bone width="60%" />
  if (found.isError) return <p className={styles.fault}>{sentence(found.error)}</p>
  const thread = found.data.pages.reduce(
    (held, page) => receive(held, page),
    emptyThread<Conversation, StaffEntry>(),
  )
  return (
    <div className={styles.said}>
      {shown(thread).map(entry => (
        <SaidEntry key={entry.seq} entry={entry} />
      ))}
      {found.hasNextPage && (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t('load_more')}
        </Button>
      )}
    </div>
  )
}

/** A message or note as it is read where nothing is done to it, and what was merged before; other entries are left out. */
export function SaidEntry({ entry }: { entry: StaffEntry }) {
  const { t, word, locale } = useWords()
  if (entry.kind === 'line' && entry.code === 'merged_from')
    return <MergedThread into={entry.conversationId} number={Number(entry.values.number)} />
  if (entry.kind !== 'message' && entry.kind !== 'note') return null
  return (
    <article className={styles.entry} data-kind={entry.kind}>
      <header>
        <b>{entry.author.name ?? word('authors', entry.author.kind)}</b>
        {entry.kind === 'note' && <span>{t('note_hidden')}</span>}
        <time dateTime={entry.at}>{fullTime(locale, entry.at)}</time>
      </header>
      {entry.deletedAt ? (
        <p>{t('deleted')}</p>
      ) : (
        <p>
          <RichText text={entry.body} mentions={entry.kind === 'note'} />
        </p>
      )}
      {!entry.deletedAt && entry.attachments.length > 0 && <Files files={entry.attachments} />}
    </article>
  )
}
