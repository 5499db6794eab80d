// What an article says in one language: title, summary, body, and the questions it answers.
import { Textarea } from '@mantine/core'
import type { ArticleContent } from '../../../contract/articles.ts'
import { directionOf } from '../language/languages.ts'
import styles from './article.module.css'
import { BodyField } from './body-field.tsx'
import { useArticleWords } from './language/article-words.tsx'
import { QuestionsField } from './questions-field.tsx'

interface Props {
  content: ArticleContent
  locale: string
  /** Left out where it is only to be read. */
  onChange?: ((change: Partial<ArticleContent>) => void) | undefined
}

export function TextFields({ content, locale, onChange }: Props) {
  const { t } = useArticleWords()
  const written = { lang: locale, dir: directionOf(locale), readOnly: !onChange }
  return (
    <>
      <Textarea
        {...written}
        label={t('article_title')}
        autosize
        minRows={1}
        classNames={{ input: styles.title ?? '' }}
        maxLength={150}
        value={content.title}
        error={onChange && !content.title.trim() ? t('article_title_needed') : undefined}
        onChange={event => onChange?.({ title: event.currentTarget.value.replaceAll('\n', ' ') })}
      />
      <Textarea
        {...written}
        label={t('article_summary')}
        description={t('article_summary_text')}
        autosize
        minRows={2}
        maxLength={300}
        value={content.summary}
        onChange={event => onChange?.({ summary: event.currentTarget.value })}
      />
      <div className={styles.body}>
        <span className={styles.label} aria-hidden>
          {t('article_body')}
        </span>
        <BodyField
          value={content.body}
          locale={locale}
          {...(onChange && { onChange: body => onChange({ body }) })}
        />
      </div>
      <QuestionsField
        value={content.questions}
        locale={locale}
        isFixed={!onChange}
        onChange={questions => onChange?.({ questions })}
      />
    </>
  )
}
