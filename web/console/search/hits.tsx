// What was found, row by row: each leads somewhere, and can be reached with the arrow keys.
import { IconCheck, IconFileText, IconLink } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Avatar } from '../../kit/avatar.tsx'
import { writeClipboard } from '../../kit/copy-field.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { Tag } from '../../kit/tag.tsx'
import { StatusTag } from '../conversations/status-tag.tsx'
import { listTime, useNow } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import styles from './search.module.css'
import type { FoundArticle, FoundCustomer, Hit, Pieces } from './search-query.ts'

/** With what was looked for marked. */
export const Marked = ({ pieces }: { pieces: Pieces }) =>
  pieces.map((part, index) => (part.hit ? <mark key={index}>{part.text}</mark> : part.text))

export function ConversationHit({ hit, onOpen }: { hit: Hit; onOpen(): void }) {
  const { conversation, snippet } = hit
  const { t, locale } = useWords()
  const now = useNow(60_000)
  return (
    <Link
      to="/inbox/$view/$id"
      params={{ view: 'all', id: conversation.mergedInto?.id ?? conversation.id }}
      search={{}}
      className={styles.hit}
      data-hit
      onClick={onOpen}
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
          <Marked pieces={snippet} />
        </span>
        <span className={styles.tags}>
          <StatusTag status={conversation.status} />
          {conversation.tags.slice(0, 3).map(tag => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </span>
      </span>
    </Link>
  )
}

export function CustomerHit({ customer }: { customer: FoundCustomer }) {
  const { t } = useWords()
  return (
    <Link to="/search" search={{ q: `customer:${customer.id}` }} className={styles.hit} data-hit>
      <Avatar name={customer.name} id={customer.id} size={32} />
      <span className={styles.body}>
        <b className={styles.cut}>{customer.name ?? t('visitor')}</b>
        {customer.email && <span className={styles.snippet}>{customer.email}</span>}
      </span>
      {customer.tier && <Tag>{customer.tier}</Tag>}
    </Link>
  )
}

export function ArticleHit({ article }: { article: FoundArticle }) {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await writeClipboard(article.url)
    setCopied(true)
    setTimeout(() => setCopied(false), 2_000)
  }
  return (
    <div className={styles.article}>
      <a
        href={article.url}
        target="_blank"
        rel="noreferrer"
        className={styles.hit}
        data-hit
        lang={article.locale}
      >
        <IconFileText size={20} aria-hidden />
        <span className={styles.body}>
          <b>
            <Marked pieces={article.title} />
          </b>
          <span className={styles.snippet}>
            <Marked pieces={article.summary} />
          </span>
        </span>
      </a>
      <IconButton
        label={copied ? t('copied') : `${t('copy_link')}: ${article.title.map(({ text }) => text).join('')}`}
        onClick={() => void copy()}
      >
        {copied ? <IconCheck size={16} /> : <IconLink size={16} />}
      </IconButton>
    </div>
  )
}
