// The articles that come with Ballast, for a desk to take over and make its own.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { SaveArticleTopic } from '../../../contract/knowledge.ts'
import type { Context, ReadContext } from '../../platform/context.ts'
import { settingsOf } from '../desk/index.ts'
import { saveArticleTopic } from './article-topics.ts'
import { knownArticles } from './take-known.ts'
import { type Taken, type TakeOver, takeOver } from './take-over.ts'
import type { Imported } from './transfer/imported-article.ts'
import { readMarkdownFolder } from './transfer/read-markdown-folder.ts'

const folder = join(import.meta.dirname, '../../../content')

const StarterTopics = z.array(
  SaveArticleTopic.pick({ slug: true, names: true, descriptions: true }).extend({
    contacts: SaveArticleTopic.shape.contactTopic,
  }),
)

/** Topics and articles with slugs that are there already are left as they are. In the languages of the desk. */
export async function takeStarterSet(ctx: Context, { publish }: TakeOver): Promise<Taken> {
  const { topics, imported } = await starterSet(ctx)
  const known = new Set(
    (await ctx.db.selectFrom('article_topics').select('slug').execute()).map(({ slug }) => slug),
  )
  for (const [place, { contacts, ...topic }] of topics.entries()) {
    if (known.has(topic.slug)) continue
    await saveArticleTopic(ctx, { ...topic, place, parentId: null, contactTopic: contacts })
  }
  const there = await knownArticles(ctx)
  const articles = imported.articles.filter(({ slug }) => !there.has(slug))
  const result = await takeOver(ctx, { ...imported, articles }, { publish })
  return { ...result, unchanged: imported.articles.length - articles.length }
}

async function starterSet(
  ctx: ReadContext,
): Promise<{ topics: z.infer<typeof StarterTopics>; imported: Imported }> {
  const { languages } = await settingsOf(ctx)
  const names = await readdir(join(folder, 'articles'))
  // Where a desk offers none of the languages that there are, English is better than nothing.
  const wanted = names.filter(name => languages.includes(name.split('.')[1]!))
  const chosen = wanted.length > 0 ? wanted : names.filter(name => name.endsWith('.en.md'))
  const files = new Map<string, string>()
  for (const name of chosen) files.set(name, await readFile(join(folder, 'articles', name), 'utf8'))
  const imported = readMarkdownFolder(files, { locale: 'en', locales: [...new Set([...languages, 'en'])] })
  const topics = StarterTopics.parse(parse(await readFile(join(folder, 'topics.yaml'), 'utf8')))
  return { topics, imported }
}
