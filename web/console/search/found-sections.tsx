// The three parts of what was found, each under its own heading and with its own trouble.
import { Button } from '@mantine/core'
import { IconCloudOff, IconSearchOff } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Blank } from '../../kit/blank.tsx'
import { useFaultSentence } from '../api/use-fault.ts'
import { RowBones } from '../conversations/conversation-row.tsx'
import { dayName } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { ArticleHit, ConversationHit, CustomerHit } from './hits.tsx'
import styles from './search.module.css'
import type { useFound } from './use-found.ts'

type Found = ReturnType<typeof useFound>

export function CustomersFound({ found: { customers } }: { found: Found }) {
  const { t } = useWords()
  return (
    <Few
      title={t('search_customers')}
      query={customers}
      rows={customers.data?.map(customer => <CustomerHit key={customer.id} customer={customer} />) ?? []}
    />
  )
}

export function ArticlesFound({ found: { articles } }: { found: Found }) {
  const { t } = useWords()
  return (
    <Few
      title={t('search_articles')}
      query={articles}
      rows={articles.data?.map(article => <ArticleHit key={article.id} article={article} />) ?? []}
    />
  )
}

const shownFirst = 3

interface FewProps {
  title: string
  query: { isError: boolean; error: unknown; refetch(): unknown }
  rows: ReactNode[]
}

/** Nothing at all while nothing is found: it would only stand in the way of what is. */
function Few({ title, query, rows }: FewProps) {
  const { t } = useWords()
  const sentence = useFaultSentence()
  const [all, setAll] = useState(false)
  if (!query.isError && rows.length === 0) return null
  return (
    <section className={styles.section} aria-label={title}>
      <Heading title={title} count={query.isError ? null : rows.length} />
      {query.isError ? (
        <p className={styles.fault} role="alert">
          {sentence(query.error)}{' '}
          <Button size="compact-xs" variant="default" onClick={() => void query.refetch()}>
            {t('try_again')}
          </Button>
        </p>
      ) : (
        <>
          {all ? rows : rows.slice(0, shownFirst)}
          {!all && rows.length > shownFirst && (
            <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
              {t('search_all_of', { count: rows.length })}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

const Heading = ({ title, count }: { title: string; count: number | string | null }) => (
  <h2 className={styles.heading}>
    {title} {count !== null && <span>{count}</span>}
  </h2>
)

export function ConversationsFound({ found, onOpen }: { found: Found; onOpen(): void }) {
  const { t, locale } = useWords()
  const sentence = useFaultSentence()
  const { conversations, hits, back } = found
  const backTo = back && dayName(locale, back)
  return (
    <section className={styles.section} aria-label={t('search_conversations')}>
      <Heading
        title={t('search_conversations')}
        count={conversations.isSuccess ? `${hits.length}${conversations.hasNextPage ? '+' : ''}` : null}
      />
      {conversations.isPending && <RowBones count={5} />}
      {conversations.isError && (
        <Blank
          icon={<IconCloudOff size={28} />}
          tone="late"
          title={t('search_fault')}
          action={<Button onClick={() => void conversations.refetch()}>{t('try_again')}</Button>}
        >
          {sentence(conversations.error)}
        </Blank>
      )}
      {conversations.isSuccess && hits.length === 0 && !back && (
        <Blank icon={<IconSearchOff size={28} />} title={t('search_none')}>
          {t('search_none_text')}
        </Blank>
      )}
      {hits.map(hit => (
        <ConversationHit key={`${hit.conversation.id} ${hit.seq}`} hit={hit} onOpen={onOpen} />
      ))}
      {backTo && <p className={styles['back-to']}>{t('search_back', { date: backTo })}</p>}
      {conversations.hasNextPage && (
        <Button
          variant="default"
          loading={conversations.isFetchingNextPage}
          onClick={() => void conversations.fetchNextPage()}
          style={{ alignSelf: 'center', margin: 16 }}
        >
          {back ? t('search_further') : t('load_more')}
        </Button>
      )}
    </section>
  )
}
