// A quiet line over the text field: articles that fit, each to be looked at or put into the answer.
import { IconArticle, IconTextPlus, IconX } from '@tabler/icons-react'
import { IconButton } from '../../kit/icon-button.tsx'
import { useWords } from '../language/words.tsx'
import styles from './fitting-articles.module.css'
import type { OfferedArticle } from './use-articles.ts'

interface Props {
  articles: readonly OfferedArticle[]
  onInsert(article: OfferedArticle): void
  onHide(): void
}

export function FittingArticles({ articles, onInsert, onHide }: Props) {
  const { t } = useWords()
  return (
    <section className={styles.fitting} aria-label={t('articles_fitting')}>
      <IconArticle size={16} aria-hidden />
      <ul>
        {articles.map(article => (
          <li key={article.id}>
            <a href={article.url} target="_blank" rel="noreferrer" title={article.summary}>
              {article.title}
            </a>
            <IconButton
              size={24}
              label={t('article_insert', { title: article.title })}
              onMouseDown={event => event.preventDefault()}
              onClick={() => onInsert(article)}
            >
              <IconTextPlus size={15} />
            </IconButton>
          </li>
        ))}
      </ul>
      <IconButton size={24} label={t('articles_hide')} onClick={onHide}>
        <IconX size={14} />
      </IconButton>
    </section>
  )
}
