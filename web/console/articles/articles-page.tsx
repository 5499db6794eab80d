// The list of articles, with what each of them needs.
import { Button } from '@mantine/core'
import { IconArticle, IconCloudOff, IconPlus, IconSearchOff } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Blank } from '../../kit/blank.tsx'
import { useMarked } from '../../kit/use-marked.ts'
import { useFaultSentence } from '../api/use-fault.ts'
import { useTopics } from '../article-topics/topics.ts'
import { useNow } from '../language/time.ts'
import { useTitle } from '../language/use-title.ts'
import { AffectedBar } from './affected-bar.tsx'
import { ArticleFilterBar } from './article-filters.tsx'
import styles from './article-list.module.css'
import { ArticleBones, ArticleRow } from './article-row.tsx'
import { useArticles } from './articles.ts'
import { isFiltered } from './filters.ts'
import { useArticleWords } from './language/article-words.tsx'
import { rememberFilters } from './last-filters.ts'
import { NewArticleDialog } from './new-article-dialog.tsx'
import { useArticleKeys } from './use-list-keys.ts'

const route = getRouteApi('/desk/help/articles')

export function ArticlesPage() {
  const { t } = useArticleWords()
  const now = useNow()
  const filters = route.useSearch()
  const navigate = route.useNavigate()
  const { data: topics = [] } = useTopics()
  const found = useArticles(filters)
  const rows = useMemo(() => found.data?.pages.flatMap(page => page.articles) ?? [], [found.data])
  const marked = useMarked(rows)
  const search = useRef<HTMLInputElement>(null)
  const [isMaking, setMaking] = useState(false)
  const at = useArticleKeys({ rows, marked, search, onNew: () => setMaking(true) })
  useTitle(t('help_articles'))
  useEffect(() => rememberFilters(filters), [filters])
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('help_articles')}</h1>
        <Button leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
          {t('article_new')}
        </Button>
      </header>
      <ArticleFilterBar
        filters={filters}
        search={search}
        onChange={change =>
          void navigate({ to: '/articles', search: before => ({ ...before, ...change }), replace: true })
        }
      />
      <p className="visually-hidden" role="status">
        {found.isSuccess && t('articles_shown', { count: rows.length })}
      </p>
      {found.isPending && <ArticleBones />}
      {found.isError && <Failed error={found.error} onAgain={() => void found.refetch()} />}
      {found.isSuccess && rows.length === 0 && (
        <Nothing
          isFiltered={isFiltered(filters)}
          onAll={() => void navigate({ to: '/articles', search: {} })}
          onNew={() => setMaking(true)}
        />
      )}
      {rows.length > 0 && (
        <ul className={styles.list} aria-label={t('help_articles')} aria-busy={found.isFetching}>
          {rows.map(row => (
            <ArticleRow
              key={row.id}
              row={row}
              topics={topics}
              now={now}
              isAt={row.id === at}
              marked={marked}
            />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <div className={styles.more}>
          <Button
            variant="default"
            loading={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {t('load_more')}
          </Button>
        </div>
      )}
      {marked.ids.size > 0 && <AffectedBar marked={marked} total={rows.length} />}
      {isMaking && <NewArticleDialog onClose={() => setMaking(false)} />}
    </div>
  )
}

function Failed({ error, onAgain }: { error: unknown; onAgain(): void }): ReactNode {
  const { t } = useArticleWords()
  const sentence = useFaultSentence()
  return (
    <Blank
      tone="late"
      icon={<IconCloudOff size={28} />}
      title={t('articles_failed')}
      action={<Button onClick={onAgain}>{t('try_again')}</Button>}
    >
      {sentence(error)}
    </Blank>
  )
}

function Nothing(props: { isFiltered: boolean; onAll(): void; onNew(): void }) {
  const { t } = useArticleWords()
  if (props.isFiltered)
    return (
      <Blank
        icon={<IconSearchOff size={28} />}
        title={t('articles_none_fit')}
        action={
          <Button variant="default" onClick={props.onAll}>
            {t('articles_show_all')}
          </Button>
        }
      >
        {t('search_none_text')}
      </Blank>
    )
  return (
    <Blank
      icon={<IconArticle size={28} />}
      title={t('articles_none')}
      action={<Button onClick={props.onNew}>{t('article_new')}</Button>}
    >
      {t('articles_none_text')}
    </Blank>
  )
}
