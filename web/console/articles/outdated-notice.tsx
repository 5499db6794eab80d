// Tells a translator that the original has moved on, and what changed in it since.
import { Button } from '@mantine/core'
import { IconHistoryToggle } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { Article } from '../../../contract/articles.ts'
import { Bone } from '../../kit/bones.tsx'
import { Fault } from '../session/fault.tsx'
import styles from './article.module.css'
import { useChanges } from './articles.ts'
import { RevisionDiff } from './diff/revision-diff.tsx'
import { useArticleWords } from './language/article-words.tsx'
import type { TextDraft } from './use-text-draft.ts'

interface Props {
  article: Article
  locale: string
  draft: TextDraft
}

export function OutdatedNotice({ article, locale, draft }: Props) {
  const { t } = useArticleWords()
  const original = article.texts.find(text => text.locale === article.originalLocale)
  const text = article.texts.find(one => one.locale === locale)
  const newest = original?.published ?? null
  if (!original || newest === null || draft.follows === null) return null
  if (draft.follows < newest)
    return <Behind article={article} from={draft.follows} to={original.newest} draft={draft} />
  if (!text?.outdated) return null
  return (
    <div className={styles.banner} role="status">
      <IconHistoryToggle size={18} aria-hidden />
      <span>{t('article_outdated_public')}</span>
    </div>
  )
}

function Behind({
  article,
  from,
  to,
  draft,
}: {
  article: Article
  from: number
  to: number
  draft: TextDraft
}) {
  const { t } = useArticleWords()
  const [isOpen, setOpen] = useState(false)
  const changesId = useId()
  return (
    <section className={styles.outdated} aria-label={t('article_outdated_long')}>
      <div className={styles.banner} data-tone="waiting" role="status">
        <IconHistoryToggle size={18} aria-hidden />
        <span>{t('article_outdated_long')}</span>
        <Button
          variant="default"
          size="xs"
          aria-expanded={isOpen}
          aria-controls={changesId}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'article_changes_hide' : 'article_changes_show')}
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={article.archivedAt !== null}
          onClick={() => draft.follow(to)}
        >
          {t('article_follows_now')}
        </Button>
      </div>
      <div id={changesId}>
        {isOpen && (
          <>
            <h2 className="visually-hidden">{t('article_changes_show')}</h2>
            <Changes id={article.id} locale={article.originalLocale} from={from} to={to} />
          </>
        )}
      </div>
    </section>
  )
}

/** What changed from one revision to another. */
export function Changes(props: { id: string; locale: string; from: number | null; to: number | null }) {
  const { id, locale, from, to } = props
  const { data, error, isPending } = useChanges(id, locale, from, to)
  if (error) return <Fault error={error} />
  if (isPending) return <Bone height={80} />
  return (
    <div className={styles.changes} lang={locale}>
      <RevisionDiff pieces={data} />
    </div>
  )
}
