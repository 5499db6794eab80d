// The tree of topics in a language, with how much there is to read under each.
import type { ArticleTopic } from '../../../contract/knowledge.ts'
import { listArticleTopics, publishedCounts } from '../../modules/knowledge/index.ts'
import { nobody } from '../../platform/context.ts'
import type { HelpVisit } from './help-page.ts'

export interface TopicNode extends Pick<ArticleTopic, 'id' | 'slug' | 'contactTopic'> {
  name: string
  description: string
  /** With all that is under it. */
  count: number
  parent: TopicNode | undefined
  children: TopicNode[]
}

export interface TopicTree {
  roots: TopicNode[]
  byId: ReadonlyMap<string, TopicNode>
  bySlug(slug: string): TopicNode | undefined
}

export async function topicTree({ visit, settings }: HelpVisit): Promise<TopicTree> {
  const ctx = visit.desk.read(nobody)
  const [topics, counts] = await Promise.all([listArticleTopics(ctx), publishedCounts(ctx)])
  const saidIn = (texts: Readonly<Record<string, string>>) =>
    texts[visit.locale] ||
    texts[settings.defaultLocale] ||
    Object.values(texts).find(text => text !== '') ||
    ''
  const byId = new Map(
    topics.map(({ id, slug, contactTopic, names, descriptions }): [string, TopicNode] => {
      const description = saidIn(descriptions)
      return [
        id,
        {
          id,
          slug,
          contactTopic,
          name: saidIn(names),
          description,
          count: 0,
          parent: undefined,
          children: [],
        },
      ]
    }),
  )
  for (const { id, parentId } of topics) {
    const node = byId.get(id)!
    node.parent = parentId === null ? undefined : byId.get(parentId)
    node.parent?.children.push(node)
  }
  for (const [id, count] of counts) for (const node of upFrom(byId.get(id))) node.count += count
  const all = [...byId.values()]
  return {
    roots: all.filter(({ parent }) => !parent),
    byId,
    bySlug: slug => all.find(topic => topic.slug === slug),
  }
}

/** The topic and those above it. */
export function* upFrom(topic: TopicNode | undefined): Generator<TopicNode> {
  for (let at = topic; at; at = at.parent) yield at
}

/** The topic and all that are under it. */
export const allUnder = (topic: TopicNode): TopicNode[] => [topic, ...topic.children.flatMap(allUnder)]
