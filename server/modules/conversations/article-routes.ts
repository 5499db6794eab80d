// Where conversations and articles meet: what fits the one that is answered, and how many contacts each topic has.
import { z } from 'zod'
import { ReportRange, TopicContacts } from '../../../contract/article-reports.ts'
import { Id } from '../../../contract/common.ts'
import { HelpHit } from '../../../contract/help.ts'
import { type Route, route } from '../../platform/routes.ts'
import { articlesForConversation } from './articles.ts'
import { contactsByTopic } from './contacts-by-topic.ts'

export const articleRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/conversations/{id}/articles',
    allow: 'conversations.read',
    tag: 'Conversations',
    summary: 'Articles that fit what the customer wrote last, in the language of the conversation',
    params: z.object({ id: Id }),
    answer: z.object({ articles: z.array(HelpHit) }),
    read: async (ctx, { params }) => ({ articles: await articlesForConversation(ctx, params.id) }),
  }),
  route({
    method: 'GET',
    path: '/api/articles/reports/topics',
    allow: 'articles.write',
    tag: 'Articles',
    summary: 'How many conversations began about the topics of the help centre',
    perMinute: 60,
    query: ReportRange,
    answer: TopicContacts,
    read: (ctx, { query }) => contactsByTopic(ctx, query),
  }),
]
