// What is offered to people before they write: articles for what they type, the popular ones, and what is announced.
import { sql } from 'kysely'
import type { HelpArticleRow, HelpHit, HelpHome, SearchPlace } from '../../../../contract/help.ts'
import { actorId, type Desk, type ReadContext } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { type Listed, publishedArticles } from '../published.ts'
import { searchArticles } from '../search.ts'
import { articlePath } from './addresses.ts'
import { noteSearch } from './searches.ts'

export interface OfferWanted {
  text: string
  locale: string
  limit: number
  place: SearchPlace
  /** Of the matter that is typed about; a new one when left out. */
  searchId?: string | undefined
}

/** Articles for what somebody types, noted as a search of theirs. Of a customer's session only the id is kept. */
export async function offerArticles(
  desk: Desk,
  ctx: ReadContext,
  wanted: OfferWanted,
): Promise<{ searchId: string; hits: HelpHit[] }> {
  const { text, locale, limit, place, searchId = newId() } = wanted
  const hits = await fittingArticles(ctx, wanted)
  const customerId = ctx.actor.kind === 'customer' ? actorId(ctx.actor) : null
  const offered = hits.slice(0, limit).map(({ id }) => id)
  noteSearch(desk, { searchId, place, locale, text, found: hits.length, offered, customerId })
  return { searchId, hits }
}

/** The same without a note. Only what can be of use to whoever has a question: neither news nor what the exchange announces. */
export async function fittingArticles(
  ctx: ReadContext,
  { text, locale, limit }: Pick<OfferWanted, 'text' | 'locale' | 'limit'>,
): Promise<HelpHit[]> {
  const { hits } = await searchArticles(ctx, { text, locale, limit })
  return hits.map(hit => ({
    ...rowOf(ctx, hit),
    titlePieces: hit.titlePieces,
    summaryPieces: hit.summaryPieces,
  }))
}

const mostPopular = 5
const mostAnnouncements = 3
const popularDays = 30
/** Neither is an answer to anything. */
const noAnswers = new Set(['announcement', 'blog'])

/** What is read most, filled up with the newest where too little was read yet; and what is announced and pinned. */
export async function helpHome(ctx: ReadContext, locale: string): Promise<HelpHome> {
  const [ids, current] = await Promise.all([
    mostRead(ctx),
    publishedArticles(ctx, locale, { current: true, limit: 50 }),
  ])
  const [read, newest] = await Promise.all([
    ids.length === 0 ? [] : publishedArticles(ctx, locale, { ids }),
    ids.length < mostPopular ? publishedArticles(ctx, locale, { limit: 20 }) : [],
  ])
  const popular = new Map([...read, ...newest].map(article => [article.id, article]))
  const now = ctx.now.getTime()
  return {
    popular: [...popular.values()]
      .filter(({ kind }) => !noAnswers.has(kind))
      .slice(0, mostPopular)
      .map(article => rowOf(ctx, article)),
    announcements: current
      .flatMap(article => {
        const { announces } = article
        if (!announces?.pinned || announces.startsAt.getTime() > now) return []
        const { startsAt, endsAt } = announces
        return [
          {
            ...rowOf(ctx, article),
            startsAt: startsAt.toISOString(),
            endsAt: endsAt?.toISOString() ?? null,
          },
        ]
      })
      .slice(0, mostAnnouncements),
  }
}

export const rowOf = (
  { publicUrl }: Pick<ReadContext, 'publicUrl'>,
  { id, slug, kind, locale, title, summary }: Listed,
): HelpArticleRow => ({
  id,
  slug,
  kind,
  locale,
  title,
  summary,
  url: `${publicUrl}${articlePath(locale, slug)}`,
})

interface Popular {
  ids: string[]
  at: number
}
const popularForMs = 60_000
const remembered = new WeakMap<object, Popular>()

/** Summed up once a minute: what people read most changes slowly. Whether it may be read is asked each time. */
async function mostRead({ db, secrets, now }: ReadContext): Promise<string[]> {
  const known = remembered.get(secrets)
  if (known && Math.abs(now.getTime() - known.at) < popularForMs) return known.ids
  const since = new Date(now.getTime() - popularDays * 86_400_000).toISOString().slice(0, 10)
  const { rows } = await sql<{ id: string }>`
    select article_id as id from article_views where day > ${since}::date
    group by article_id order by sum(views) desc, article_id limit 20`.execute(db)
  const ids = rows.map(({ id }) => id)
  remembered.set(secrets, { ids, at: now.getTime() })
  return ids
}
