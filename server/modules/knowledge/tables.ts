// The tables of this module.
import type { ColumnType, Generated } from 'kysely'
import type {
  ArticleImportState,
  ImportReportLine,
  TakenArticles as Taken,
} from '../../../contract/article-imports.ts'
import type {
  AnnouncementType,
  ArticleKind,
  ArticleLevel,
  ReviewStep,
  TextState,
} from '../../../contract/articles.ts'
import type { Topic } from '../../../contract/conversations.ts'

type MaybeStamp = ColumnType<Date | null, Date | null | undefined, Date | null>
type ByLanguage<T> = ColumnType<Record<string, T>, string, string>

export interface ArticlesTable {
  id: string
  version: Generated<number>
  slug: string
  kind: ArticleKind
  level: ArticleLevel
  topic_id: string | null
  owner_id: string | null
  original_locale: string
  related: string[]
  review_every_days: number | null
  reviewed_at: MaybeStamp
  affected_note: ColumnType<string | null, undefined, string | null>
  affected_at: MaybeStamp
  announces: AnnouncementType | null
  starts_at: Date | null
  ends_at: Date | null
  pinned: boolean
  created_at: Date
  updated_at: Date
  archived_at: MaybeStamp
}

export interface ArticleTextsTable {
  article_id: string
  locale: string
  state: TextState
  newest: number
  published: ColumnType<number | null, number | undefined, number | null>
  published_at: MaybeStamp
  first_published_at: MaybeStamp
  publish_at: MaybeStamp
  translated_from: number | null
}

export interface ArticleRevisionsTable {
  article_id: string
  locale: string
  number: number
  title: string
  summary: string
  body: string
  questions: string[]
  author_id: string | null
  other_authors: ColumnType<string[], string[] | undefined, never>
  created_at: Date
  note: string | null
  translated_from: number | null
}

export interface ArticleImportsTable {
  id: string
  name: string
  storage_key: string | null
  state: ArticleImportState
  articles: Generated<number>
  texts: Generated<number>
  topics: Generated<number>
  report: ColumnType<ImportReportLine[], string | undefined, string>
  taken: ColumnType<Taken | null, string | undefined, string>
  created_by: string | null
  created_at: Date
  ended_at: ColumnType<Date | null, undefined, Date>
}

declare module '../../platform/db.ts' {
  interface Tables {
    article_imports: ArticleImportsTable
    articles: ArticlesTable
    article_texts: ArticleTextsTable
    article_revisions: ArticleRevisionsTable
    article_redirects: { slug: string; article_id: string }
    article_reviews: {
      id: string
      article_id: string
      locale: string | null
      revision: number | null
      step: ReviewStep['step']
      staff_id: string | null
      at: Date
      note: string | null
    }
    article_terms: {
      article_id: string
      locale: string
      revision: number
      made_by: string
      terms: string
    }
    article_topics: {
      id: string
      slug: string
      parent_id: string | null
      place: number
      names: ByLanguage<string>
      descriptions: ByLanguage<string>
      contact_topic: Topic | null
    }
    article_files: {
      id: string
      storage_key: string
      name: string
      type: string
      size: number
      width: number | null
      height: number | null
      created_by: string | null
      created_at: Date
    }
    fees: {
      id: string
      asset: string
      network: string
      deposit: string | null
      withdrawal: string | null
      least_deposit: string | null
      least_withdrawal: string | null
      note: ByLanguage<string>
      updated_at: Date
      updated_by: string | null
    }
    concepts: {
      id: string
      name: string
      weight: number
      words: ByLanguage<string[]>
      removed: boolean
      updated_at: Date
    }
    article_votes: {
      id: string
      article_id: string
      locale: string
      revision: number
      helpful: boolean
      reason: string | null
      comment: string | null
      at: Date
      voter: Buffer
      origin: Buffer
    }
    article_views: { article_id: string; locale: string; day: string; views: number }
    article_sends: { conversation_id: string; seq: number; article_id: string; staff_id: string; at: Date }
    searches: {
      id: string
      at: Date
      place: string
      locale: string
      query: string
      found: number
      offered: string[]
      opened: Generated<string[]>
      customer_id: ColumnType<string | null, string | null | undefined, string | null>
      conversation_id: ColumnType<string | null, string | null | undefined, string | null>
    }
  }
}
