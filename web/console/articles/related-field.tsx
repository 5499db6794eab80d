// The articles that are read next: found by their words, in the order in which they are shown.
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { IconButton } from '../../kit/icon-button.tsx'
import styles from './article.module.css'
import { articlesKey, findArticles, useArticleRows } from './articles.ts'
import { useArticleWords } from './language/article-words.tsx'

const mostRelated = 12

interface Props {
  own: string
  value: readonly string[]
  onChange(ids: string[]): void
}

export function RelatedField({ own, value, onChange }: Props) {
  const { t } = useArticleWords()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 200)
  const { data: rows = [] } = useArticleRows(value)
  const { data: found = [] } = useQuery({
    queryKey: [...articlesKey, 'found', asked],
    queryFn: ({ signal }) => findArticles(asked, signal),
    placeholderData: keepPreviousData,
  })
  const choices = found.filter(({ id }) => id !== own && !value.includes(id))
  return (
    <div className={styles.related}>
      <Select
        label={t('article_related')}
        placeholder={t('article_related_find')}
        searchable
        disabled={value.length >= mostRelated}
        nothingFoundMessage={t('palette_none')}
        filter={({ options }) => options}
        data={choices.map(({ id, title }) => ({ value: id, label: title }))}
        value={null}
        searchValue={text}
        onSearchChange={setText}
        onChange={id => {
          if (id) onChange([...value, id])
          setText('')
        }}
      />
      {value.length > 0 && (
        <ul>
          {value.map(id => {
            const title = rows.find(row => row.id === id)?.title ?? '…'
            return (
              <li key={id}>
                <Link to="/articles/$id" params={{ id }} search={{}}>
                  {title}
                </Link>
                <IconButton
                  label={t('article_related_remove', { title })}
                  size={24}
                  onClick={() => onChange(value.filter(other => other !== id))}
                >
                  <IconX size={14} />
                </IconButton>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
