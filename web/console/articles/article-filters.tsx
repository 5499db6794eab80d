// Narrows the list of articles: by words, by what they are, by how far they have come, and by who should look at them.
import { Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconAlertTriangle, IconArchive, IconSearch, IconUser } from '@tabler/icons-react'
import { type ReactNode, type Ref, useEffect, useEffectEvent, useState } from 'react'
import { type ArticleKind, articleKinds, type TextState, textStates } from '../../../contract/articles.ts'
import { useDesk } from '../desk/desk-name.ts'
import { languageName } from '../language/languages.ts'
import styles from './article-list.module.css'
import type { ArticleFilters } from './filters.ts'
import { useArticleWords } from './language/article-words.tsx'
import { TopicSelect } from './topic-select.tsx'

interface Props {
  filters: ArticleFilters
  onChange(change: Partial<ArticleFilters>): void
  search: Ref<HTMLInputElement>
}

const flags = [
  { name: 'mine', icon: <IconUser size={16} aria-hidden /> },
  { name: 'attention', icon: <IconAlertTriangle size={16} aria-hidden /> },
  { name: 'archived', icon: <IconArchive size={16} aria-hidden /> },
] as const

export function ArticleFilterBar({ filters, onChange, search }: Props) {
  const { t, locale } = useArticleWords()
  const languages = useDesk()?.languages ?? []
  return (
    <div role="search" className={styles.filters}>
      <WordsField search={search} q={filters.q} onChange={q => onChange({ q })} />
      <Select
        label={t('article_kind')}
        placeholder={t('article_any')}
        clearable
        data={articleKinds.map(value => ({ value, label: t(`article_kind_${value}`) }))}
        value={filters.kind ?? null}
        onChange={value => onChange({ kind: (value as ArticleKind | null) ?? undefined })}
      />
      <TopicSelect
        label={t('topic')}
        placeholder={t('article_any')}
        value={filters.topic ?? null}
        onChange={value => onChange({ topic: value ?? undefined })}
      />
      <Select
        label={t('article_state')}
        placeholder={t('article_any')}
        clearable
        data={textStates.map(value => ({ value, label: t(`article_state_${value}`) }))}
        value={filters.state ?? null}
        onChange={value => onChange({ state: (value as TextState | null) ?? undefined })}
      />
      <Select
        label={t('article_missing')}
        placeholder={t('article_any')}
        clearable
        data={languages.map(value => ({ value, label: languageName(locale, value) }))}
        value={filters.missing ?? null}
        onChange={value => onChange({ missing: value ?? undefined })}
      />
      <div className={styles.flags} role="group" aria-label={t('article_filters')}>
        {flags.map(({ name, icon }) => (
          <Flag
            key={name}
            icon={icon}
            isOn={filters[name] ?? false}
            onToggle={isOn => onChange({ [name]: isOn || undefined })}
          >
            {t(`article_only_${name}`)}
          </Flag>
        ))}
      </div>
    </div>
  )
}

interface FlagProps {
  icon: ReactNode
  isOn: boolean
  onToggle(isOn: boolean): void
  children: ReactNode
}

const Flag = ({ icon, isOn, onToggle, children }: FlagProps) => (
  <button type="button" className={styles.flag} aria-pressed={isOn} onClick={() => onToggle(!isOn)}>
    {icon}
    {children}
  </button>
)

interface WordsProps {
  q: string | undefined
  onChange(q: string | undefined): void
  search: Ref<HTMLInputElement>
}

/** The list follows a moment after the last key. */
function WordsField({ q = '', onChange, search }: WordsProps) {
  const { t } = useArticleWords()
  const [text, setText] = useState(q)
  const [asked] = useDebouncedValue(text.trim(), 250)
  const tell = useEffectEvent(() => {
    if (asked !== q) onChange(asked || undefined)
  })
  useEffect(() => tell(), [asked])
  const follow = useEffectEvent(() => {
    if (q !== asked) setText(q)
  })
  useEffect(() => follow(), [q])
  return (
    <TextInput
      ref={search}
      type="search"
      className={styles.search}
      label={t('search')}
      placeholder={t('article_search')}
      leftSection={<IconSearch size={16} aria-hidden />}
      maxLength={200}
      value={text}
      onChange={event => setText(event.currentTarget.value)}
    />
  )
}
