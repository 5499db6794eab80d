// Looks for any article, in the language of the conversation, to put it into the answer.
import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconExternalLink, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import { Fault } from '../session/fault.tsx'
import styles from './fitting-articles.module.css'
import type { OfferedArticle } from './use-articles.ts'

interface Props {
  locale: string
  onChoose(article: OfferedArticle): void
  onClose(): void
}

export function ArticleDialog({ locale, onChoose, onClose }: Props) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [searchId] = useState(() => crypto.randomUUID() as string)
  const [q] = useDebouncedValue(text.trim(), 200)
  const found = useQuery({
    queryKey: ['find-article', locale, q],
    queryFn: () =>
      answer(api.GET('/api/help/search', { params: { query: { q, locale, limit: 10, searchId } } })),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const hits = q === '' ? undefined : found.data?.hits
  const choose = (article: OfferedArticle) => {
    onClose()
    onChoose(article)
  }
  return (
    <Dialog title={t('article_find')} onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (hits?.[0] && q === text.trim()) choose(hits[0])
        }}
      >
        <TextInput
          data-autofocus
          leftSection={<IconSearch size={16} />}
          label={t('article_find_label')}
          value={text}
          maxLength={300}
          onChange={event => setText(event.currentTarget.value)}
        />
      </form>
      <Fault error={found.error} />
      <p className="visually-hidden" role="status">
        {hits && t('articles_found', { count: hits.length })}
      </p>
      {hits?.length === 0 && <p className={styles.none}>{t('articles_none')}</p>}
      <ul className={styles.found}>
        {hits?.map(article => (
          <li key={article.id}>
            <button type="button" onClick={() => choose(article)}>
              {article.title}
              <span>{article.summary}</span>
            </button>
            <a
              href={article.url}
              target="_blank"
              rel="noreferrer"
              aria-label={t('article_open', { title: article.title })}
            >
              <IconExternalLink size={16} aria-hidden />
            </a>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
