// Finds published articles for the site, the widget, the console and the bot alike.
import type { ArticleKind, ArticleLevel } from '../../../contract/articles.ts'
import type { ReadContext } from '../../platform/context.ts'
import { highlight, type Piece } from '../../text/highlight.ts'
import { segment } from '../../text/segment.ts'
import { type Listed, publishedArticles } from './published.ts'

export interface SearchWanted {
  /** What somebody typed or is typing. */
  text: string
  /** The reader's language: texts in it come first, and others are found through what they mean. */
  locale: string
  /** 10 unless given. */
  limit?: number
  kinds?: readonly ArticleKind[]
  /** Topics, without those under them. */
  topicIds?: readonly string[]
  levels?: readonly ArticleLevel[]
}

export interface ArticleHit extends Listed {
  /** The larger the better; of no unit. */
  score: number
  /** With what was looked for marked. */
  titlePieces: Piece[]
  summaryPieces: Piece[]
}

export interface Found {
  /** The best first; empty where nothing fits well enough. */
  hits: ArticleHit[]
  /** How many there are in all, and by trait; each count leaves its own trait's choice aside. */
  total: number
  facets: {
    kinds: Record<string, number>
    topics: Record<string, number>
    levels: Record<string, number>
  }
  /** What was looked for instead because it was misspelt, or null. */
  corrected: string | null
}

type Reader = Pick<ReadContext, 'db' | 'run' | 'now' | 'secrets'>

/** Never throws for anything that can be typed. */
export async function searchArticles(ctx: Reader, wanted: SearchWanted): Promise<Found> {
  const terms = new Set(segment(wanted.text.slice(0, 2_000)))
  const scored = (await publishedArticles(ctx, wanted.locale, {})).map(article => {
    const own = new Set(segment(`${article.title} ${article.summary}`))
    return { article, score: [...terms].filter(term => own.has(term)).length }
  })
  const fitting = scored.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score)
  const matches = fitting.filter(({ article }) => isChosen(article, wanted))
  const count = (trait: 'kind' | 'topicId' | 'level', without: keyof SearchWanted) => {
    const counted = fitting.filter(({ article }) => isChosen(article, { ...wanted, [without]: undefined }))
    const groups = Map.groupBy(counted, ({ article }) => article[trait] ?? '')
    return Object.fromEntries(Array.from(groups, ([value, all]) => [value, all.length]))
  }
  return {
    hits: matches.slice(0, wanted.limit ?? 10).map(({ article, score }) => ({
      ...article,
      score,
      titlePieces: highlight(article.title, wanted.text),
      summaryPieces: highlight(article.summary, wanted.text),
    })),
    total: matches.length,
    facets: {
      kinds: count('kind', 'kinds'),
      topics: count('topicId', 'topicIds'),
      levels: count('level', 'levels'),
    },
    corrected: null,
  }
}

const isChosen = (article: Listed, { kinds, topicIds, levels }: SearchWanted): boolean =>
  (!kinds || kinds.includes(article.kind)) &&
  (!topicIds || (article.topicId !== null && topicIds.includes(article.topicId))) &&
  (!levels || levels.includes(article.level))
