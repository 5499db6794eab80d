// Chooses a topic of the help centre, told with all that is above it.
import { Select } from '@mantine/core'
import { useTopics } from '../article-topics/topics.ts'
import { linesOf, topicPath } from '../article-topics/tree.ts'
import { useArticleWords } from './language/article-words.tsx'

interface Props {
  label: string
  placeholder?: string
  value: string | null
  onChange(id: string | null): void
  /** Topics that can't be chosen. */
  without?: ReadonlySet<string>
  size?: 'xs' | 'sm'
}

export function TopicSelect({ without, placeholder, ...field }: Props) {
  const { t, locale } = useArticleWords()
  const { data = [] } = useTopics()
  return (
    <Select
      {...field}
      placeholder={placeholder ?? t('article_no_topic')}
      clearable
      searchable
      nothingFoundMessage={t('palette_none')}
      data={linesOf(data)
        .filter(({ id }) => !without?.has(id))
        .map(({ id }) => ({ value: id, label: topicPath(data, id, locale) }))}
    />
  )
}
