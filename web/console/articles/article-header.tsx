// Above an article: where one is, what it needs, and what can be done with all of it.
import { Button, Menu } from '@mantine/core'
import {
  IconArchive,
  IconArrowLeft,
  IconDots,
  IconExternalLink,
  IconRestore,
  IconRosetteDiscountCheck,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Article, ArticleText } from '../../../contract/articles.ts'
import { Choose } from '../../kit/choose.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { Tag } from '../../kit/tag.tsx'
import { answer, api } from '../api/client.ts'
import { fullTime } from '../language/time.ts'
import styles from './article.module.css'
import { useArticleDeed } from './articles.ts'
import { AttentionTags } from './attention-tags.tsx'
import { useArticleWords } from './language/article-words.tsx'
import { lastFilters } from './last-filters.ts'

interface Props {
  article: Article
  text: ArticleText | undefined
  title: string
}

export function ArticleHeader({ article, text, title }: Props) {
  const { t } = useArticleWords()
  const navigate = useNavigate()
  return (
    <header className={styles.header}>
      <IconButton
        label={t('article_to_list')}
        onClick={() => void navigate({ to: '/articles', search: lastFilters() })}
      >
        <IconArrowLeft size={18} className={styles.turned ?? ''} />
      </IconButton>
      <h1>{title}</h1>
      <span className={styles.tags}>
        <Tag>{t(`article_kind_${article.kind}`)}</Tag>
        <AttentionTags of={article} />
      </span>
      <span className={styles.deeds}>
        {text?.published && !article.archivedAt && (
          <Button
            component="a"
            variant="default"
            size="xs"
            href={`/help/${text.locale}/articles/${article.slug}`}
            target="_blank"
            rel="noreferrer"
            rightSection={<IconExternalLink size={14} aria-hidden />}
          >
            {t('article_public_page')}
          </Button>
        )}
        <More article={article} />
      </span>
    </header>
  )
}

function More({ article }: { article: Article }) {
  const { t } = useArticleWords()
  const [isAsking, setAsking] = useState(false)
  const { confirm, archive } = useWholeDeeds(article)
  if (article.archivedAt) return null
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <IconButton label={t('more_actions')}>
            <IconDots size={18} />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconRosetteDiscountCheck size={16} />} onClick={confirm}>
            {t('article_still_right')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconArchive size={16} />} onClick={() => setAsking(true)}>
            {t('article_archive')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isAsking && (
        <Choose
          title={t('article_archive_ask')}
          yes={t('article_archive')}
          no={t('cancel')}
          onYes={archive}
          onClose={() => setAsking(false)}
        >
          {t('article_archive_text')}
        </Choose>
      )}
    </>
  )
}

/** What is done to an article as a whole. */
export function useWholeDeeds({ id }: Pick<Article, 'id'>) {
  const deed = useArticleDeed()
  const params = { path: { id } }
  return {
    isBusy: deed.isPending,
    confirm: () => deed.mutate(() => answer(api.POST('/api/articles/{id}/confirm', { params }))),
    archive: () =>
      deed
        .mutateAsync(() => answer(api.POST('/api/articles/{id}/archive', { params })))
        .then(
          () => {},
          () => {},
        ),
    restore: () => deed.mutate(() => answer(api.POST('/api/articles/{id}/restore', { params }))),
  }
}

export function ArchivedBanner({ article }: { article: Article }) {
  const { t, locale } = useArticleWords()
  const { restore, isBusy } = useWholeDeeds(article)
  return (
    <div className={styles.banner} role="status">
      <IconArchive size={18} aria-hidden />
      <span>{t('article_archived_since', { time: fullTime(locale, article.archivedAt ?? '') })}</span>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconRestore size={14} />}
        loading={isBusy}
        onClick={restore}
      >
        {t('article_restore')}
      </Button>
    </div>
  )
}
