// How often articles are looked at: counted in memory, so that no reader waits for it, and written every few seconds.
import { sql } from 'kysely'
import { type Desk, type ReadContext, system } from '../../platform/context.ts'
import { type Listed, publishedArticles } from './published.ts'
import { helpfulKinds } from './published-index.ts'

interface View {
  articleId: string
  locale: string
  day: string
}

interface Waiting {
  counts: Map<string, View & { views: number }>
  timer: NodeJS.Timeout | undefined
}

const delayMs = 5_000
const dayMs = 86_400_000
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

// By the secrets object because each desk has exactly one: several desks may run in one process.
const waiting = new WeakMap<object, Waiting>()

/** Counts one look. It is lost when the node dies within the next seconds. */
export function countView(desk: Desk, articleId: string, locale: string): void {
  const now = desk.clock().getTime()
  const { secrets } = desk
  const own = waiting.get(secrets) ?? { counts: new Map(), timer: undefined }
  waiting.set(secrets, own)
  const key = `${articleId} ${locale} ${Math.floor(now / dayMs)}`
  const known = own.counts.get(key)
  if (known) known.views += 1
  else own.counts.set(key, { articleId, locale, day: dayOf(now), views: 1 })
  own.timer ??= setTimeout(() => {
    writeViews(desk).catch(error => desk.log.warn({ err: error }, 'views of articles were not counted'))
  }, delayMs).unref()
}

/** Writes what was counted since; also when the node ends. What can't be written is lost. */
export async function writeViews(desk: Pick<Desk, 'secrets' | 'transact'>): Promise<void> {
  const own = waiting.get(desk.secrets)
  if (!own) return
  clearTimeout(own.timer)
  waiting.delete(desk.secrets)
  // In one order everywhere: nodes that write the same rows would else wait for each other in a circle.
  const all = [...own.counts.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, count]) => count)
  const column = <K extends keyof (typeof all)[number]>(name: K) => all.map(count => count[name])
  await desk.transact(system('views'), ctx =>
    sql`insert into article_views (article_id, locale, day, views)
      select w.id, w.locale, w.day, w.views
      from unnest(${column('articleId')}::uuid[], ${column('locale')}::text[], ${column('day')}::date[], ${column('views')}::int[])
        as w (id, locale, day, views) where exists (select from articles a where a.id = w.id)
      on conflict (article_id, day, locale) do update set views = article_views.views + excluded.views`.execute(
      ctx.db,
    ),
  )
}

const popularDays = 30

/** What was looked at most in the last 30 days, then what was published last. */
export async function popularArticles(
  ctx: Pick<ReadContext, 'db' | 'run' | 'now'>,
  locale: string,
  limit: number,
): Promise<Listed[]> {
  const since = dayOf(ctx.now.getTime() - popularDays * dayMs)
  const { rows } = await sql<{
    article_id: string
  }>`select article_id from article_views where day > ${since}::date
    group by article_id order by sum(views) desc, article_id limit ${3 * limit}`.execute(ctx.db)
  const ids = rows.map(row => row.article_id)
  const kinds = helpfulKinds
  const popular = ids.length === 0 ? [] : await publishedArticles(ctx, locale, { ids, kinds })
  if (popular.length >= limit) return popular.slice(0, limit)
  const newest = await publishedArticles(ctx, locale, { kinds, limit: 2 * limit })
  const known = new Set(popular.map(({ id }) => id))
  return [...popular, ...newest.filter(({ id }) => !known.has(id))].slice(0, limit)
}
