// Announcements and posts as their pages and their feeds list them.
import { type Listed, publishedArticles } from '../../modules/knowledge/index.ts'
import { notFound } from '../../platform/errors.ts'
import type { opened } from './opened.ts'
import { allUnder, type TopicNode, topicTree } from './topic-tree.ts'

const mostShown = 200

/** News of a kind, of the topic in the query and all under it if there is one. @throws AppError not_found for a topic that isn't there */
export async function chosenNews(
  help: Awaited<ReturnType<typeof opened>>,
  kind: 'announcement' | 'blog',
): Promise<{ topic: TopicNode | undefined; articles: Listed[] }> {
  const { visit, ctx, words } = help
  const { topic: slug } = visit.query
  const topic = slug === undefined ? undefined : (await topicTree(help)).bySlug(slug)
  if (slug !== undefined && !topic) throw notFound()
  const topicIds = topic && allUnder(topic).map(({ id }) => id)
  const articles = await publishedArticles(ctx, words.locale, {
    kinds: [kind],
    limit: mostShown,
    ...(topicIds && { topicIds }),
  })
  return { topic, articles }
}
