// A line of the list of articles: what it is, whose it is, and how far each of its texts has come.
import { Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ArticleRow as Row } from '../../../contract/articles.ts'
import type { ArticleTopic } from '../../../contract/knowledge.ts'
import { Bone } from '../../kit/bones.tsx'
import type { Marked } from '../../kit/use-marked.ts'
import { topicPath } from '../article-topics/tree.ts'
import { listTime } from '../language/time.ts'
import styles from './article-list.module.css'
import { AttentionTags } from './attention-tags.tsx'
import { useArticleWords } from './language/article-words.tsx'
import { TextTag } from './state-tag.tsx'

interface Props {
  row: Row
  topics: readonly ArticleTopic[]
  now: number
  isAt: boolean
  marked: Marked
}

export function ArticleRow({ row, topics, now, isAt, marked }: Props) {
  const { t, locale } = useArticleWords()
  const about = [
    t(`article_kind_${row.kind}`),
    row.topicId && topicPath(topics, row.topicId, locale),
    row.owner?.name ?? t('article_no_owner'),
  ]
  return (
    <li className={styles.row} data-at={isAt} data-article={row.id} data-marked={marked.ids.has(row.id)}>
      <Checkbox
        size="sm"
        aria-label={t('article_select', { title: row.title })}
        checked={marked.ids.has(row.id)}
        onChange={() => {}}
        onClick={event => marked.toggle(row.id, event.shiftKey)}
      />
      <div className={styles.what}>
        <Link to="/articles/$id" params={{ id: row.id }} search={{}} className={styles.title}>
          {row.title}
        </Link>
        <div className={styles.about}>
          <span>{about.filter(Boolean).join(' · ')}</span>
        </div>
      </div>
      <div className={styles.tags}>
        <AttentionTags of={row} />
        {row.texts.map(text => (
          <TextTag key={text.locale} text={text} />
        ))}
      </div>
      <time className={styles.time} dateTime={row.updatedAt}>
        {listTime(locale, row.updatedAt, now)}
      </time>
    </li>
  )
}

export function ArticleBones() {
  const { t } = useArticleWords()
  return (
    <div role="status" aria-label={t('loading')}>
      {Array.from({ length: 8 }, (_, index) => (
        <div key={index} className={styles.row}>
          <Bone width={18} height={18} />
          <div className={styles.what}>
            <Bone width={`${50 + ((index * 17) % 40)}%`} height={14} />
            <Bone width="30%" height={10} />
          </div>
        </div>
      ))}
    </div>
  )
}
