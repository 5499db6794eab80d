// Why somebody should look at an article again.
import { IconAlertTriangle, IconCalendarDue } from '@tabler/icons-react'
import type { Article, ArticleRow } from '../../../contract/articles.ts'
import { Tag } from '../../kit/tag.tsx'
import { useNow } from '../language/time.ts'
import { useArticleWords } from './language/article-words.tsx'

export function AttentionTags({ of }: { of: Pick<ArticleRow | Article, 'affected' | 'reviewDue'> }) {
  const { t } = useArticleWords()
  const now = useNow()
  return (
    <>
      {of.affected && (
        <Tag tone="late" icon={<IconAlertTriangle size={13} aria-hidden />} title={of.affected.note}>
          {t('article_affected')}
        </Tag>
      )}
      {isDue(of, now) && (
        <Tag tone="waiting" icon={<IconCalendarDue size={13} aria-hidden />}>
          {t('article_review_due')}
        </Tag>
      )}
    </>
  )
}

export const isDue = ({ reviewDue }: Pick<Article, 'reviewDue'>, now: number): boolean =>
  reviewDue !== null && Date.parse(reviewDue) <= now
