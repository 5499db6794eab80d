// What a text said at any time and what became of the article: revisions to compare and bring back, and the steps of its review.
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Article, ReviewStep, Revision } from '../../../contract/articles.ts'
import { Bone } from '../../kit/bones.tsx'
import { Tag } from '../../kit/tag.tsx'
import { languageName } from '../language/languages.ts'
import { fullTime } from '../language/time.ts'
import { Fault } from '../session/fault.tsx'
import styles from './article.module.css'
import { useReviewSteps, useRevisions } from './articles.ts'
import { CompareDialog } from './compare-dialog.tsx'
import { useArticleWords } from './language/article-words.tsx'

interface Props {
  article: Article
  locale: string
  /** Typed and not saved: it would be hidden by an old revision. */
  isTyped: boolean
}

export function History({ article, locale, isTyped }: Props) {
  const { t } = useArticleWords()
  const text = article.texts.find(one => one.locale === locale)
  return (
    <>
      <h2>{t('article_revisions')}</h2>
      {text ? (
        <Revisions article={article} locale={locale} newest={text.newest} isTyped={isTyped} />
      ) : (
        <p className={styles.hint}>{t('article_not_saved_yet')}</p>
      )}
      <h2>{t('article_review_steps')}</h2>
      <ReviewSteps article={article} />
    </>
  )
}

function Revisions({ article, locale, newest, isTyped }: Props & { newest: number }) {
  const { t } = useArticleWords()
  const { data, error, isPending } = useRevisions(article.id, locale)
  const [from, setFrom] = useState<number | null>(null)
  if (error) return <Fault error={error} />
  if (isPending) return <Bone height={80} />
  return (
    <>
      <ol className={styles.steps}>
        {data.map(revision => (
          <RevisionLine
            key={revision.number}
            revision={revision}
            isNewest={revision.number === newest}
            onCompare={() => setFrom(revision.number)}
          />
        ))}
      </ol>
      {data.length > 1 && (
        <Button variant="default" size="xs" onClick={() => setFrom(data[1]?.number ?? null)}>
          {t('article_compare')}
        </Button>
      )}
      {from !== null && (
        <CompareDialog
          article={article}
          locale={locale}
          revisions={data}
          start={from}
          newest={newest}
          isTyped={isTyped}
          onClose={() => setFrom(null)}
        />
      )}
    </>
  )
}

interface LineProps {
  revision: Revision
  isNewest: boolean
  onCompare(): void
}

function RevisionLine({ revision, isNewest, onCompare }: LineProps) {
  const { t, locale } = useArticleWords()
  const number = String(revision.number)
  return (
    <li>
      <div>
        <strong>{t('article_revision', { number })}</strong>{' '}
        {revision.published && <Tag tone="brand">{t('article_public')}</Tag>}
      </div>
      <div className={styles.hint}>
        {revision.by ?? t('article_somebody')} ·{' '}
        <time dateTime={revision.at}>{fullTime(locale, revision.at)}</time>
      </div>
      {revision.note && <div>{revision.note}</div>}
      {!isNewest && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          aria-label={t('article_compare_named', { number })}
          onClick={onCompare}
        >
          {t('article_changes_since')}
        </Button>
      )}
    </li>
  )
}

function ReviewSteps({ article }: { article: Article }) {
  const { t, locale } = useArticleWords()
  const { data, error, isPending } = useReviewSteps(article.id)
  if (error) return <Fault error={error} />
  if (isPending) return <Bone height={80} />
  if (data.length === 0) return <p className={styles.hint}>{t('article_no_steps')}</p>
  const about = (step: ReviewStep) => {
    const language = step.locale && languageName(locale, step.locale)
    const revision = step.revision && t('article_revision', { number: String(step.revision) })
    return [language, revision, step.by, fullTime(locale, step.at)].filter(Boolean).join(' · ')
  }
  return (
    <ol className={styles.steps}>
      {data.map((step, index) => (
        <li key={`${step.at} ${index}`}>
          <strong>{t(`article_step_${step.step}`)}</strong>
          <div className={styles.hint}>{about(step)}</div>
          {step.note && <div className={styles.quoted}>{step.note}</div>}
        </li>
      ))}
    </ol>
  )
}
