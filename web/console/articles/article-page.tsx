// An article: its texts beside each other, how far each has come and what is next, what holds for all of them, and its history.
import { Button } from '@mantine/core'
import { IconCloudOff, IconFileOff } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Article } from '../../../contract/articles.ts'
import { Refusal } from '../../api/refusal.ts'
import { Blank } from '../../kit/blank.tsx'
import { Bone } from '../../kit/bones.tsx'
import { Tabs, tabId } from '../../kit/tabs.tsx'
import { useFaultSentence } from '../api/use-fault.ts'
import { languageName } from '../language/languages.ts'
import { useTitle } from '../language/use-title.ts'
import { AddTranslation } from './add-translation.tsx'
import styles from './article.module.css'
import { ArchivedBanner, ArticleHeader } from './article-header.tsx'
import { useArticle } from './articles.ts'
import { useArticleWords } from './language/article-words.tsx'
import { lastFilters } from './last-filters.ts'
import { StateTag } from './state-tag.tsx'
import { TextScreen } from './text-screen.tsx'

const route = getRouteApi('/desk/help/articles/$id')
const panel = 'article-text'

export function ArticlePage() {
  const { id } = route.useParams()
  const { data: article, error, isPending, refetch } = useArticle(id)
  if (article) return <Open key={id} article={article} />
  if (isPending) return <Bones />
  return <Failed error={error} onAgain={() => void refetch()} />
}

function Open({ article }: { article: Article }) {
  const { t, locale: own } = useArticleWords()
  const { locale: wanted } = route.useSearch()
  const navigate = route.useNavigate()
  /** Languages in which somebody has begun to write, but saved nothing yet. */
  const [begun, setBegun] = useState<readonly string[]>(wanted && !hasText(article, wanted) ? [wanted] : [])
  const fresh = begun.filter(tag => !hasText(article, tag))
  const tags = [...article.texts.map(text => text.locale), ...fresh]
  const locale = wanted && tags.includes(wanted) ? wanted : article.originalLocale
  const open = (tag: string) =>
    void navigate({ search: { locale: tag === article.originalLocale ? undefined : tag }, replace: true })
  const text = article.texts.find(one => one.locale === locale)
  const title = (text ?? article.texts[0])?.content.title ?? article.slug
  useTitle(title)
  return (
    <div className={styles.page}>
      <ArticleHeader article={article} text={text} title={title} />
      {article.archivedAt && <ArchivedBanner article={article} />}
      <div className={styles.languages}>
        <Tabs
          label={t('article_languages')}
          panel={panel}
          value={locale}
          onChange={open}
          tabs={tags.map(tag => {
            const of = article.texts.find(one => one.locale === tag)
            return {
              value: tag,
              label: (
                <>
                  {languageName(own, tag)}
                  {of ? (
                    <StateTag state={of.state} />
                  ) : (
                    <span className={styles.hint}>{t('article_new_text')}</span>
                  )}
                </>
              ),
            }
          })}
        />
        {!article.archivedAt && (
          <AddTranslation
            taken={tags}
            onAdd={tag => {
              setBegun(before => [...before, tag])
              open(tag)
            }}
          />
        )}
      </div>
      <div id={panel} role="tabpanel" aria-labelledby={tabId(panel, locale)} className={styles.panel}>
        <TextScreen key={locale} article={article} locale={locale} />
      </div>
    </div>
  )
}

const hasText = (article: Article, locale: string): boolean =>
  article.texts.some(text => text.locale === locale)

function Bones() {
  const { t } = useArticleWords()
  return (
    <div role="status" aria-label={t('loading')} className={styles.bones}>
      <Bone width={320} height={24} />
      <Bone width={200} />
      <Bone height={320} />
    </div>
  )
}

function Failed({ error, onAgain }: { error: unknown; onAgain(): void }) {
  const { t } = useArticleWords()
  const sentence = useFaultSentence()
  const isGone = error instanceof Refusal && (error.status === 404 || error.status === 400)
  const toList = (
    <Link to="/articles" search={lastFilters()}>
      {t('article_to_list')}
    </Link>
  )
  if (isGone)
    return (
      <Blank icon={<IconFileOff size={28} />} title={t('article_gone')} action={toList}>
        {t('not_here_text')}
      </Blank>
    )
  return (
    <Blank
      tone="late"
      icon={<IconCloudOff size={28} />}
      title={t('article_failed')}
      action={<Button onClick={onAgain}>{t('try_again')}</Button>}
    >
      {sentence(error)}
    </Blank>
  )
}
