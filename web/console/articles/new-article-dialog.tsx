// A new article: what it is, in which language it is written first, and what it is called.
import { Button, Select } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Announcement, ArticleKind } from '../../../contract/articles.ts'
import { articleKinds } from '../../../contract/articles.ts'
import { NameField } from '../../kit/name-field.tsx'
import { useFields } from '../../kit/use-fields.ts'
import { answer, api } from '../api/client.ts'
import { useDesk } from '../desk/desk-name.ts'
import { languageName } from '../language/languages.ts'
import { Dialog } from '../look/dialog.tsx'
import { Fault } from '../session/fault.tsx'
import { AnnouncementFields, newAnnouncement } from './announcement-fields.tsx'
import styles from './article-list.module.css'
import { useArticleDeed } from './articles.ts'
import { useArticleWords } from './language/article-words.tsx'
import { TopicSelect } from './topic-select.tsx'

interface Wanted {
  kind: ArticleKind
  locale: string | null
  title: string
  topicId: string | null
  announcement: Announcement
}

export function NewArticleDialog({ onClose }: { onClose(): void }) {
  const { t, locale } = useArticleWords()
  const navigate = useNavigate()
  const desk = useDesk()
  const [now] = useState(newAnnouncement)
  const [fields, set] = useFields<Wanted>({
    kind: 'guide',
    locale: null,
    title: '',
    topicId: null,
    announcement: now,
  })
  const { kind, title, topicId, announcement } = fields
  const language = fields.locale ?? desk?.defaultLocale ?? locale
  const deed = useArticleDeed(() => {})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const content = { title: title.trim(), summary: '', body: '', questions: [] }
    const body = {
      kind,
      topicId,
      locale: language,
      content,
      announcement: kind === 'announcement' ? announcement : null,
    }
    deed.mutate(async () => {
      const { id } = await answer(api.POST('/api/articles', { body }))
      await navigate({ to: '/articles/$id', params: { id }, search: {} })
    })
  }
  return (
    <Dialog onClose={onClose} title={t('article_new')}>
      <form className={styles.form} onSubmit={submit}>
        <Fault error={deed.error} />
        <NameField
          data-autofocus
          label={t('article_title')}
          maxLength={150}
          value={title}
          onChange={value => set({ title: value })}
        />
        <Select
          label={t('article_kind')}
          allowDeselect={false}
          data={articleKinds.map(value => ({ value, label: t(`article_kind_${value}`) }))}
          value={kind}
          onChange={value => value && set({ kind: value as ArticleKind })}
        />
        {kind === 'announcement' && (
          <AnnouncementFields value={announcement} onChange={value => set({ announcement: value })} />
        )}
        <Select
          label={t('article_language')}
          description={t('article_language_text')}
          allowDeselect={false}
          data={(desk?.languages ?? [language]).map(tag => ({
            value: tag,
            label: languageName(locale, tag),
          }))}
          value={language}
          onChange={value => set({ locale: value })}
        />
        <TopicSelect label={t('topic')} value={topicId} onChange={id => set({ topicId: id })} />
        <Button
          type="submit"
          disabled={!title.trim()}
          loading={deed.isPending}
          style={{ alignSelf: 'flex-end' }}
        >
          {t('article_make')}
        </Button>
      </form>
    </Dialog>
  )
}
