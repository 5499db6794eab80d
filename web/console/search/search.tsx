// Search over everything that was said, Chinese and English alike.
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowLeft, IconCloudOff, IconSearch, IconSearchOff, IconX } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Avatar } from '../../kit/avatar.tsx'
import { Blank } from '../../kit/blank.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { useFaultSentence } from '../api/use-fault.ts'
import { RowBones } from '../conversations/conversation-row.tsx'
import { StatusTag } from '../conversations/status-tag.tsx'
import { listTime, useNow } from '../language/time.ts'
import { useTitle } from '../language/use-title.ts'
import { useWords } from '../language/words.tsx'
import styles from './search.module.css'
import { type Hit, searchConversations } from './search-query.ts'

const route = getRouteApi('/desk/search')

export function Search() {
  const { t } = useWords()
  const { q } = route.useSearch()
  const navigate = useNavigate()
  const sentence = useFaultSentence()
  const [text, setText] = useState(q)
  const [wanted] = useDebouncedValue(text.trim(), 250)
  useTitle(wanted || t('search'))
  useEffect(() => {
    void navigate({ to: '/search', search: { q: wanted }, replace: true })
  }, [wanted, navigate])
  const found = useInfiniteQuery({
    queryKey: ['search', wanted, 'page'],
    queryFn: ({ pageParam, signal }) => searchConversations(wanted, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
    enabled: wanted !== '',
  })
  const hits = found.data?.pages.flatMap(page => page.hits) ?? []
  return (
    <main id="main" tabIndex={-1} className={styles.search} aria-label={t('search')}>
      <h1 className="visually-hidden">{t('search')}</h1>
      <div className={styles.field}>
        <IconButton
          label={t('back')}
          className={styles.back}
          size={44}
          onClick={() => void navigate({ to: '/inbox' })}
        >
          <IconArrowLeft size={20} />
        </IconButton>
        <IconSearch size={20} aria-hidden />
        <input
          type="search"
          autoFocus
          placeholder={t('search_placeholder')}
          aria-label={t('search_placeholder')}
          value={text}
          maxLength={500}
          onChange={event => setText(event.currentTarget.value)}
        />
        {text && (
          <IconButton label={t('clear')} onClick={() => setText('')}>
            <IconX size={18} />
          </IconButton>
        )}
      </div>
      <div className={styles.results} aria-busy={found.isFetching}>
        <p className="visually-hidden" role="status">
          {found.isSuccess && wanted ? t('search_found', { count: hits.length }) : ''}
        </p>
        {!wanted && (
          <Blank icon={<IconSearch size={28} />} title={t('search_empty')}>
            {t('search_empty_text')}
          </Blank>
        )}
        {wanted && found.isPending && <RowBones count={5} />}
        {found.isError && (
          <Blank
            icon={<IconCloudOff size={28} />}
            tone="late"
            title={t('search_fault')}
            action={<Button onClick={() => void found.refetch()}>{t('try_again')}</Button>}
          >
            {sentence(found.error)}
          </Blank>
        )}
        {found.isSuccess && hits.length === 0 && (
          <Blank icon={<IconSearchOff size={28} />} title={t('search_none', { text: wanted })}>
            {t('search_none_text')}
          </Blank>
        )}
        {hits.map(hit => (
          <HitRow key={`${hit.conversation.id} ${hit.seq}`} hit={hit} />
        ))}
        {found.hasNextPage && (
          <Button
            variant="default"
            loading={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
            style={{ alignSelf: 'center', margin: 16 }}
          >
            {t('load_more')}
          </Button>
        )}
      </div>
    </main>
  )
}

function HitRow({ hit: { conversation, snippet } }: { hit: Hit }) {
  const { t, locale } = useWords()
  const now = useNow(60_000)
  return (
    <Link
      to="/inbox/$view/$id"
      params={{ view: 'all', id: conversation.mergedInto?.id ?? conversation.id }}
      search={{}}
      className={styles.hit}
    >
      <Avatar name={conversation.customer.name} id={conversation.customer.id} size={32} />
      <span className={styles.body}>
        <span className={styles.head}>
          <b>{conversation.customer.name ?? t('visitor')}</b>
          <span className={styles.number}>#{conversation.number}</span>
          {conversation.subject && <span className={styles.subject}>{conversation.subject}</span>}
          <time dateTime={conversation.lastEntryAt}>{listTime(locale, conversation.lastEntryAt, now)}</time>
        </span>
        <span className={styles.snippet}>
          {snippet.map((part, index) => (part.hit ? <mark key={index}>{part.text}</mark> : part.text))}
        </span>
        <span>
          <StatusTag status={conversation.status} />
        </span>
      </span>
    </Link>
  )
}
