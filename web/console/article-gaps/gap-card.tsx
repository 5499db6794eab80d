// One gap: how many asked it in which languages, in whose words, what they were told, and what can be done about it.
import { Button } from '@mantine/core'
import { IconArrowBackUp, IconBulbOff, IconFilePlus, IconUsers } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ArticleGap } from '../../../contract/assistant.ts'
import { Tag } from '../../kit/tag.tsx'
import { languageName } from '../language/language-name.ts'
import { fullTime } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import styles from './article-gaps.module.css'
import { useDismissal } from './gaps.ts'

export function GapCard({ gap, onMake }: { gap: ArticleGap; onMake(): void }) {
  const { t, word, locale } = useWords()
  const [most] = gap.languages
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  return (
    <article className={styles.gap} aria-label={gap.question}>
      <h2 lang={most?.language}>{gap.question}</h2>
      <div className={styles.facts}>
        <Tag tone="brand" icon={<IconUsers size={14} aria-hidden />}>
          {t('gap_people', { count: gap.people })}
        </Tag>
        {gap.topic && <Tag>{word('topics', gap.topic)}</Tag>}
        {gap.languages.map(({ language, people }) => (
          <Tag key={language} tone="soft">
            {t('gap_people_in', { language: languageName(locale, language), count: people })}
          </Tag>
        ))}
        <time dateTime={gap.since} title={fullTime(locale, gap.since)}>
          {t('gap_since', { time: day.format(new Date(gap.since)) })}
        </time>
      </div>
      {gap.answer && (
        <details className={styles.answer}>
          <summary>{t('gap_answer')}</summary>
          <p lang={most?.language}>{gap.answer}</p>
        </details>
      )}
      {gap.conversations.length > 0 && (
        <p className={styles.conversations}>
          {t('gap_conversations')}
          {gap.conversations.map(({ id, number }) => (
            <Link key={id} to="/inbox/$view/$id" params={{ view: 'all', id }} search={{}}>
              #{number}
            </Link>
          ))}
        </p>
      )}
      <GapActions gap={gap} onMake={onMake} />
    </article>
  )
}

function GapActions({ gap, onMake }: { gap: ArticleGap; onMake(): void }) {
  const { t } = useWords()
  const dismissal = useDismissal()
  return (
    <div className={styles.actions}>
      {gap.articleId ? (
        <a href={`/articles/${gap.articleId}`}>{t('gap_made')}</a>
      ) : (
        <Button variant="light" size="sm" leftSection={<IconFilePlus size={16} />} onClick={onMake}>
          {t('gap_make')}
        </Button>
      )}
      <Button
        variant="subtle"
        size="sm"
        loading={dismissal.isPending}
        leftSection={gap.isDismissed ? <IconArrowBackUp size={16} /> : <IconBulbOff size={16} />}
        onClick={() => dismissal.mutate({ id: gap.id, dismissed: !gap.isDismissed })}
      >
        {t(gap.isDismissed ? 'gap_restore' : 'gap_dismiss')}
      </Button>
    </div>
  )
}
