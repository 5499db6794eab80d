// The topics of the help centre as the desk has them, in the order of their tree.
import { useQuery } from '@tanstack/react-query'
import type { ArticleTopic } from '../../../contract/knowledge.ts'
import { answer, api } from '../api/client.ts'

export const topicsKey = ['article-topics'] as const

export const useTopics = () =>
  useQuery({
    queryKey: topicsKey,
    queryFn: async () => (await answer(api.GET('/api/article-topics'))).topics as ArticleTopic[],
  })
