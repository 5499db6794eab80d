// How many conversations began about what each topic of the help centre is there to answer.
import type { ReportRange, TopicContacts } from '../../../contract/article-reports.ts'
import type { ReadContext } from '../../platform/context.ts'
import { listArticleTopics } from '../knowledge/index.ts'

/** Days in UTC. Topics of the help centre without one of conversations have no contacts to count. */
export async function contactsByTopic(ctx: ReadContext, { from, to }: ReportRange): Promise<TopicContacts> {
  const rows = await ctx.db
    .selectFrom('conversations')
    .select(['topic', eb => eb.fn.countAll<string>().as('count')])
    .where('created_at', '>=', new Date(`${from}T00:00:00Z`))
    .where('created_at', '<', new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000))
    .where('channel', '!=', 'internal')
    .where('topic', 'is not', null)
    .groupBy('topic')
    .execute()
  const counts = new Map(rows.map(({ topic, count }) => [topic, Number(count)]))
  const topics = (await listArticleTopics(ctx)).flatMap(({ id, names, contactTopic }) =>
    contactTopic ? [{ id, names, contactTopic, contacts: counts.get(contactTopic) ?? 0 }] : [],
  )
  return { topics: topics.toSorted((one, other) => other.contacts - one.contacts) }
}
