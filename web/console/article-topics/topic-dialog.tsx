// One topic: what it is called in each language, where it lies, and which contacts are about it.
import { Select, TextInput } from '@mantine/core'
import type { Topic } from '../../../contract/conversations.ts'
import type { ArticleTopic, SaveArticleTopic } from '../../../contract/knowledge.ts'
import { useFields } from '../../kit/use-fields.ts'
import { answer, api } from '../api/client.ts'
import { useSaving } from '../api/use-saving.ts'
import { useArticleWords } from '../articles/language/article-words.tsx'
import { TopicSelect } from '../articles/topic-select.tsx'
import { topics as contactTopics } from '../conversations/filters.ts'
import { useDesk } from '../desk/desk-name.ts'
import { directionOf, languageName } from '../language/languages.ts'
import { EditDialog } from '../look/edit-dialog.tsx'
import { topicsKey } from './topics.ts'
import { branchOf, topicName } from './tree.ts'

interface Props {
  /** Null for a new one. */
  topic: ArticleTopic | null
  topics: readonly ArticleTopic[]
  onClose(): void
}

const slugShape = /^[a-z0-9]+(-[a-z0-9]+)*$/

export function TopicDialog({ topic, topics, onClose }: Props) {
  const { t, word, locale } = useArticleWords()
  const languages = useDesk()?.languages ?? [locale]
  const [fields, set] = useFields<SaveArticleTopic>(topic ?? fresh(topics))
  const saving = useTopicSaving(topic, onClose)
  const hasName = Object.values(fields.names).some(name => name.trim() !== '')
  const isWhole = hasName && slugShape.test(fields.slug)
  const { slug, parentId, names, descriptions, contactTopic } = fields
  return (
    <EditDialog
      title={topic ? topicName(topic, locale) : t('topic_new')}
      saving={saving}
      wanted={
        isWhole
          ? { slug, parentId, place: placeIn(topics, topic, fields), names, descriptions, contactTopic }
          : null
      }
      removal="delete"
      onClose={onClose}
    >
      {languages.map((tag, index) => (
        <TextInput
          key={tag}
          data-autofocus={index === 0 || undefined}
          label={t('topic_name_in', { language: languageName(locale, tag) })}
          lang={tag}
          dir={directionOf(tag)}
          maxLength={120}
          value={names[tag] ?? ''}
          onChange={event => {
            const name = event.currentTarget.value
            set({
              names: { ...names, [tag]: name },
              ...(!topic && tag === 'en' && { slug: slugFrom(name) }),
            })
          }}
        />
      ))}
      {languages.map(tag => (
        <TextInput
          key={tag}
          label={t('topic_description_in', { language: languageName(locale, tag) })}
          lang={tag}
          dir={directionOf(tag)}
          maxLength={300}
          value={descriptions[tag] ?? ''}
          onChange={event => set({ descriptions: { ...descriptions, [tag]: event.currentTarget.value } })}
        />
      ))}
      <TextInput
        label={t('article_slug')}
        description={t('topic_slug_text')}
        error={!slug || slugShape.test(slug) ? undefined : t('article_slug_wrong')}
        maxLength={80}
        dir="ltr"
        value={slug}
        onChange={event => set({ slug: event.currentTarget.value.toLowerCase() })}
      />
      <TopicSelect
        label={t('topic_parent')}
        placeholder={t('topic_top')}
        without={topic ? branchOf(topics, topic.id) : new Set()}
        value={parentId}
        onChange={id => set({ parentId: id })}
      />
      <Select
        label={t('topic_contact')}
        description={t('topic_contact_text')}
        placeholder={t('none')}
        clearable
        data={contactTopics.map(value => ({ value, label: word('topics', value) }))}
        value={contactTopic}
        onChange={value => set({ contactTopic: value as Topic | null })}
      />
    </EditDialog>
  )
}

const fresh = (topics: readonly ArticleTopic[]): SaveArticleTopic => ({
  slug: '',
  parentId: null,
  place: topics.length,
  names: {},
  descriptions: {},
  contactTopic: null,
})

/** Under another parent it is the last one. */
function placeIn(
  topics: readonly ArticleTopic[],
  topic: ArticleTopic | null,
  wanted: SaveArticleTopic,
): number {
  if (topic?.parentId === wanted.parentId) return wanted.place
  const places = topics.filter(one => one.parentId === wanted.parentId).map(one => one.place)
  return Math.min(Math.max(-1, ...places) + 1, 10_000)
}

const slugFrom = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')

function useTopicSaving(topic: ArticleTopic | null, onDone: () => void) {
  const params = { path: { id: topic?.id ?? '' } }
  return useSaving<SaveArticleTopic>({
    key: topicsKey,
    save: body =>
      topic
        ? answer(api.PUT('/api/article-topics/{id}', { params, body }))
        : answer(api.POST('/api/article-topics', { body })),
    remove: topic && (() => answer(api.DELETE('/api/article-topics/{id}', { params }))),
    onDone,
  })
}
