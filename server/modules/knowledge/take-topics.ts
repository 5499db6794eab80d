// Finds or makes the topics that a set of articles lies under.
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { slugFrom } from './rules.ts'
import type { ImportedTopic } from './transfer/imported-article.ts'

/** The ids by the paths of names, as JSON. `locale` is that of names that don't say their language. */
export async function takeTopics(
  ctx: Context,
  topics: readonly ImportedTopic[],
  locale: string,
): Promise<Map<string, string>> {
  const rows = await ctx.db.selectFrom('article_topics').select(['id', 'slug', 'parent_id']).execute()
  const bySlug = new Map(rows.map(row => [row.slug, row]))
  const ids = new Map<string, string>()
  const byDepth = topics.toSorted((one, other) => one.path.length - other.path.length)
  for (const [place, { path, names }] of byDepth.entries()) {
    const parent_id = ids.get(JSON.stringify(path.slice(0, -1))) ?? null
    const name = path.at(-1)!
    const wanted = [slugFrom(name), slugFrom(path.join(' '))].filter(slug => slug !== '')
    const there = wanted.map(slug => bySlug.get(slug)).find(row => row?.parent_id === parent_id)
    const id = there?.id ?? newId()
    ids.set(JSON.stringify(path), id)
    if (there) continue
    const row = { id, parent_id, slug: wanted.find(slug => !bySlug.has(slug)) ?? `topic-${id.slice(-12)}` }
    bySlug.set(row.slug, row)
    const shown = Object.keys(names).length > 0 ? names : { [locale]: name }
    await ctx.db
      .insertInto('article_topics')
      .values({ ...row, place, names: JSON.stringify(shown), descriptions: '{}', contact_topic: null })
      .execute()
  }
  return ids
}
