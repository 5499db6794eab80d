// The tree of topics: made, changed and moved without a mouse.
import { Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconListTree, IconPlus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ArticleTopic } from '../../../contract/knowledge.ts'
import { Blank } from '../../kit/blank.tsx'
import { Bone } from '../../kit/bones.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { Page, Section } from '../../kit/section.tsx'
import { answer, api } from '../api/client.ts'
import { useShowFault } from '../api/use-fault.ts'
import { useArticleWords } from '../articles/language/article-words.tsx'
import { useTitle } from '../language/use-title.ts'
import { Fault } from '../session/fault.tsx'
import { TopicDialog } from './topic-dialog.tsx'
import styles from './topics.module.css'
import { topicsKey, useTopics } from './topics.ts'
import { linesOf, moved, type TopicLine, topicName } from './tree.ts'

export function TopicsPage() {
  const { t } = useArticleWords()
  const { data, error, isPending } = useTopics()
  const [open, setOpen] = useState<ArticleTopic | 'new' | null>(null)
  const move = useMove(data ?? [])
  useTitle(t('help_topics'))
  return (
    <Page
      title={t('help_topics')}
      lead={t('topics_lead')}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen('new')}>
          {t('topic_new')}
        </Button>
      }
    >
      <Fault error={error} />
      {isPending && <Bone height={160} />}
      {data?.length === 0 && (
        <Blank icon={<IconListTree size={28} />} title={t('topics_none')}>
          {t('topics_none_text')}
        </Blank>
      )}
      {data && data.length > 0 && (
        <Section>
          <ul className={styles.tree} aria-label={t('help_topics')}>
            {linesOf(data).map(topic => (
              <Line
                key={topic.id}
                topic={topic}
                isMoving={move.isPending}
                onMove={by => move.mutate({ id: topic.id, by })}
                onEdit={() => setOpen(topic)}
              />
            ))}
          </ul>
        </Section>
      )}
      <p className="visually-hidden" role="status">
        {move.isSuccess && t('topic_moved')}
      </p>
      {open && (
        <TopicDialog topic={open === 'new' ? null : open} topics={data ?? []} onClose={() => setOpen(null)} />
      )}
    </Page>
  )
}

interface LineProps {
  topic: TopicLine
  isMoving: boolean
  onMove(by: 1 | -1): void
  onEdit(): void
}

function Line({ topic, isMoving, onMove, onEdit }: LineProps) {
  const { t, locale } = useArticleWords()
  const name = topicName(topic, locale)
  return (
    <li className={styles.line} style={{ paddingInlineStart: Math.min(topic.depth, 6) * 24 }}>
      <div className={styles.what}>
        <span className={styles.name}>
          {topic.depth > 0 && (
            <span className="visually-hidden">{t('topic_depth', { depth: topic.depth + 1 })} </span>
          )}
          {name}
        </span>
        <span className={styles.about}>
          {topic.slug} · {t('topic_articles', { count: topic.articles })}
        </span>
      </div>
      <IconButton
        label={t('topic_up', { name })}
        aria-disabled={topic.isFirst}
        className={styles.step ?? ''}
        onClick={() => !topic.isFirst && !isMoving && onMove(-1)}
      >
        <IconArrowUp size={16} />
      </IconButton>
      <IconButton
        label={t('topic_down', { name })}
        aria-disabled={topic.isLast}
        className={styles.step ?? ''}
        onClick={() => !topic.isLast && !isMoving && onMove(1)}
      >
        <IconArrowDown size={16} />
      </IconButton>
      <Button variant="subtle" color="gray" size="xs" aria-label={t('edit_named', { name })} onClick={onEdit}>
        {t('edit')}
      </Button>
    </li>
  )
}

function useMove(topics: readonly ArticleTopic[]) {
  const queries = useQueryClient()
  const onError = useShowFault()
  return useMutation({
    mutationFn: async ({ id, by }: { id: string; by: 1 | -1 }) => {
      for (const { id: other, articles: _, ...body } of moved(topics, id, by))
        await answer(api.PUT('/api/article-topics/{id}', { params: { path: { id: other } }, body }))
    },
    onError,
    onSettled: () => queries.invalidateQueries({ queryKey: topicsKey }),
  })
}
