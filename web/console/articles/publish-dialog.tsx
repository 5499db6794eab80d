// Gives an approved text to the public, now or at a time.
import { Button, Checkbox, Switch } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Article, ArticleText } from '../../../contract/articles.ts'
import { answer, api } from '../api/client.ts'
import { useNow } from '../language/time.ts'
import { Dialog } from '../look/dialog.tsx'
import { Fault } from '../session/fault.tsx'
import styles from './article.module.css'
import { useArticleDeed } from './articles.ts'
import { useArticleWords } from './language/article-words.tsx'
import { MomentField } from './moment-field.tsx'

interface Props {
  article: Article
  text: ArticleText
  onClose(): void
}

export function PublishDialog({ article, text, onClose }: Props) {
  const { t } = useArticleWords()
  const now = useNow()
  const [isLater, setLater] = useState(text.publishAt !== null)
  const [at, setAt] = useState(text.publishAt)
  const [minor, setMinor] = useState(false)
  const deed = useArticleDeed(() => {})
  const isOriginal = text.locale === article.originalLocale
  const mayBeMinor = isOriginal && text.published !== null && article.texts.length > 1
  const isPast = isLater && at !== null && Date.parse(at) <= now
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const params = { path: { id: article.id, locale: text.locale } }
    const body = { revision: text.newest, minor, ...(isLater && at && { at }) }
    deed.mutate(() => answer(api.POST('/api/articles/{id}/texts/{locale}/publish', { params, body })), {
      onSuccess: onClose,
    })
  }
  return (
    <Dialog onClose={onClose} title={t('article_publish')}>
      <form className={styles.form} onSubmit={submit}>
        <Fault error={deed.error} />
        <p>{t('article_publish_text')}</p>
        {mayBeMinor && (
          <Checkbox
            label={t('article_minor')}
            description={t('article_minor_text')}
            checked={minor}
            onChange={event => setMinor(event.currentTarget.checked)}
          />
        )}
        <Switch
          label={t('article_publish_later')}
          checked={isLater}
          onChange={event => setLater(event.currentTarget.checked)}
        />
        {isLater && (
          <MomentField
            label={t('article_publish_at')}
            description={t('article_publish_at_text')}
            error={isPast ? t('article_publish_past') : undefined}
            value={at}
            onChange={setAt}
          />
        )}
        <Button
          type="submit"
          data-autofocus
          loading={deed.isPending}
          disabled={isLater && (at === null || isPast)}
          style={{ alignSelf: 'flex-end' }}
        >
          {t(isLater ? 'article_schedule' : 'article_publish_now')}
        </Button>
      </form>
    </Dialog>
  )
}
