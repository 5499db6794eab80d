// The lists of the reports: what is missing, unhappy readers, contacts by article and topic, and what agents send.
import type { ReactNode } from 'react'
import { Section } from '../../../kit/section.tsx'
import { useWords } from '../../language/words.tsx'
import styles from './reports.module.css'
import type { Report, Topics } from './use-reports.ts'

interface TableProps {
  title: string
  lead?: string
  heads: readonly string[]
  rows: readonly (readonly [key: string, ...cells: ReactNode[]])[]
}

/** The first cell names its row. */
function Table({ title, lead, heads, rows }: TableProps) {
  const { t } = useWords()
  return (
    <Section title={title} {...(lead && { lead })}>
      {rows.length === 0 ? (
        <p className={styles.none}>{t('reports_none')}</p>
      ) : (
        <div className={styles.place} tabIndex={0} role="region" aria-label={title}>
          <table className={styles.table}>
            <thead>
              <tr>
                {heads.map(head => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([key, name, ...cells]) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, index) => (
                    <td key={heads[index + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}

const Article = ({ id, title }: { id: string; title: string }) => <a href={`/articles/${id}`}>{title}</a>

export function GapTable({ gaps }: Pick<Report, 'gaps'>) {
  const { t, locale } = useWords()
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const languages = (counts: Record<string, number>) =>
    Object.entries(counts).map(([tag, count]) => `${names.of(tag)} ${count}`)
  return (
    <Table
      title={t('reports_gaps')}
      lead={t('reports_gaps_lead')}
      heads={[t('reports_query'), t('reports_count'), t('reports_languages'), t('reports_make')]}
      rows={gaps.map(({ query, count, locales }) => [
        query,
        <span key="query" dir="auto">
          {query}
        </span>,
        count,
        languages(locales).join(' · '),
        <a
          key="make"
          href={`/articles?${new URLSearchParams({ new: query.slice(0, 150) })}`}
          aria-label={t('reports_make_about', { query })}
        >
          {t('reports_make')}
        </a>,
      ])}
    />
  )
}

export function UnhappyTable({ articles }: { articles: Report['unhappy'] }) {
  const { t } = useWords()
  return (
    <Table
      title={t('reports_unhappy')}
      heads={[t('reports_article'), t('reports_views'), t('reports_votes'), t('reports_reasons')]}
      rows={articles.map(article => [
        article.id,
        <Article key="article" {...article} />,
        article.views,
        `${article.helpful} · ${article.unhelpful}`,
        <Reasons key="reasons" {...article} />,
      ])}
    />
  )
}

const reasonWords = {
  unclear: 'reason_unclear',
  wrong: 'reason_wrong',
  outdated: 'reason_outdated',
  not_solved: 'reason_not_solved',
  too_long: 'reason_too_long',
  other: 'reason_other',
} as const

function Reasons({ reasons, comments }: Pick<Report['unhappy'][0], 'reasons' | 'comments'>) {
  const { t } = useWords()
  const said = Object.entries(reasons).map(
    ([reason, count]) => `${t(reasonWords[reason as keyof typeof reasonWords] ?? 'reason_other')} ${count}`,
  )
  return (
    <div className={styles.reasons}>
      {said.join(' · ')}
      {comments.map(({ at, text, locale }) => (
        <blockquote key={at} lang={locale} dir="auto">
          {text}
        </blockquote>
      ))}
    </div>
  )
}

export function ContactTable({ articles }: { articles: Report['contacts'] }) {
  const { t } = useWords()
  return (
    <Table
      title={t('reports_contacts')}
      heads={[t('reports_article'), t('reports_opened'), t('reports_contacted')]}
      rows={articles.map(article => [
        article.id,
        <Article key="article" {...article} />,
        article.opened,
        article.contacted,
      ])}
    />
  )
}

export function TopicTable({ topics }: { topics: Topics }) {
  const { t, word, locale } = useWords()
  return (
    <Table
      title={t('reports_topics')}
      lead={t('reports_topics_lead')}
      heads={[t('reports_topic'), t('topic'), t('reports_conversations')]}
      rows={topics.map(({ id, names, contactTopic, contacts }) => [
        id,
        names[locale] || Object.values(names).find(Boolean),
        word('topics', contactTopic),
        contacts,
      ])}
    />
  )
}

export function SentTable({ articles }: { articles: Report['sent'] }) {
  const { t } = useWords()
  return (
    <Table
      title={t('reports_sent')}
      lead={t('reports_sent_lead')}
      heads={[t('reports_article'), t('reports_count')]}
      rows={articles.map(article => [article.id, <Article key="article" {...article} />, article.count])}
    />
  )
}
