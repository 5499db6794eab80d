// What changed between any two revisions of a text, and the way back to the older one.
import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { Article, Revision } from '../../../contract/articles.ts'
import { answer, api } from '../api/client.ts'
import { fullTime } from '../language/time.ts'
import { Dialog } from '../look/dialog.tsx'
import { Fault } from '../session/fault.tsx'
import styles from './article.module.css'
import { useArticleDeed } from './articles.ts'
import { useArticleWords } from './language/article-words.tsx'
import { Changes } from './outdated-notice.tsx'

interface Props {
  article: Article
  locale: string
  revisions: readonly Revision[]
  /** The revision to compare with the newest one at first. */
  start: number
  newest: number
  isTyped: boolean
  onClose(): void
}

export function CompareDialog({ article, locale, revisions, start, newest, isTyped, onClose }: Props) {
  const { t, locale: own } = useArticleWords()
  const [from, setFrom] = useState(start)
  const [to, setTo] = useState(newest)
  const deed = useArticleDeed(() => {})
  const restore = () => {
    const params = { path: { id: article.id, locale, number: from } }
    const path = '/api/articles/{id}/texts/{locale}/revisions/{number}/restore'
    deed.mutate(() => answer(api.POST(path, { params, body: { base: newest } })), { onSuccess: onClose })
  }
  const choices = revisions.map(({ number, at, by }) => ({
    value: String(number),
    label: [t('article_revision', { number: String(number) }), by, fullTime(own, at)]
      .filter(Boolean)
      .join(' · '),
  }))
  const select = (label: string, value: number, choose: (number: number) => void) => (
    <Select
      label={label}
      allowDeselect={false}
      data={choices}
      value={String(value)}
      onChange={chosen => chosen && choose(Number(chosen))}
    />
  )
  const mayRestore = from !== newest && article.archivedAt === null
  return (
    <Dialog onClose={onClose} title={t('article_compare')} size="xl">
      <div className={styles.form}>
        <div className={styles.two}>
          {select(t('article_compare_from'), from, setFrom)}
          {select(t('article_compare_to'), to, setTo)}
        </div>
        <Fault error={deed.error} />
        <Changes id={article.id} locale={locale} from={from} to={to} />
        {mayRestore && (
          <div className={styles.restore}>
            <span className={styles.hint}>
              {t(isTyped ? 'article_restore_after_save' : 'article_restore_text', { number: String(from) })}
            </span>
            <Button variant="default" disabled={isTyped} loading={deed.isPending} onClick={restore}>
              {t('article_restore_revision', { number: String(from) })}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  )
}
