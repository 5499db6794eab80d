// Search over everything: what was said, who said it, and what is written for all to read; Chinese and English alike.
import { Button, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowLeft, IconHistory, IconSearch, IconX } from '@tabler/icons-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Blank } from '../../kit/blank.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { useTitle } from '../language/use-title.ts'
import { useWords } from '../language/words.tsx'
import { FilterBar } from './filter-bar.tsx'
import { ArticlesFound, ConversationsFound, CustomersFound } from './found-sections.tsx'
import { knownWords, useFilterOptions } from './known-words.ts'
import { useRecentSearches } from './recent-searches.ts'
import styles from './search.module.css'
import { readSearch, withFilter } from './typed-search.ts'
import { useFound } from './use-found.ts'
import { useHitKeys } from './use-hit-keys.ts'

const route = getRouteApi('/desk/search')

export function Search() {
  const { t } = useWords()
  const { q } = route.useSearch()
  const navigate = useNavigate()
  const options = useFilterOptions()
  const known = useMemo(() => knownWords(options), [options])
  const [text, setText] = useState(q)
  const [wanted] = useDebouncedValue(text.trim(), 250)
  const sent = useRef(q)
  const search = useMemo(() => readSearch(wanted, known), [wanted, known])
  const found = useFound(search, 'page')
  const { recent, keep, forget } = useRecentSearches()
  const input = useRef<HTMLInputElement>(null)
  const main = useRef<HTMLElement>(null)
  useHitKeys(main, input, setText)
  useTitle(wanted || t('search'))
  useEffect(() => {
    sent.current = wanted
    void navigate({ to: '/search', search: { q: wanted }, replace: true })
  }, [wanted, navigate])
  // A link to another search leads here as well.
  useEffect(() => {
    if (q !== sent.current) setText(q)
  }, [q])
  const change = (typed: string) => {
    setText(typed)
    input.current?.focus()
  }
  const { hits, conversations, customers, articles, wantsAny } = found
  const told = conversations.isSuccess
    ? [
        t('search_found', { count: hits.length }),
        t('search_found_customers', { count: customers.data?.length ?? 0 }),
        t('search_found_articles', { count: articles.data?.length ?? 0 }),
      ].join(' ')
    : ''
  return (
    <main id="main" ref={main} tabIndex={-1} className={styles.search} aria-label={t('search')}>
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
          ref={input}
          type="search"
          autoFocus
          placeholder={t('search_placeholder')}
          aria-label={t('search_placeholder')}
          value={text}
          maxLength={2_000}
          onChange={event => setText(event.currentTarget.value)}
        />
        {text && (
          <IconButton label={t('clear')} onClick={() => change('')}>
            <IconX size={18} />
          </IconButton>
        )}
      </div>
      <FilterBar
        filters={search.filters}
        options={options}
        customerName={hits[0]?.conversation.customer.name ?? null}
        onSet={(key, typed) => change(withFilter(text, key, typed, known))}
        onTypeTag={() => change(`${text.trimEnd()} tag:`.trimStart())}
      />
      <div className={styles.results} aria-busy={conversations.isFetching}>
        <p className="visually-hidden" role="status">
          {wantsAny ? told : ''}
        </p>
        {!wantsAny && <Nothing recent={recent} onChoose={change} onForget={forget} />}
        {wantsAny && (
          <>
            <ConversationsFound found={found} onOpen={() => keep(wanted)} />
            <div className={styles.aside}>
              <CustomersFound found={found} />
              <ArticlesFound found={found} />
            </div>
          </>
        )}
      </div>
    </main>
  )
}

interface NothingProps {
  recent: string[]
  onChoose(typed: string): void
  onForget(): void
}

function Nothing({ recent, onChoose, onForget }: NothingProps) {
  const { t } = useWords()
  return (
    <div className={styles.nothing}>
      {recent.length > 0 && (
        <section className={styles.section} aria-label={t('search_recent')}>
          <h2 className={styles.heading}>
            {t('search_recent')}
            <Button size="compact-xs" variant="subtle" onClick={onForget}>
              {t('search_forget')}
            </Button>
          </h2>
          {recent.map(typed => (
            <UnstyledButton key={typed} className={styles.hit} data-hit onClick={() => onChoose(typed)}>
              <IconHistory size={18} aria-hidden />
              <span className={styles.cut}>{typed}</span>
            </UnstyledButton>
          ))}
        </section>
      )}
      <Blank icon={<IconSearch size={28} />} title={t('search_empty')}>
        {t('search_empty_text')}
      </Blank>
    </div>
  )
}
