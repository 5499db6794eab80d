// The tree of topics as a list: each below its parent, siblings in their order, and what a step up or down changes.
import type { ArticleTopic } from '../../../contract/knowledge.ts'

export type TopicLine = ArticleTopic & {
  /** 0 at the top. */
  depth: number
  isFirst: boolean
  isLast: boolean
}

/** Every topic once, also where a parent is missing. */
export function linesOf(topics: readonly ArticleTopic[]): TopicLine[] {
  const known = new Set(topics.map(({ id }) => id))
  const parentOf = ({ parentId }: ArticleTopic) => (parentId && known.has(parentId) ? parentId : null)
  const children = Map.groupBy(topics, parentOf)
  const under = (parent: string | null, depth: number): TopicLine[] =>
    (children.get(parent) ?? []).flatMap((topic, at, siblings) => [
      { ...topic, depth, isFirst: at === 0, isLast: at === siblings.length - 1 },
      ...under(topic.id, depth + 1),
    ])
  return under(null, 0)
}

/** In the reader's language, else in any. */
export const topicName = ({ names, slug }: Pick<ArticleTopic, 'names' | 'slug'>, locale: string): string =>
  names[locale] || Object.values(names).find(name => name !== '') || slug

/** `Wallet / Deposits`, from the top down. */
export function topicPath(topics: readonly ArticleTopic[], id: string, locale: string): string {
  const names: string[] = []
  const seen = new Set<string>()
  for (let at = topics.find(one => one.id === id); at && !seen.has(at.id); ) {
    seen.add(at.id)
    names.unshift(topicName(at, locale))
    const { parentId } = at
    at = topics.find(one => one.id === parentId)
  }
  return names.join(' / ')
}

/** Itself and all that lies below it: what can't become its parent. */
export function branchOf(topics: readonly ArticleTopic[], id: string): ReadonlySet<string> {
  const branch = new Set([id])
  for (const topic of linesOf(topics)) if (topic.parentId && branch.has(topic.parentId)) branch.add(topic.id)
  return branch
}

/** The topics whose place is another once this one has moved among its siblings, with that place. */
export function moved(topics: readonly ArticleTopic[], id: string, by: 1 | -1): ArticleTopic[] {
  const topic = topics.find(one => one.id === id)
  const siblings = topics.filter(one => one.parentId === topic?.parentId)
  const at = siblings.findIndex(one => one.id === id)
  const other = siblings[at + by]
  if (!topic || !other) return []
  siblings[at] = other
  siblings[at + by] = topic
  return siblings.flatMap((one, place) => (one.place === place ? [] : { ...one, place }))
}
