// Finds published articles for the site, the widget, the console and the bot alike.
import type { ArticleKind, ArticleLevel } from '../../../contract/articles.ts'
import type { ReadContext } from '../../platform/context.ts'
import { highlight, type Piece } from '../../text/highlight.ts'
import { idOf, nodeIndex, type Texts } from './node-index.ts'
import type { Listed } from './published.ts'

export interface SearchWanted {
  /** What somebody typed or is typing. */
  text: string
  /** The reader's language: texts in it come first, and others are found through what they mean. */
  locale: string
  /** Whether the last word may be unfinished. */
  isTyping?: boolean
  /** 10 unless given. */
  limit?: number
  kinds?: readonly ArticleKind[]
  /** Topics, without those under them. */
  topicIds?: readonly string[]
  levels?: readonly ArticleLevel[]
  /** Whether `total` and `facets` are wanted, which takes ten times as long; otherwise they count what is given. */
  counted?: boolean
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

type Reader = Pick<ReadContext, 'db' | 'run' | 'now' | 'secrets' | 'log'>

/** Never throws for anything that can be typed. At most 200 are found. */
export async function searchArticles(ctx: Reader, wanted: SearchWanted): Promise<Found> {
  const { index, articles, lexicon } = await nodeIndex(ctx)
  const { text, locale, limit = 10, kinds, topicIds, levels } = wanted
  const { hits, corrected } = index.search(text, {
    limit: wanted.counted || kinds || topicIds || levels ? mostFound : limit,
    locale,
    isTyping: wanted.isTyping ?? false,
    accepts: key => holds(articles.get(idOf(key)), ctx.now),
  })
  const fitting = hits.flatMap(({ key, score }) => {
    const texts = articles.get(idOf(key))
    const article = texts?.get(locale) ?? texts?.get(key.slice(key.indexOf(' ') + 1))
    return article ? [{ article, score }] : []
  })
  const matches = fitting.filter(({ article }) => isChosen(article, wanted))
  const count = (trait: 'kind' | 'topicId' | 'level', without: keyof SearchWanted) => {
    const counted = fitting.filter(({ article }) => isChosen(article, { ...wanted, [without]: undefined }))
    const groups = Map.groupBy(counted, ({ article }) => article[trait] ?? '')
    return Object.fromEntries(Array.from(groups, ([value, all]) => [value, all.length]))
  }
  return {
    hits: matches.slice(0, limit).map(({ article, score }) => ({
      ...article,
      score,
      titlePieces: highlight(article.title, corrected ?? text, lexicon),
      summaryPieces: highlight(article.summary, corrected ?? text, lexicon),
    })),
    total: matches.length,
    facets: {
      kinds: count('kind', 'kinds'),
      topics: count('topicId', 'topicIds'),
      levels: count('level', 'levels'),
    },
    corrected,
  }
}

const mostFound = 200

/** Announcements are over when their time is. */
function holds(texts: Texts | undefined, now: Date): boolean {
  const [article] = texts?.values() ?? []
  return article !== undefined && !(article.announces?.endsAt && article.announces.endsAt <= now)
}

const isChosen = (article: Listed, { kinds, topicIds, levels }: SearchWanted): boolean =>
  (!kinds || kinds.includes(article.kind)) &&
  (!topicIds || (article.topicId !== null && topicIds.includes(article.topicId))) &&
  (!levels || levels.includes(article.level))
