// What holds for an article in every language.
import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import {
  type Article,
  type ArticleKind,
  type ArticleLevel,
  type ArticleSettings,
  articleKinds,
  articleLevels,
} from '../../../contract/articles.ts'
import { rolePermissions } from '../../../contract/permissions.ts'
import { answer, api } from '../api/client.ts'
import { Fault } from '../session/fault.tsx'
import { useStaff } from '../teams/teams.ts'
import { AnnouncementFields, isTimely, newAnnouncement } from './announcement-fields.tsx'
import styles from './article.module.css'
import { useArticleDeed } from './articles.ts'
import { useArticleWords } from './language/article-words.tsx'
import { RelatedField } from './related-field.tsx'
import { TopicSelect } from './topic-select.tsx'

const slugShape = /^[a-z0-9]+(-[a-z0-9]+)*$/

export function ArticleSettingsForm({ article }: { article: Article }) {
  const { t } = useArticleWords()
  const [change, setChange] = useState<Partial<ArticleSettings>>({})
  const set = (more: Partial<ArticleSettings>) => setChange(before => ({ ...before, ...more }))
  const [added] = useState(newAnnouncement)
  const deed = useArticleDeed(() => {})
  const wanted = { ...article, ...change }
  const announcement = wanted.kind === 'announcement' ? (wanted.announcement ?? added) : null
  const isWhole = slugShape.test(wanted.slug) && (!announcement || isTimely(announcement))
  const isChanged = Object.keys(change).length > 0
  const isArchived = article.archivedAt !== null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const params = { path: { id: article.id } }
    const body = { version: article.version, settings: { ...change, announcement } }
    deed.mutate(() => answer(api.PATCH('/api/articles/{id}', { params, body })), {
      onSuccess: () => setChange({}),
    })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Fault error={deed.error} />
      <fieldset className={styles.settings} disabled={isArchived}>
        <SlugField article={article} value={wanted.slug} onChange={slug => set({ slug })} />
        <Select
          label={t('article_kind')}
          allowDeselect={false}
          data={articleKinds.map(value => ({ value, label: t(`article_kind_${value}`) }))}
          value={wanted.kind}
          onChange={value => value && set({ kind: value as ArticleKind })}
        />
        {announcement && (
          <AnnouncementFields value={announcement} onChange={value => set({ announcement: value })} />
        )}
        <Select
          label={t('article_level')}
          allowDeselect={false}
          data={articleLevels.map(value => ({ value, label: t(`article_level_${value}`) }))}
          value={wanted.level}
          onChange={value => value && set({ level: value as ArticleLevel })}
        />
        <TopicSelect label={t('topic')} value={wanted.topicId} onChange={topicId => set({ topicId })} />
        <OwnerField value={wanted.ownerId} onChange={ownerId => set({ ownerId })} />
        <NumberInput
          label={t('article_review_every')}
          description={t('article_review_every_text')}
          placeholder={t('article_review_never')}
          allowDecimal={false}
          min={1}
          max={1_000}
          value={wanted.reviewEveryDays ?? ''}
          onChange={days => set({ reviewEveryDays: typeof days === 'number' ? days : null })}
        />
        <RelatedField own={article.id} value={wanted.related} onChange={related => set({ related })} />
        <Button
          type="submit"
          loading={deed.isPending}
          disabled={!isWhole || !isChanged}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('article_save_settings')}
        </Button>
      </fieldset>
    </form>
  )
}

interface SlugProps {
  article: Article
  value: string
  onChange(slug: string): void
}

function SlugField({ article, value, onChange }: SlugProps) {
  const { t } = useArticleWords()
  const isMoving = value !== article.slug
  return (
    <TextInput
      label={t('article_slug')}
      description={isMoving ? t('article_slug_moves', { slug: article.slug }) : t('article_slug_text')}
      error={slugShape.test(value) ? undefined : t('article_slug_wrong')}
      maxLength={80}
      dir="ltr"
      value={value}
      onChange={event => onChange(event.currentTarget.value.toLowerCase())}
    />
  )
}

function OwnerField({ value, onChange }: { value: string | null; onChange(id: string | null): void }) {
  const { t } = useArticleWords()
  const owners = useStaff().filter(
    ({ id, role, disabled }) =>
      id === value || (!disabled && rolePermissions[role].includes('articles.write')),
  )
  return (
    <Select
      label={t('article_owner')}
      description={t('article_owner_text')}
      placeholder={t('article_no_owner')}
      clearable
      searchable
      nothingFoundMessage={t('mention_none')}
      data={owners.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
    />
  )
}
